import type { PositionView } from '../../projections/stances/position-view.ts'
import type { Layer, StanceCell } from '../../projections/stances/stance-cell.ts'

/** A position, by what tells it from every other. */
export interface PlainPosition {
  readonly tag: string
  readonly via: string | null
  readonly voice: string
}

export interface PlainLayer {
  readonly stance: string
  readonly leader: PlainPosition
  readonly conflict: readonly [PlainPosition, PlainPosition] | null
  readonly afterRetraction: boolean
  readonly possibly: boolean
}

/** A cell with every flag, and of each position no more than which one it is. */
export interface PlainCell {
  readonly stance: string
  readonly basis: string | null
  readonly possibly: boolean
  readonly declared: PlainLayer | null
  readonly reported: PlainLayer | null
}

export function plainCell({ stance, basis, possibly, declared, reported }: StanceCell): PlainCell {
  return { stance, basis, possibly, declared: plainLayer(declared), reported: plainLayer(reported) }
}

function plainLayer(layer: Layer | null): PlainLayer | null {
  if (layer === null) return null
  const { stance, leader, conflict, afterRetraction, possibly } = layer
  return {
    stance,
    leader: plain(leader),
    conflict: conflict === undefined ? null : [plain(conflict[0]), plain(conflict[1])],
    afterRetraction: afterRetraction === true,
    possibly: possibly === true,
  }
}

function plain({ revision, stance, rationale = '', via, voice }: PositionView): PlainPosition {
  return { tag: `${revision} ${stance} ${rationale}`, via, voice }
}
