import type { Subject } from '../../events/position.ts'
import type { ClauseStanding } from './clause-standing.ts'
import type { PositionView } from './position-view.ts'
import type { LayerName } from './rules/layer.ts'
import type { StanceOrNone } from './side.ts'

/** The other answer that there may be, where an answer is `possibly`. */
export interface OrElse {
  readonly stance: StanceOrNone
  readonly basis: LayerName | null
  /** The position that would decide; null where nothing would hold. */
  readonly position: PositionView | null
}

/** Two positions that stand against each other, the later first. */
export type Conflict = readonly [PositionView, PositionView]

/** The answer of one layer. */
export interface Layer {
  readonly stance: StanceOrNone
  readonly leader: PositionView
  /** The latest two that stand against each other, the later first; null without. */
  readonly conflict: Conflict | null
  /** It leads again because what led was retracted. */
  readonly afterRetraction?: true
  readonly possibly?: true
  readonly orElse?: OrElse
}

/** The stance of a party on a subject, with both layers that it comes from. */
export interface StanceCell {
  readonly party: string
  readonly subject: Subject
  readonly stance: StanceOrNone
  readonly basis: LayerName | null
  readonly possibly?: true
  /** Given exactly where it is `possibly`. */
  readonly orElse?: OrElse
  /** Both sides where the stance is `conflicting`, within a layer or across both; else null. */
  readonly conflict: Conflict | null
  readonly declared: Layer | null
  readonly reported: Layer | null
  /** Of a clause: how it stands in the current text, and how the party stands on its wordings; else null. */
  readonly clause: ClauseStanding | null
}

/** The stances of one party: one cell for each subject. */
export interface StanceRow {
  readonly party: string
  readonly cells: readonly StanceCell[]
}

/** Everybody's stance on everything: one row for each party. */
export interface StanceMatrix {
  readonly parties: readonly string[]
  readonly subjects: readonly Subject[]
  readonly rows: readonly StanceRow[]
}
