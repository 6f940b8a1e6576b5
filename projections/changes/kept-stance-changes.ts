import type { StanceCell } from '../stances/stance-cell.ts'
import type { History } from '../time/history.ts'
import type { StanceChange } from './stance-changes.ts'

interface Kept {
  readonly before: StanceCell | undefined
  readonly after: StanceCell | undefined
  readonly stretch: string
  /** Undefined where the two cells tell the same. */
  readonly change: StanceChange | undefined
}

/**
 * The last change found of each cell. Cells are immutable and kept (stances/kept-cells.ts), so that the
 * same object means the same answer. A step from one pair of points to the next leaves most of them
 * as they were, and to find the causes of one takes a walk through the positions of its party.
 */
export class KeptStanceChanges {
  readonly #history: History
  readonly #kept = new WeakMap<StanceCell, Kept>()

  constructor(history: History) {
    this.#history = history
  }

  /**
   * The change from one cell to the other, at least one of them there, made where it is not kept.
   *
   * @param stretch names all that the change depends on beside the two cells
   */
  get(
    before: StanceCell | undefined,
    after: StanceCell | undefined,
    stretch: string,
    make: () => StanceChange | undefined,
  ): StanceChange | undefined {
    const cell = (after ?? before) as StanceCell
    const kept = this.#kept.get(cell)
    if (
      kept !== undefined &&
      kept.before === before &&
      kept.after === after &&
      kept.stretch === stretch
    ) {
      return kept.change
    }
    const change = make()
    // What a tentative fold gives is taken back with it, so it is not kept.
    if (!this.#history.isTentative) this.#kept.set(cell, { before, after, stretch, change })
    return change
  }
}
