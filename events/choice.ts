import { z } from 'zod'

/**
 * An enumeration whose values each say what they mean and when to choose them. The meanings go into
 * the metadata of the schema as `x-enumDescriptions`, and from there into every description of it.
 */
export function choice<const Meanings extends Readonly<Record<string, string>>>(
  description: string,
  meanings: Meanings,
) {
  const values = Object.keys(meanings) as (keyof Meanings & string)[]
  return z.enum(values).meta({ description, 'x-enumDescriptions': meanings })
}
