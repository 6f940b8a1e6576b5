import type { Subject } from '../../events/position.ts'
import type { Support } from '../evidence/evidence.ts'
import type { FoundPosition } from './cell.ts'
import type { Held } from './held.ts'
import type { LayerAnswer } from './layer-answer.ts'
import type { StanceCell } from './stance-cell.ts'

interface Kept {
  readonly declared: LayerAnswer<FoundPosition>
  readonly reported: LayerAnswer<FoundPosition>
  /** The positions that the cell names, and whether what each rests on stands. */
  readonly named: readonly Held[]
  readonly supports: readonly Support[]
  readonly cell: StanceCell
}

type SupportOfHeld = (held: Held) => Support

/** The cell last made of each answer, or of none: while nothing in it changes, it is the same object. */
export class KeptCells {
  readonly #kept = new WeakMap<LayerAnswer<FoundPosition>, Kept>()
  /** The cells without a record, by subject and party. */
  readonly #without = new WeakMap<Subject, Map<string, StanceCell>>()

  /** @param make makes the cell, and notes the positions that it names. */
  cell(
    party: string,
    subject: Subject,
    declared: LayerAnswer<FoundPosition>,
    reported: LayerAnswer<FoundPosition>,
    supportOf: SupportOfHeld,
    make: (named: Held[]) => StanceCell,
  ): StanceCell {
    if (declared.leader === undefined && reported.leader === undefined) {
      return this.#withoutRecord(party, subject, () => make([]))
    }
    const key = declared.leader === undefined ? reported : declared
    const kept = this.#kept.get(key)
    if (
      kept?.declared === declared &&
      kept.reported === reported &&
      kept.named.every((held, place) => supportOf(held) === kept.supports[place])
    ) {
      return kept.cell
    }
    const named: Held[] = []
    const cell = make(named)
    this.#kept.set(key, { declared, reported, named, supports: named.map(supportOf), cell })
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
