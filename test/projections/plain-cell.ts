import type { PositionView } from '../../projections/stances/position-view.ts'
import type { Conflict, Layer, OrElse, StanceCell } from '../../projections/stances/stance-cell.ts'

/** A position, by what tells it from every other. */
export interface PlainPosition {
  readonly tag: string
  readonly via: string | null
  readonly voice: string
}

/** The other answer that there may be. */
export interface PlainElse {
  readonly stance: string
  readonly basis: string | null
  readonly position: PlainPosition | null
}

type PlainConflict = readonly [PlainPosition, PlainPosition]

export interface PlainLayer {
  readonly stance: string
  readonly leader: PlainPosition
  readonly conflict: PlainConflict | null
  readonly afterRetraction: boolean
  readonly possibly: boolean
  readonly orElse: PlainElse | null
}

/** A cell with every flag, and of each position no more than which one it is. */
export interface PlainCell {
  readonly stance: string
  readonly basis: string | null
  readonly possibly: boolean
  readonly orElse: PlainElse | null
  readonly conflict: PlainConflict | null
  readonly declared: PlainLayer | null
  readonly reported: PlainLayer | null
}

export function plainCell(cell: StanceCell): PlainCell {
  const { stance, basis, possibly, orElse, conflict, declared, reported } = cell
  return {
    ...{ stance, basis, possibly: possibly === true, orElse: plainElse(orElse) },
    conflict: plainConflict(conflict),
    ...{ declared: plainLayer(declared), reported: plainLayer(reported) },
  }
}

function plainLayer(layer: Layer | null): PlainLayer | null {
  if (layer === null) return null
  const { stance, leader, conflict, afterRetraction, possibly, orElse } = layer
  return {
    stance,
    leader: plain(leader),
    conflict: plainConflict(conflict),
    afterRetraction: afterRetraction === true,
    possibly: possibly === true,
    orElse: plainElse(orElse),
  }
}

function plainElse(orElse: OrElse | undefined): PlainElse | null {
  if (orElse === undefined) return null
  const { stance, basis, position } = orElse
  return { stance, basis, position: position && plain(position) }
}

function plainConflict(conflict: Conflict | null): PlainConflict | null {
  return conflict && [plain(conflict[0]), plain(conflict[1])]
}

function plain({ revision, stance, rationale = '', via, voice }: PositionView): PlainPosition {
  return { tag: `${revision} ${stance} ${rationale}`, via, voice }
}
