import { type Problem, problemAt } from '../../problems/problem.ts'
import { type AskedMoment, iso } from '../../reads/moment.ts'
import { type AnyReason, reason } from '../../words/reason.ts'
import type { AsOfQuery } from '../contract.ts'

/** A ledger as the moment of a read needs it: its head, and when each event was recorded. */
export interface RecordedTimes {
  /** Revision of the last event. */
  readonly head: number
  /** The recording time of the event at `revision`, in milliseconds. */
  recordedAt(revision: number): number
  /** The time of its import, if it comes from an archive, whose recording times are a claim; else undefined. */
  importedAt(revision: number): number | undefined
  /**
   * The last instant up to `now` at which an answer as of the head may be another without an event:
   * something begins, ends, or closes its window (projections/time/coming-instants.ts).
   */
  lastChangeBy(now: number): number
}

/** The names of the parameters that say what was known. */
type Names = Readonly<Record<'revision' | 'transactionTime', string>>

/**
 * The moment that a read asks for: by default the head, at the last instant up to now at which an
 * answer may have changed, so that a reply and its validator stay while nothing happens; with
 * `revision` or `transactionTime` that event, and when it was recorded.
 *
 * @param ledger one with at least one event
 * @param now milliseconds
 * @param names the parameters that a refusal names: of the start of a comparison they are others
 * @throws {Problem} `as_of_invalid` where the parameters name no moment of this ledger, `unknown_then`
 *   where nothing had been recorded yet.
 */
export function momentOf(
  query: Omit<AsOfQuery, 'minRevision'>,
  ledger: RecordedTimes,
  now: number,
  names: Names = { revision: 'revision', transactionTime: 'transactionTime' },
): AskedMoment {
  // A clock behind the head must not refuse the head's own time.
  const present = Math.max(now, ledger.recordedAt(ledger.head))
  const revision = revisionOf(query, ledger, present, names)
  const transactionTime = ledger.recordedAt(revision)
  const asked = query.revision !== undefined || query.transactionTime !== undefined
  const validTime = query.validTime ?? (asked ? transactionTime : ledger.lastChangeBy(present))
  return { revision, transactionTime, importedAt: ledger.importedAt(revision), validTime }
}

/** The last revision recorded at or before `time`; -1 if nothing was recorded by then. O(log of the head). */
export function lastRecordedBy(
  time: number,
  ledger: Pick<RecordedTimes, 'head' | 'recordedAt'>,
): number {
  let low = 0
  let high = ledger.head + 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if (ledger.recordedAt(middle) <= time) low = middle + 1
    else high = middle
  }
  return low - 1
}

function revisionOf(
  { revision, transactionTime }: AsOfQuery,
  ledger: RecordedTimes,
  present: number,
  names: Names,
): number {
  if (revision !== undefined && transactionTime !== undefined) {
    const both = reason('with_other_parameter', { other: names.revision })
    throw refusedParameter(names.transactionTime, both)
  }
  if (revision !== undefined) {
    if (revision > ledger.head) {
      throw refusedParameter(
        names.revision,
        reason('beyond_head', { limit: ledger.head, given: revision }),
      )
    }
    return revision
  }
  if (transactionTime === undefined) return ledger.head
  if (transactionTime > present) {
    throw refusedParameter(names.transactionTime, reason('in_future', { latest: iso(present) }))
  }
  const last = lastRecordedBy(transactionTime, ledger)
  if (last < 0) {
    const first = iso(ledger.recordedAt(0))
    const what = reason('before_first_entry', { first })
    throw problemAt('unknown_then', [{ parameter: names.transactionTime, what }])
  }
  return last
}

/** The problem that a parameter names no moment of the ledger. */
export function refusedParameter(parameter: string, what: AnyReason): Problem {
  return problemAt('as_of_invalid', [{ parameter, what }])
}
