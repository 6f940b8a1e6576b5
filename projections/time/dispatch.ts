import type { FactType } from '../../events/facts.ts'
import type { EventType } from '../../events/registry.ts'
import type { Pieces } from './pieces.ts'
import type { Change } from './standing-fact.ts'

/** All that stands before the dot in the type of a fact. */
export type Area = FactType extends `${infer A}.${string}` ? A : never

/** All that stands before the dot in the type of an event. */
export function areaOf(type: EventType): string {
  return type.slice(0, type.indexOf('.'))
}

/** Facts by what their type begins with, or by the whole of it. */
export type Concern = Area | FactType

/** A part of a projection, as changes are folded into it. */
export interface FoldedView {
  /** The facts that it folds: all where absent. */
  readonly folds?: readonly Concern[] | undefined
  apply(change: Change): void
  /**
   * Does the same, and returns the pieces in which it is to be done of a change that may have any
   * number of effects; undefined of one that it has folded.
   */
  folding?(change: Change): Pieces<void> | undefined
}

/** Items in order, each of which concerns facts of some types: those of a type are found once. */
export class Dispatch<Item> {
  readonly #items: readonly Item[]
  readonly #concernsOf: (item: Item) => readonly Concern[] | undefined
  readonly #byType = new Map<FactType, readonly Item[]>()

  /** @param concernsOf the facts that an item concerns: all where it gives none */
  constructor(items: readonly Item[], concernsOf: (item: Item) => readonly Concern[] | undefined) {
    this.#items = items
    this.#concernsOf = concernsOf
  }

  /** The items that a change concerns. */
  of({ removed, added }: Change): readonly Item[] {
    if (removed === undefined || added === undefined || removed.type === added.type) {
      const fact = added ?? removed
      return fact === undefined ? [] : this.ofType(fact.type)
    }
    // A correction may put a fact of another type in the place of the one that it removes.
    const concerned = new Set([...this.ofType(removed.type), ...this.ofType(added.type)])
    return this.#items.filter((item) => concerned.has(item))
  }

  /** The items that facts of a type concern. */
  ofType(type: FactType): readonly Item[] {
    const known = this.#byType.get(type)
    if (known !== undefined) return known
    const concerned = this.#items.filter((item) => isAmong(type, this.#concernsOf(item)))
    this.#byType.set(type, concerned)
    return concerned
  }
}

function isAmong(type: FactType, concerns: readonly Concern[] | undefined): boolean {
  if (concerns === undefined) return true
  return concerns.some((one) => one === type || type.startsWith(`${one}.`))
}
