import type { z } from 'zod'
import { type Problem, problemAt } from '../../problems/problem.ts'
import { reason } from '../../words/reason.ts'

/** The place at which a page of a list begins, as clients send it back: opaque to them. */
export function cursorOf(place: readonly (number | string | null)[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url')
}

/**
 * The place that a cursor stands for.
 *
 * @throws {Problem} `parameter_invalid`: it is no cursor of this list.
 */
export function readCursor<T extends z.ZodType>(cursor: string, form: T): z.output<T> {
  try {
    return form.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
  } catch {
    throw wrongCursor()
  }
}

/** The problem of a cursor that no page of the list has given. */
export function wrongCursor(): Problem {
  const what = reason('cursor_unknown', {})
  return problemAt('parameter_invalid', [{ parameter: 'cursor', what }])
}
