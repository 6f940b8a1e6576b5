import type { Evidence } from '../evidence/evidence.ts'
import { FactsBy } from '../time/facts-by.ts'
import type { History } from '../time/history.ts'
import type { AsOf, Change, StandingFact } from '../time/standing-fact.ts'
import { matches, type StatementFilter, statementKeys } from './statement-keys.ts'
import { type StatementReply, type StatementSequel, statementReply } from './statement-reply.ts'

/** Who said what, on whose behalf, and whether the words still stand. */
export class Statements {
  readonly #evidence: Evidence
  readonly #statements: FactsBy<StandingFact<'statement.recorded'>>
  readonly #sequels: FactsBy<StatementSequel>

  constructor(history: History, evidence: Evidence) {
    this.#evidence = evidence
    this.#statements = new FactsBy(history, (fact) =>
      fact.type === 'statement.recorded' ? statementKeys(fact) : [],
    )
    this.#sequels = new FactsBy(history, (fact) =>
      fact.type === 'statement.retracted' || fact.type === 'position.ended'
        ? [fact.body.statement]
        : [],
    )
  }

  apply(change: Change): void {
    this.#statements.apply(change)
    this.#sequels.apply(change)
  }

  /** The statements that count by then and match the whole filter, in valid-time order. */
  list(asOf: AsOf, filter: StatementFilter = {}): StatementReply[] {
    const [first = 'any', ...others] = matches(filter)
    return Array.from(this.#statements.of(first).upTo(asOf))
      .filter((fact) => others.length === 0 || others.every(among(statementKeys(fact))))
      .map((fact) => this.#reply(fact, asOf))
  }

  /** One statement; `undefined` where none of that id counts by then. */
  one(id: string, asOf: AsOf): StatementReply | undefined {
    const fact = this.#statements.of(`statement ${id}`).latest(asOf)
    return fact && this.#reply(fact, asOf)
  }

  #reply(fact: StandingFact<'statement.recorded'>, asOf: AsOf): StatementReply {
    const sequels = [...this.#sequels.of(fact.body.statement).upTo(asOf)]
    return {
      ...statementReply(fact, sequels, asOf),
      support: this.#evidence.supportOf(fact, asOf.revision),
      evidence: this.#evidence.items(fact, asOf.revision),
    }
  }
}

export type { StatementFilter, StatementReply }

function among(keys: readonly string[]): (key: string) => boolean {
  return (key) => keys.includes(key)
}
