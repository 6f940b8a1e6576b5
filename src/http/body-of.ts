import type { z } from 'zod'
import { refusalsOf } from '../decide/command.ts'
import { fewRefusals } from '../decide/few.ts'
import { Problem } from '../problem.ts'

/**
 * The body of a request, read by its schema.
 *
 * @throws {Problem} `malformed`, with the members at fault.
 */
export function bodyOf<T extends z.ZodType>(schema: T, body: unknown): z.output<T> {
  const { data, error } = schema.safeParse(body, { reportInput: true })
  if (data !== undefined) return data
  const all = () => (error as z.ZodError).issues.flatMap((issue) => refusalsOf(issue, ''))
  const errors = fewRefusals(1, all, () => '')
  throw new Problem('malformed', errors.map(({ detail }) => detail).join(' '), { errors })
}
