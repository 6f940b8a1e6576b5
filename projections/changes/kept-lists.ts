import type { Area } from '../time/dispatch.ts'
import type { History } from '../time/history.ts'
import type { Pieces } from '../time/pieces.ts'
import type { AsOf } from '../time/standing-fact.ts'
import type { Stretches } from '../time/stretches.ts'

/** The lists kept: of both points, and of both of the step before. */
const KEPT = 4

/** A list as of some moments, kept for the stretches that were asked for last. */
export class KeptLists<T> {
  readonly #history: History
  readonly #stretches: Pick<Stretches, 'nameAt'>
  readonly #areas: readonly Area[]
  readonly #listing: (asOf: AsOf) => Pieces<readonly T[]>
  #kept: readonly { readonly stretch: string; readonly list: readonly T[] }[] = []

  /**
   * @param areas the areas of all facts that the list is made of
   * @param listing makes the list
   */
  constructor(
    history: History,
    stretches: Pick<Stretches, 'nameAt'>,
    areas: readonly Area[],
    listing: (asOf: AsOf) => Pieces<readonly T[]>,
  ) {
    this.#history = history
    this.#stretches = stretches
    this.#areas = areas
    this.#listing = listing
  }

  /** The list as of a moment: the same object within a stretch. */
  *at(asOf: AsOf): Pieces<readonly T[]> {
    // What a tentative fold gives is taken back with it, so it is not kept.
    if (this.#history.isTentative) return yield* this.#listing(asOf)
    const stretch = this.#stretches.nameAt(this.#areas, asOf)
    const found = this.#kept.find((kept) => kept.stretch === stretch)
    const kept = found ?? { stretch, list: yield* this.#listing(asOf) }
    this.#kept = [kept, ...this.#kept.filter((other) => other !== kept)].slice(0, KEPT)
    return kept.list
  }
}
