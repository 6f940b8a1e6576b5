import type { FactBody } from '../../events/facts.ts'
import type { Subject } from '../../events/statement.ts'
import type { History } from '../time/history.ts'
import { Roster } from '../time/roster.ts'
import { StandingBy } from '../time/standing-by.ts'
import type { Change, StandingFact } from '../time/standing-fact.ts'
import { Cell } from './cell.ts'
import { concerns, type EndingFact, endingsOf, isEnding } from './ending.ts'
import { heldAs, ranksOf } from './held.ts'
import { type CarrierFact, isCarrier, positionsOf, type TakenPosition } from './position.ts'
import { originOf, voiceOf } from './voice.ts'

type StatementFact = StandingFact<'statement.recorded'>
type SourceFact = StandingFact<'source.recorded'>

/**
 * The positions of every party on every subject, each with what ends it and whose voice it is. What
 * ends a statement's positions, and who published the source that a voice comes from, may come
 * before them, later, or not at all, and may be corrected: a change of it puts them in anew.
 */
export class HeldPositions {
  /** The subjects that are an issue, or on which anybody has a position. */
  readonly subjects: Roster<Subject>
  readonly #history: History
  readonly #cells = new Map<string, Map<string, Cell>>()
  readonly #statements: StandingBy<StatementFact>
  readonly #relayed: StandingBy<StatementFact>
  readonly #endings: StandingBy<EndingFact>
  readonly #sources: StandingBy<SourceFact>

  constructor(history: History) {
    this.#history = history
    this.subjects = new Roster(history)
    this.#statements = new StandingBy(history, (fact) => statementOf(fact)?.statement)
    this.#relayed = new StandingBy(history, (fact) =>
      fact.type === 'statement.recorded' ? originOf(fact.body) : undefined,
    )
    this.#endings = new StandingBy(history, (f) => (isEnding(f) ? f.body.statement : undefined))
    this.#sources = new StandingBy(history, (f) =>
      f.type === 'source.recorded' ? f.body.source : undefined,
    )
  }

  apply(change: Change): void {
    const { removed, added } = change
    if (removed !== undefined) this.#leave(removed)
    const publishers = this.#publishersIn(change)
    for (const facts of [this.#statements, this.#relayed, this.#endings, this.#sources]) {
      facts.apply(change)
    }
    for (const fact of [removed, added]) if (fact !== undefined) this.#reconsider(fact)
    for (const [source, before] of publishers) {
      if (this.#publisherOf(source) === before) continue
      for (const statement of this.#relayed.of(source)) this.#put(statement)
    }
    if (added !== undefined) this.#enter(added)
  }

  /** The positions of a party on a subject; undefined where there never were any. */
  cell(party: string, subject: Subject): Cell | undefined {
    return this.#cells.get(subjectKey(subject))?.get(party)
  }

  /** The positions on a subject, of every party that ever had any. */
  on(subject: Subject): ReadonlyMap<string, Cell> {
    return this.#cells.get(subjectKey(subject)) ?? new Map()
  }

  #leave(fact: StandingFact): void {
    if (fact.type === 'issue.raised') this.subjects.leave(subjectKey(issueOf(fact)))
    if (!isCarrier(fact)) return
    for (const [part, position] of positionsOf(fact).entries()) {
      for (const rank of ranksOf(fact, part, position)) this.#of(position).remove(rank)
      this.subjects.leave(subjectKey(position.subject))
    }
  }

  #enter(fact: StandingFact): void {
    if (fact.type === 'issue.raised') this.subjects.enter(subjectKey(issueOf(fact)), issueOf(fact))
    if (!isCarrier(fact)) return
    for (const { subject } of positionsOf(fact)) this.subjects.enter(subjectKey(subject), subject)
    this.#put(fact)
  }

  /** Puts in anew what depends on a fact that came or went. */
  #reconsider(fact: StandingFact): void {
    if (isEnding(fact)) {
      for (const statement of this.#statements.of(fact.body.statement)) {
        this.#put(statement, (position) => concerns(fact, position))
      }
    }
  }

  /** The sources that a change concerns, each with its publisher before the change. */
  #publishersIn({ removed, added }: Change): Map<string, string | undefined> {
    const sources = [removed, added].flatMap((fact) =>
      fact?.type === 'source.recorded' ? [fact.body.source] : [],
    )
    return new Map(sources.map((source) => [source, this.#publisherOf(source)]))
  }

  #put(fact: CarrierFact, affects: (position: TakenPosition) => boolean = () => true): void {
    const recorded =
      fact.type === 'statement.recorded' ? [...this.#endings.of(fact.body.statement)] : []
    for (const [part, position] of positionsOf(fact).entries()) {
      if (!affects(position)) continue
      const voice = voiceOf(fact, position, (source) => this.#publisherOf(source))
      const endings = endingsOf(fact, position, recorded)
      for (const held of heldAs(fact, part, position, endings, voice)) this.#of(position).put(held)
    }
  }

  #publisherOf(source: string): string | undefined {
    return this.#sources.latest(source)?.body.publisher
  }

  #of({ party, subject, layer }: TakenPosition) {
    const key = subjectKey(subject)
    const parties = this.#made(this.#cells, key, () => new Map<string, Cell>())
    return this.#made(parties, party, () => new Cell(this.#history)).of(layer)
  }

  #made<T>(map: Map<string, T>, key: string, make: () => T): T {
    const existing = map.get(key)
    if (existing !== undefined) return existing
    const made = make()
    this.#history.changing(() => map.delete(key))
    map.set(key, made)
    return made
  }
}

export function subjectKey({ kind, id }: Subject): string {
  return `${kind}:${id}`
}

function issueOf(fact: StandingFact<'issue.raised'>): Subject {
  return { kind: 'issue', id: fact.body.issue }
}

function statementOf(fact: StandingFact): FactBody<'statement.recorded'> | undefined {
  return fact.type === 'statement.recorded' ? fact.body : undefined
}
