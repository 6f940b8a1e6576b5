import type { StanceOrNone } from '../../../projections/stances/side.ts'
import type { Messages } from '../../words/messages.ts'
import type { RouteChange } from '../state/route.ts'
import type { MoveGroup } from './move-group.ts'

/** The words on which a change rests, and who carried them. */
export interface Ground {
  /** The speaker, with the party spoken for. */
  readonly speaker: string
  /** The publishers of what it rests on, the nearest first; empty where none is given. */
  readonly outlets: string
  /** Words of the source; empty where none are quoted. */
  readonly words: string
  readonly lang: string | undefined
  /** The date on which it was said, in words. */
  readonly occurred: string
  /** ISO 8601. */
  readonly recordedAt: string
  /** Leads to the entry. */
  readonly entry: string
  /** The number of other entries that caused the change. */
  readonly others: number
}

/** One change, and where the reader finds more. */
export interface NewsLine {
  readonly text: string
  readonly to: RouteChange
  /** True if none of the evidence of what it tells stands any more. */
  readonly isUnsupported: boolean
  /** Of a change of stance: the stance before and after. */
  readonly stances?: readonly [StanceOrNone, StanceOrNone]
  readonly ground?: Ground
}

/** The groups of changes that are no moves. */
export type NewsGroup = keyof Messages['briefing']['groups']

/** Changes under a heading. */
export interface NewsSection {
  /** The name of the group, in code. */
  readonly group: MoveGroup | NewsGroup
  readonly title: string
  /** True of the groups of moves, which come first. */
  readonly isMoves: boolean
  readonly lines: readonly NewsLine[]
}

/** A line as a whole sentence. */
export function newsLine(text: string, more: Omit<NewsLine, 'text'>): NewsLine {
  return { text: /[.!?…]$/.test(text) ? text : `${text}.`, ...more }
}
