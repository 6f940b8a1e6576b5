import { z } from 'zod'

/** The words for people in the metadata of a schema. */
export interface About {
  readonly description: string | undefined
  /** Values that a client may send. */
  readonly examples: readonly unknown[]
  /** Of an enumeration: what each of its values means. */
  readonly meanings: Readonly<Record<string, string>> | undefined
}

/** Reads the metadata of a schema; what it lacks is that of the schema that it wraps. */
export function aboutOf(schema: z.ZodType): About {
  const { description, examples, ...more } = schema.meta() ?? {}
  const meanings = more['x-enumDescriptions'] as About['meanings']
  const wrapped = wrappedIn(schema)
  const beneath = wrapped === undefined ? undefined : aboutOf(wrapped)
  return {
    description: description ?? beneath?.description,
    examples: (examples as readonly unknown[] | undefined) ?? beneath?.examples ?? [],
    meanings: meanings ?? beneath?.meanings,
  }
}

/** The schema that an optional, nullable, defaulted or transformed one is made of. */
export function wrappedIn(schema: z.ZodType): z.ZodType | undefined {
  if (schema instanceof z.ZodPipe) return schema.in as z.ZodType
  return (schema.def as { innerType?: z.ZodType }).innerType
}

/** The schema beneath all wrappers: that of a text, a number, a list, an object or a choice. */
export function innermost(schema: z.ZodType): z.ZodType {
  const wrapped = wrappedIn(schema)
  return wrapped === undefined ? schema : innermost(wrapped)
}
