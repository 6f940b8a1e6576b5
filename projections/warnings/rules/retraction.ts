import type { FactIndex } from '../../fact-index.ts'
import { partiesSpokenFor } from '../../statements/utterances.ts'
import { FactsBy } from '../../time/facts-by.ts'
import type { History } from '../../time/history.ts'
import type { Change, StandingFact } from '../../time/standing-fact.ts'
import type { Finding, WarningRule } from '../warning.ts'

type Statement = StandingFact<'statement.recorded'>
type Retraction = StandingFact<'statement.retracted'>

/** A retraction by a party for which nobody speaks in the statement: it takes nothing back. */
export class RetractionRule implements WarningRule<Retraction['type'], Statement['type']> {
  readonly warnsOf = ['statement.retracted'] as const
  readonly dependsOn = ['statement.recorded'] as const
  readonly folds = this.warnsOf
  readonly #facts: FactIndex
  readonly #retractions: FactsBy<Retraction>

  constructor(history: History, facts: FactIndex) {
    this.#facts = facts
    this.#retractions = new FactsBy(history, (fact) =>
      fact.type === 'statement.retracted' ? [fact.body.statement] : [],
    )
  }

  apply(change: Change): void {
    this.#retractions.apply(change)
  }

  *affectedBy(fact: Statement, known: number): Iterable<StandingFact> {
    yield* this.#retractions.all(fact.body.statement, known)
  }

  check(fact: Retraction, known: number): Finding[] {
    const { statement, by = [] } = fact.body
    const [said] = this.#facts.all(`recorded ${statement}`, known) as Iterable<Statement>
    if (said === undefined) return []
    const speaking = partiesSpokenFor(said.body)
    const others = [...new Set(by)].filter((party) => !speaking.includes(party))
    return others.map((party) => ({
      code: 'retracted_by_other',
      params: { party, statement },
      against: said,
    }))
  }
}
