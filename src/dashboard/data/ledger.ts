import type { LedgerEvent, WithheldEvent } from '../../../events/registry.ts'
import type { AsOf } from '../../../projections/time/standing-fact.ts'
import type { ParamsOf, ReadingName, ReplyOf } from './readings.ts'

/** Follows an answer that the service owes, and gives it back. */
export type Follow = <T>(answer: Promise<T>) => Promise<T>

/** One negotiation's ledger, wherever it is folded. What it says of a revision does not change. */
export interface Ledger {
  readonly negotiation: string
  /** Revision of the last event that it knows; rises with `take`. */
  readonly head: number
  /** True if it is folded here, so that answers are there at once. */
  readonly isLocal: boolean
  /** The recording time of the event at that revision, in milliseconds. */
  recordedAt(revision: number): number | Promise<number>
  /** The last revision recorded at or before a time in milliseconds; -1 if nothing was by then. */
  recordedBy(time: number): number | Promise<number>
  /** Undefined where the ledger knows of no such thing then. */
  read<N extends ReadingName>(
    name: N,
    params: ParamsOf<N>,
    asOf: AsOf,
  ): ReplyOf<N> | undefined | Promise<ReplyOf<N> | undefined>
  /** Goes on by the next event. */
  take(event: LedgerEvent | WithheldEvent): void
}

/** The parameters of a comparison that begins at a moment. */
export function sinceMoment({ revision, validTime }: AsOf) {
  return { fromRevision: revision, fromValidTime: validTime }
}
