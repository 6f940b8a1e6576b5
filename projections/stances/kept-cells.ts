import type { Found } from './cell.ts'
import type { LayerAnswer } from './layer-answer.ts'
import type { StanceCell } from './stance-cell.ts'

interface Kept {
  readonly declared: LayerAnswer<Found>
  readonly reported: LayerAnswer<Found>
  readonly support: string
  readonly cell: StanceCell
}

/**
 * The cell last made of each answer: while nothing in it changes, it is the same object. One that is
 * only possible names other positions too, and is made each time.
 */
export class KeptCells {
  readonly #kept = new WeakMap<LayerAnswer<Found>, Kept>()

  /** @param support whether what either answer rests on stands, in one word. */
  cell(
    declared: LayerAnswer<Found>,
    reported: LayerAnswer<Found>,
    support: string,
    make: () => StanceCell,
  ): StanceCell {
    if (declared.leader === undefined && reported.leader === undefined) return make()
    const key = declared.leader === undefined ? reported : declared
    const kept = this.#kept.get(key)
    const isSame = kept?.declared === declared && kept.reported === reported
    if (isSame && kept.support === support) return kept.cell
    const cell = make()
    if (!cell.possibly) this.#kept.set(key, { declared, reported, support, cell })
    return cell
  }
}
