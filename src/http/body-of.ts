import type { z } from 'zod'
import { readAs } from '../../events/schema-faults.ts'
import { malformed } from '../decide/command.ts'
import { fewRefusals } from '../decide/few.ts'
import { problemAt } from '../problems/problem.ts'

/**
 * The body of a request, read by its schema.
 *
 * @throws {Problem} `malformed`, with the members at fault.
 */
export function bodyOf<T extends z.ZodType>(schema: T, body: unknown): z.output<T> {
  const { data, faults } = readAs(schema, body)
  if (faults === undefined) return data
  const whole = () => ''
  throw problemAt(
    'malformed',
    fewRefusals(1, () => malformed(faults, ''), whole),
  )
}
