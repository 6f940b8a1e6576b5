import type { Subject } from '../../events/position.ts'
import type { Support } from '../evidence/evidence.ts'
import type { FoundPosition } from './cell.ts'
import type { Held } from './held.ts'
import type { PositionView } from './position-view.ts'
import { answerOfBoth } from './rules/both-layers.ts'
import type { LayerAnswer } from './rules/leader.ts'
import type { StanceCell } from './stance-cell.ts'

interface Kept {
  readonly declared: LayerAnswer<FoundPosition>
  readonly reported: LayerAnswer<FoundPosition>
  /** The positions that the cell names, each with whether what it rests on stands. */
  readonly named: readonly { readonly held: Held; readonly support: Support }[]
  readonly cell: StanceCell
}

/** The cells kept of each answer: of both moments of a comparison. */
const KEPT = 2

/** The cells last made of each answer, or of none: while nothing in one changes, it is the same object. */
export class KeptCells {
  readonly #kept = new WeakMap<LayerAnswer<FoundPosition>, readonly Kept[]>()
  /** The cells without a record, by subject and party. */
  readonly #without = new WeakMap<Subject, Map<string, StanceCell>>()

  cell(
    party: string,
    subject: Subject,
    declared: LayerAnswer<FoundPosition>,
    reported: LayerAnswer<FoundPosition>,
    supportOf: (held: Held) => Support,
    view: (found: FoundPosition) => PositionView,
  ): StanceCell {
    if (declared.leader === undefined && reported.leader === undefined) {
      return this.#withoutRecord(party, subject, () =>
        answerOfBoth(party, subject, declared, reported, view),
      )
    }
    const key = declared.leader === undefined ? reported : declared
    const kept = this.#kept.get(key) ?? []
    for (const last of kept) {
      const isOfBoth = last.declared === declared && last.reported === reported
      if (isOfBoth && last.named.every(({ held, support }) => supportOf(held) === support)) {
        return last.cell
      }
    }
    const named: { held: Held; support: Support }[] = []
    const cell = answerOfBoth(party, subject, declared, reported, (found) => {
      const position = view(found)
      named.push({ held: found.held, support: position.support })
      return position
    })
    this.#kept.set(key, [{ declared, reported, named, cell }, ...kept].slice(0, KEPT))
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
