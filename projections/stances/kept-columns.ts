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

  /**
   * The column of a stretch, made unless it is kept. A column with the same cells as a kept one is
   * answered with the kept one, so that whoever compares columns sees no change.
   */
  at(subject: Subject, stretch: string, make: () => readonly StanceCell[]): readonly StanceCell[] {
    const kept = this.#kept.get(subject) ?? []
    const found = kept.find((column) => column.stretch === stretch)
    if (found !== undefined) return found.cells
    const made = make()
    // What a tentative fold gives is taken back with it, so it is not kept.
    if (this.#history.isTentative) return made
    const cells = kept.find((column) => isSame(column.cells, made))?.cells ?? made
    this.#kept.set(subject, [{ stretch, cells }, ...kept].slice(0, KEPT))
    return cells
  }
}

function isSame(a: readonly StanceCell[], b: readonly StanceCell[]): boolean {
  return a.length === b.length && a.every((cell, row) => cell === b[row])
}
