import {
  type Damage,
  EventIdTaken,
  LedgerDamaged,
  type StoredEvent,
  WrongExpectedRevision,
} from '../event-store.ts'

/** One append as it was asked for. Its events are at least one, at the revisions they claim. */
export interface Append {
  readonly ledger: string
  readonly expectedRevision: number
  readonly events: readonly StoredEvent[]
  /** All that its texts take, in bytes of UTF-8. */
  readonly bytes: number
}

/** The outcome of an append, as data that passes between threads. */
export type AppendVerdict =
  | 'written'
  | 'repeated'
  | { readonly actual: number }
  | { readonly taken: string }
  | { readonly damage: Damage }
  /** Nothing of it is known to be written. */
  | { readonly unavailable: string }
  /** The writing thread met an error of ours. */
  | { readonly failure: string }

/** The error of a verdict that refuses an append and that the port has a name for. */
export function refusalOf({ ledger, expectedRevision }: Append, verdict: object): Error {
  const refusal = verdict as { actual?: number; taken?: string; damage?: Damage }
  if (refusal.damage !== undefined) return new LedgerDamaged(ledger, refusal.damage)
  if (refusal.taken !== undefined) return new EventIdTaken(ledger, refusal.taken)
  return new WrongExpectedRevision(ledger, expectedRevision, refusal.actual as number)
}

/** Appends on their way to the writing thread: scalars alone, which pass at a tenth of the cost. */
export type EncodedAppends = readonly (string | number)[]

export function encode(appends: readonly Append[]): EncodedAppends {
  const message: (string | number)[] = []
  for (const { ledger, expectedRevision, events, bytes } of appends) {
    message.push(ledger, expectedRevision, bytes, events.length)
    for (const { id, type, header, salt, body, request } of events) {
      message.push(id, type, header, salt, body, request)
    }
  }
  return message
}

export function decode(message: EncodedAppends): Append[] {
  const appends: Append[] = []
  let at = 0
  const text = () => message[at++] as string
  const number = () => message[at++] as number
  while (at < message.length) {
    const [ledger, expectedRevision, bytes, count] = [text(), number(), number(), number()]
    const events = Array.from({ length: count }, (_, index) => ({
      revision: expectedRevision + 1 + index,
      ...{ id: text(), type: text(), header: text(), salt: text(), body: text(), request: text() },
    }))
    appends.push({ ledger, expectedRevision, events, bytes })
  }
  return appends
}

/** Says to the writing thread that nothing more comes. */
export const CLOSE = 'close'

/** All that the writing thread is started with. */
export interface Given {
  readonly file: string
  readonly lockFile: string
}

/** The first thing that the writing thread says: that it has the file open, or why not. */
export type OpeningOutcome =
  | 'opened'
  | { readonly unavailable: string }
  | { readonly refused: string }
