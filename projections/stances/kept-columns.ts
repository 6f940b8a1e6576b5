import type { Subject } from '../../events/position.ts'
import type { History } from '../time/history.ts'
import type { StanceCell } from './stance-cell.ts'

interface Column {
  readonly stretch: string
  readonly cells: readonly StanceCell[]
}

/** The columns kept of a subject: of the moment, the step before it, and one compared with. */
const KEPT = 3

/** The stances of all parties on each subject, kept for the stretches that were asked for last. */
export class KeptColumns {
  readonly #history: History
  readonly #kept = new WeakMap<Subject, readonly Column[]>()

  constructor(history: History) {
    this.#history = history
  }

  /** The column of a stretch, made where it is not kept. */
  at(subject: Subject, stretch: string, make: () => readonly StanceCell[]): readonly StanceCell[] {
    const kept = this.#kept.get(subject) ?? []
    const found = kept.find((column) => column.stretch === stretch)
    const cells = found?.cells ?? make()
    // A fold that may be taken back says nothing of what is folded in its place.
    if (found !== undefined || this.#history.isTentative) return cells
    this.#kept.set(subject, [{ stretch, cells }, ...kept].slice(0, KEPT))
    return cells
  }
}
