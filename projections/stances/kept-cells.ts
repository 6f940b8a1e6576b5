import type { Subject } from '../../events/position.ts'
import type { FoundPosition } from './cell.ts'
import type { LayerAnswer } from './layer-answer.ts'
import type { StanceCell } from './stance-cell.ts'

interface Kept {
  readonly declared: LayerAnswer<FoundPosition>
  readonly reported: LayerAnswer<FoundPosition>
  readonly support: string
  readonly cell: StanceCell
}

/**
 * The cell last made of each answer, or of none: while nothing in it changes, it is the same object.
 * One that is only possible names other positions too, and is made each time.
 */
export class KeptCells {
  readonly #kept = new WeakMap<LayerAnswer<FoundPosition>, Kept>()
  /** The cells without a record, by subject and party. */
  readonly #without = new WeakMap<Subject, Map<string, StanceCell>>()

  /** @param support whether what either answer rests on stands, in one word. */
  cell(
    party: string,
    subject: Subject,
    declared: LayerAnswer<FoundPosition>,
    reported: LayerAnswer<FoundPosition>,
    support: string,
    make: () => StanceCell,
  ): StanceCell {
    if (declared.leader === undefined && reported.leader === undefined) {
      return this.#withoutRecord(party, subject, make)
    }
    const key = declared.leader === undefined ? reported : declared
    const kept = this.#kept.get(key)
    const isSame = kept?.declared === declared && kept.reported === reported
    if (isSame && kept.support === support) return kept.cell
    const cell = make()
    if (!cell.possibly) this.#kept.set(key, { declared, reported, support, cell })
    return cell
  }

  #withoutRecord(party: string, subject: Subject, make: () => StanceCell): StanceCell {
    const kept = this.#without.get(subject) ?? new Map<string, StanceCell>()
    this.#without.set(subject, kept)
    const cell = kept.get(party) ?? make()
    kept.set(party, cell)
    return cell
  }
}
