import type { Position } from '../../events/position.ts'

/** A stance as recorded, or as a cell answers: never silently chosen, never invented. */
export type StanceOrNone = Position['stance'] | 'conflicting' | 'no_record'

export type Side = 'for' | 'against'

/** Every stance that a position can take. */
export const STANCES: readonly Position['stance'][] = [
  'proposes',
  'supports',
  'no_objection',
  'undecided',
  'opposes',
  'withdrawn',
]

/** The side that a stance takes on its subject; none where it takes neither. */
export function sideOf(stance: StanceOrNone): Side | undefined {
  switch (stance) {
    case 'proposes':
    case 'supports':
    case 'no_objection':
      return 'for'
    case 'opposes':
      return 'against'
    default:
      return undefined
  }
}
