import type { EvidenceItem, EvidenceOf } from '../evidence/evidence.ts'
import type { FactIndex } from '../fact-index.ts'
import { compareKeys } from '../time/bitemporal.ts'
import { isPossible } from '../time/shown-fact.ts'
import type { AsOf, StandingFact } from '../time/standing-fact.ts'
import { isWanted, type StatementFilter, statementKeys } from './statement-filter.ts'
import { type StatementReply, type StatementSequel, statementReply } from './statement-reply.ts'

/** Statements: speaker, party spoken for, and whether the words still stand. */
export class Statements {
  readonly #evidence: EvidenceOf
  readonly #facts: FactIndex
  /** The replies of certain statements that nothing followed. */
  readonly #plain = new WeakMap<StandingFact, { lastChange: number; reply: StatementReply }>()

  constructor(facts: FactIndex, evidence: EvidenceOf) {
    this.#facts = facts
    this.#evidence = evidence
  }

  /** The statements that count by then and match the whole filter, in valid-time order. */
  list(asOf: AsOf, filter: StatementFilter = {}): StatementReply[] {
    return this.matching(asOf, filter).map((fact) => this.shown(fact, asOf))
  }

  /** The same as facts, of which a reader may show some alone. */
  matching(asOf: AsOf, filter: StatementFilter = {}): StandingFact<'statement.recorded'>[] {
    const found = new Map<number, StandingFact<'statement.recorded'>>()
    const keys = statementKeys(filter)
    for (const fact of keys.flatMap((key) => [...this.#facts.of(key).upTo(asOf)])) {
      if (isStatement(fact) && isWanted(fact, filter)) found.set(fact.entry, fact)
    }
    const wanted = [...found.values()]
    return keys.length > 1 ? wanted.sort(compareKeys) : wanted
  }

  /** One statement; `undefined` where none of that id counts by then. */
  one(id: string, asOf: AsOf): StatementReply | undefined {
    for (const fact of this.#facts.of(`statement ${id}`).downFrom(asOf)) {
      if (isStatement(fact)) return this.shown(fact, asOf)
    }
    return undefined
  }

  /** A statement with what became of it by then. */
  shown(fact: StandingFact<'statement.recorded'>, asOf: AsOf): StatementReply {
    const { statement } = fact.body
    const isAlone = this.#facts.only('statement', statement) === fact
    const named = isAlone ? [] : this.#facts.of(`statement ${statement}`).upTo(asOf)
    const sequels = [...named].filter(isSequel)
    const isPlain = sequels.length === 0 && !isPossible(fact, asOf)
    const lastChange = isPlain ? this.#evidence.sources.lastChange(asOf.revision) : undefined
    const kept = this.#plain.get(fact)
    if (kept !== undefined && kept.lastChange === lastChange) return kept.reply
    const reply = {
      ...statementReply(fact, sequels, asOf),
      support: this.#evidence.supportOf(fact, asOf.revision),
      evidence: this.#evidence.items(fact, asOf.revision),
    }
    if (lastChange !== undefined && reply.evidence.every(isRecorded)) {
      this.#plain.set(fact, { lastChange, reply })
    }
    return reply
  }
}

export type { StatementFilter, StatementReply }

function isStatement(fact: StandingFact): fact is StandingFact<'statement.recorded'> {
  return fact.type === 'statement.recorded'
}

function isSequel(fact: StandingFact): fact is StatementSequel {
  return fact.type === 'statement.retracted' || fact.type === 'position.ended'
}

function isRecorded({ status, relay }: EvidenceItem): boolean {
  return status !== 'not_recorded' && relay.every((each) => each.status !== 'not_recorded')
}
