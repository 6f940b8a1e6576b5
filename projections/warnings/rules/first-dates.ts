import type { FactIndex } from '../../fact-index.ts'
import { type DatedFact, DatedFactsBy } from '../../time/dated-facts-by.ts'
import type { FoldedView } from '../../time/dispatch.ts'
import type { History } from '../../time/history.ts'
import type { Change, StandingFact } from '../../time/standing-fact.ts'
import { type Referent, referentKey } from '../referent.ts'
import { BEGINNING_TYPES, windowEdgesOf } from './beginnings.ts'

/** The facts by which things began or, of a meeting, ended: what rules on the order of dates read. */
export class FirstDates implements FoldedView {
  /** Statements are found in the index of all facts. */
  readonly folds = BEGINNING_TYPES.filter((type) => type !== 'statement.recorded')
  readonly #facts: FactIndex
  readonly #edges: DatedFactsBy

  constructor(history: History, facts: FactIndex) {
    this.#facts = facts
    this.#edges = new DatedFactsBy(history, (fact) =>
      fact.type === 'statement.recorded' ? [] : windowEdgesOf(fact).map(referentKey),
    )
  }

  apply(change: Change): void {
    this.#edges.apply(change)
  }

  /** The first fact by which something began, as known after a revision. */
  first(
    of: Referent,
    known: number,
  ): { readonly fact: StandingFact; readonly from: number } | undefined {
    if (of.kind !== 'statement') return this.#edges.first(referentKey(of), known)
    const [fact] = this.#facts.all(`recorded ${of.statement}`, known)
    return fact && { fact, from: fact.from }
  }

  /** Every fact by which something began, in the order of their dates. */
  all(of: Referent, known: number): DatedFact[] {
    return this.#edges.all(referentKey(of), known)
  }
}
