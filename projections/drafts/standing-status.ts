import { hasHappened } from '../time/holding.ts'
import type { Window } from '../time/window.ts'
import type { DraftStatus } from './draft-reply.ts'

/** A fact that gives a draft, or a revision of one, a status. */
export interface StatusGiven extends Window {
  readonly status: DraftStatus
}

/** Statuses that take a draft off the table. */
const ENDS: ReadonlySet<DraftStatus> = new Set(['withdrawn', 'lapsed'])

/**
 * The status that holds at an instant, and the other that there may be. The latest fact that has come
 * about, surely or possibly, gives it; but one that only possibly ends a draft takes nothing away.
 *
 * @param given the facts that count by then, in valid-time order; the one that opened it first
 */
export function standingStatus<Given extends StatusGiven>(
  given: readonly Given[],
  instant: number,
): { readonly standing: Given | undefined; readonly orElse: DraftStatus | undefined } {
  const isSure = (one: Given) => hasHappened(one, instant) === 'surely'
  const kept = given.filter((one, place) => place === 0 || isSure(one) || !ENDS.has(one.status))
  const standing = kept.at(-1)
  if (standing === undefined) return { standing, orElse: undefined }
  const isOther = (one: Given) => one !== standing && one.status !== standing.status
  const mayBeLater = given.findLast((one) => isOther(one) && one.until > standing.from)
  const before = isSure(standing) ? undefined : kept.slice(0, -1).findLast(isOther)
  return { standing, orElse: (mayBeLater ?? before)?.status }
}
