import type { UncertainDate } from '../../events/envelope.ts'
import { joinedAt, type MembershipMove, type Span } from '../parties/memberships.ts'
import { compareKeys } from '../time/bitemporal.ts'
import type { TimeWindow } from '../time/window.ts'
import type { Ending } from './ending.ts'
import type { Held } from './held.ts'
import type { PositionView } from './position-view.ts'

/** The end of a position for a party; the last two concern one that it had via a grouping. */
export type EndReason = Ending['why'] | 'left_grouping' | 'party_withdrew'

/** One position that a party ever had on a subject, and when it held for that party. */
export interface HeldPosition {
  readonly position: PositionView
  /** The time at which it began for the party: its own beginning, or that of the membership. */
  readonly began: UncertainDate
  readonly ended: {
    readonly at: UncertainDate
    readonly why: EndReason
    /** The event that ended it; null where the position itself names its end. */
    readonly id: string | null
    readonly revision: number | null
  } | null
  /** True if it holds, surely or possibly, at the valid time asked for. */
  readonly holds: boolean
  /** Present if it holds only possibly. */
  readonly possibly?: true
}

/** A position that a party had, as its own or for the span of a membership. */
export interface HistoryStretch {
  readonly held: Held
  readonly span: Span | undefined
  readonly start: TimeWindow
  readonly began: UncertainDate
  readonly ended: HeldPosition['ended']
}

/** The stretch for which a position held for a party; undefined where the membership never met it. */
export function stretch(held: Held, span: Span | undefined): HistoryStretch | undefined {
  const { position, fact, ending, start, sure, lasts } = held
  const own = {
    held,
    span,
    began: position.since ?? fact.countsFrom ?? fact.occurred,
    ended: endedBy(ending),
  }
  if (span === undefined) return { ...own, start }
  const { joined, left } = span
  const from = Math.max(start.from, joined.from)
  const until = Math.max(start.until, joined.until)
  if (Math.min(lasts, left?.until ?? lasts) <= from) return undefined
  const began = joined.from > start.from ? joinedAt(joined.fact) : own.began
  const ended = left !== undefined && left.from < sure ? leaving(left) : own.ended
  return { held, span, start: { from, until }, began, ended }
}

function endedBy(ending: Ending | undefined): HeldPosition['ended'] {
  if (ending === undefined) return null
  const { at, why, fact } = ending
  return { at, why, id: fact?.id ?? null, revision: fact?.recordedIn ?? null }
}

function leaving({ fact }: MembershipMove): HeldPosition['ended'] {
  const why = fact.type === 'party.withdrawn' ? 'party_withdrew' : 'left_grouping'
  return { at: fact.occurred, why, id: fact.id, revision: fact.recordedIn }
}

/** Orders stretches by when they began to hold, and of one moment by the entries that say so. */
export function byBeginning(a: HistoryStretch, b: HistoryStretch): number {
  return compareKeys(
    { from: a.start.from, entry: a.held.entry },
    { from: b.start.from, entry: b.held.entry },
  )
}
