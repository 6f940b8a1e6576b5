import type { AsOf } from '../../projections/standing-fact.ts'
import { Problem } from '../problem.ts'
import type { AsOfQuery } from './contract.ts'

/** What an as-of read needs to know of a ledger: how far it goes, and when each event came. */
export interface Chronicle {
  /** Revision of the last event. */
  readonly head: number
  /** When the event at `revision` was recorded, in milliseconds. */
  recordedAt(revision: number): number
}

/** A moment on both axes, with when its revision was recorded. */
export interface Moment extends AsOf {
  /** Milliseconds. */
  readonly transactionTime: number
}

/**
 * The moment that a read asks for: by default the head, and the later of now and when the head was
 * recorded; with `revision` or `transactionTime` that event, and when it was recorded.
 *
 * @param ledger one with at least one event
 * @param now milliseconds
 * @throws {Problem} `as_of_invalid` where the parameters name no moment of this ledger, `unknown_then`
 *   where nothing had been recorded yet.
 */
export function momentOf(query: AsOfQuery, ledger: Chronicle, now: number): Moment {
  const present = Math.max(now, ledger.recordedAt(ledger.head))
  const revision = revisionOf(query, ledger, present)
  const transactionTime = ledger.recordedAt(revision)
  const asked = query.revision !== undefined || query.transactionTime !== undefined
  const validTime = query.validTime ?? (asked ? transactionTime : present)
  return { revision, transactionTime, validTime }
}

/** How every as-of reply echoes its moment. */
export function shownMoment({ revision, transactionTime, validTime }: Moment) {
  return { revision, transactionTime: iso(transactionTime), validTime: iso(validTime) }
}

/** The last revision recorded at or before `time`; -1 where there is none. O(log of the head). */
export function lastRecordedBy(time: number, ledger: Chronicle): number {
  let low = 0
  let high = ledger.head + 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if (ledger.recordedAt(middle) <= time) low = middle + 1
    else high = middle
  }
  return low - 1
}

function revisionOf(query: AsOfQuery, ledger: Chronicle, present: number): number {
  const { revision, transactionTime } = query
  if (revision !== undefined && transactionTime !== undefined) {
    throw refused('transactionTime', 'cannot be given with revision: both say what was known')
  }
  if (revision !== undefined) {
    if (revision > ledger.head) throw refused('revision', `is beyond the head, ${ledger.head}`)
    return revision
  }
  if (transactionTime === undefined) return ledger.head
  if (transactionTime > present) throw refused('transactionTime', 'is in the future')
  const last = lastRecordedBy(transactionTime, ledger)
  if (last < 0)
    throw new Problem('unknown_then', `Nothing was recorded by ${iso(transactionTime)}.`)
  return last
}

function refused(parameter: string, detail: string): Problem {
  return new Problem('as_of_invalid', `${parameter} ${detail}.`, {
    errors: [{ parameter, detail }],
  })
}

function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}
