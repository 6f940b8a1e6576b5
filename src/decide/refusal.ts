import type { Reason, ReasonParams } from './reasons.ts'

/** The reason why a request is refused, in words that never change. */
export type RefusalCode =
  | 'malformed'
  | 'unknown_negotiation'
  | 'unknown_id'
  | 'unknown_target'
  | 'id_taken'
  | 'quote_not_found'
  | 'work_limit_exceeded'
  | 'not_permitted'
  | 'level_too_low'
  | 'entry_erased'
  | 'role_not_held'
  | 'last_lead'

/** One thing that is wrong with a request. */
export interface Refusal<Code extends string = RefusalCode, What = Reason> {
  readonly code: Code
  /** The fault and its remedy: the rest of a sentence that begins with the name of the member. */
  readonly what: What
  /** JSON Pointer (RFC 6901) to the offending member of the request; empty for the whole of it. */
  readonly pointer: string
}

/** A pointer one step further: to the member or item `key`. */
export function pointTo(pointer: string, key: PropertyKey): string {
  return `${pointer}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`
}

/** The sentence about a part of a request, from the name of the part and what is said of it. */
export function sentenceOn(name: string, what: string): string {
  return `${name}${what.startsWith('"') ? ':' : ''} ${what}.`
}

/** A refusal for a reason that is given as data. */
export function refusal<C extends Reason['code']>(
  code: RefusalCode,
  pointer: string,
  reason: C,
  params: ReasonParams[C],
): Refusal {
  return { code, pointer, what: { code: reason, params } as Reason }
}

/**
 * The reason against an id of a negotiation in which nothing was ever recorded, and against one in
 * which the sender has no role: the two must read the same.
 */
export const NO_NEGOTIATION: Reason = { code: 'no_negotiation', params: {} }
