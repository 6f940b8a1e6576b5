/** The reason why a request is refused, in words that never change. */
export type RefusalCode =
  | 'malformed'
  | 'unknown_negotiation'
  | 'unknown_id'
  | 'unknown_target'
  | 'id_taken'
  | 'quote_not_found'

/** One thing that is wrong with a request. */
export interface Refusal<Code extends string = RefusalCode> {
  readonly code: Code
  /** A sentence for the person who sent it. */
  readonly detail: string
  /** JSON Pointer (RFC 6901) to the offending member of the request; empty for the whole of it. */
  readonly pointer: string
}

/** A pointer one step further: to the member or item `key`. */
export function pointTo(pointer: string, key: PropertyKey): string {
  return `${pointer}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`
}
