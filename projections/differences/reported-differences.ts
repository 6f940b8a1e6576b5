import type { Evidence } from '../../events/envelope.ts'
import type { FactBody } from '../../events/facts.ts'
import type { Support } from '../evidence/evidence.ts'
import type { SupportOf } from '../stances/position-view.ts'
import { type LayerName, statementLayer } from '../stances/rules/layer.ts'
import { firstAmong, type RetractionFact, takenBackFor } from '../statements/retractions.ts'
import { FactsBy } from '../time/facts-by.ts'
import type { History } from '../time/history.ts'
import { canEnd, firstOf, type Holding, holding } from '../time/holding.ts'
import { type ShownFact, shown } from '../time/shown-fact.ts'
import type { AsOf, Change, StandingFact } from '../time/standing-fact.ts'

type Statement = FactBody<'statement.recorded'>
type StatementFact = StandingFact<'statement.recorded'>

/** Differences that a statement says are open. Members that it does not give are absent. */
export interface ReportedDifferences extends ShownFact {
  readonly statement: string
  readonly atLeast?: number
  readonly between?: readonly string[]
  readonly issues: readonly string[]
  readonly layer: LayerName
  readonly speaker: Statement['speaker']
  readonly onBehalfOf: string | null
  readonly attribution: Statement['attribution']
  readonly evidence: readonly Evidence[]
  readonly support: Support
}

/** Open differences as somebody states them, for as long as the speaker has not retracted it. */
export class ReportedDifferencesBy {
  readonly #support: SupportOf
  readonly #statements: FactsBy<StatementFact>
  readonly #retractions: FactsBy<RetractionFact>

  constructor(history: History, support: SupportOf) {
    this.#support = support
    this.#statements = new FactsBy(history, (fact) =>
      fact.type === 'statement.recorded' && fact.body.openDifferences !== undefined ? ['all'] : [],
    )
    this.#retractions = new FactsBy(history, (fact) =>
      fact.type === 'statement.retracted' ? [fact.body.statement] : [],
    )
  }

  apply(change: Change): void {
    this.#statements.apply(change)
    this.#retractions.apply(change)
  }

  /** The differences that are said by then and not surely retracted, in valid-time order. */
  at(asOf: AsOf): ReportedDifferences[] {
    return Array.from(this.#statements.of('all').upTo(asOf)).flatMap((fact) => {
      const retractions = [...this.#retractions.of(fact.body.statement).upTo(asOf)]
      const ends = retractions.filter((end) => canEnd(fact, end))
      const taken = takenBackFor(fact.body, undefined, firstAmong(ends))
      const holds = holding(fact, firstOf(taken), asOf.validTime)
      return holds === 'no' ? [] : [this.#view(fact, asOf, holds)]
    })
  }

  #view(fact: StatementFact, asOf: AsOf, holds: Holding): ReportedDifferences {
    const { statement, speaker, onBehalfOf, attribution, openDifferences, evidence } = fact.body
    const { atLeast, between, issues = [] } = openDifferences ?? {}
    return {
      ...shown(fact),
      ...(holds === 'possibly' && { possibly: true }),
      statement,
      ...(atLeast !== undefined && { atLeast }),
      ...(between !== undefined && { between }),
      issues,
      layer: statementLayer(fact.body),
      speaker,
      onBehalfOf: onBehalfOf ?? null,
      attribution,
      evidence: evidence ?? [],
      support: this.#support.supportOf(fact, asOf.revision),
    }
  }
}
