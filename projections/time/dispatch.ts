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

/** A part of a projection, as changes are folded into it. */
export interface FoldedView {
  /** The areas of the facts that it folds: all where absent. */
  readonly folds?: readonly Area[] | undefined
  apply(change: Change): void
  /** Does the same in pieces, where one change may have any number of effects. */
  folding?(change: Change): Pieces<void>
}

/** Views, in the order in which they are folded, and which of them a change concerns. */
export class Dispatch<View extends Pick<FoldedView, 'folds'>> {
  readonly #views: readonly View[]
  readonly #byType = new Map<FactType | undefined, readonly View[]>()

  constructor(views: readonly View[]) {
    this.#views = views
  }

  /** The views that a change concerns. */
  of({ removed, added }: Change): readonly View[] {
    const type = (added ?? removed)?.type
    // A correction may put a fact of another type in the place of the one that it removes.
    if (removed !== undefined && removed.type !== type) {
      return this.#views.filter((view) => folds(view, removed.type) || folds(view, type))
    }
    const known = this.#byType.get(type)
    if (known !== undefined) return known
    const concerned = this.#views.filter((view) => folds(view, type))
    this.#byType.set(type, concerned)
    return concerned
  }
}

function folds(view: Pick<FoldedView, 'folds'>, type: FactType | undefined): boolean {
  if (view.folds === undefined) return true
  return type !== undefined && view.folds.some((area) => type.startsWith(`${area}.`))
}
