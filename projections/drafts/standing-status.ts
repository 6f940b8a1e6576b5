import { canEnd, hasHappened, inOrder, readAfter } from '../time/holding.ts'
import { isBefore } from '../time/provably.ts'
import type { TimeWindow } from '../time/window.ts'
import type { DraftStatus } from './draft-reply.ts'

/** A fact that gives a draft, or a revision of one, a status. */
export interface StatusGiven extends TimeWindow {
  readonly status: DraftStatus
}

/** Statuses that take a draft off the table. */
const ENDS: ReadonlySet<DraftStatus> = new Set(['withdrawn', 'lapsed'])

/**
 * The changes of status that count by an instant, each read at or after the start of the draft, in
 * the order in which they are read. An end that provably lies before the start has no effect.
 *
 * @param start the first fact that presents the draft; undefined where none is known
 * @param changes those known, in valid-time order
 */
export function changesBy<Given extends StatusGiven>(
  start: TimeWindow | undefined,
  changes: readonly Given[],
  instant: number,
): Given[] {
  const effective = changes
    .filter((one) => start === undefined || !ENDS.has(one.status) || canEnd(start, one))
    .map((one) => readAfter(start, one))
  return inOrder(effective.filter(({ from }) => from <= instant))
}

/**
 * The status that holds at an instant, and the other that there may be. The latest fact that has come
 * about, surely or possibly, gives it; but one that only possibly ends a draft takes nothing away.
 *
 * @param opened the fact that opened it, which comes before every change; undefined where there is none
 * @param changes the facts that changed it by then, in valid-time order
 */
export function standingStatus<Given extends StatusGiven>(
  opened: Given | undefined,
  changes: readonly Given[],
  instant: number,
): { readonly standing: Given | undefined; readonly orElse: DraftStatus | undefined } {
  const isSure = (one: Given) => hasHappened(one, instant) === 'surely'
  const counted = changes.filter((one) => isSure(one) || !ENDS.has(one.status))
  const all = opened === undefined ? changes : [opened, ...changes]
  const standing = counted.at(-1) ?? opened
  const mayBeLast = (one: Given) =>
    !changes.some((other) => isSure(other) && (one === opened || isBefore(one, other)))
  const other = all.findLast((one) => one.status !== standing?.status && mayBeLast(one))
  return { standing, orElse: other?.status }
}
