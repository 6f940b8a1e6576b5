import type { FactBody } from '../../events/facts.ts'
import type { Subject } from '../../events/position.ts'
import type { RunChanges } from '../drafts/wording-runs.ts'
import { FactsBy } from '../time/facts-by.ts'
import type { History } from '../time/history.ts'
import type { Pieces } from '../time/pieces.ts'
import { Roster } from '../time/roster.ts'
import { StandingBy } from '../time/standing-by.ts'
import type { AsOf, Change, StandingFact } from '../time/standing-fact.ts'
import { PositionCell } from './cell.ts'
import { DraftActs, type ReadCarrier } from './draft-acts.ts'
import { concerns, type Ending, endingsOf, isEnding } from './ending.ts'
import { isSameEnd } from './first-ends.ts'
import { edgesOf, heldAs, ranksOf } from './held.ts'
import { endsOfWords, heldOf, type WordsInDrafts } from './on-words.ts'
import { type CarrierFact, isCarrier, positionsOf, type TakenPosition } from './position.ts'
import { RecordedEnds } from './recorded-ends.ts'
import { SubjectEdges } from './subject-edges.ts'
import { subjectKey } from './subject-key.ts'
import { voiceOf } from './voice.ts'
import { Voices } from './voices.ts'

type StatementFact = StandingFact<'statement.recorded'>

/**
 * The positions of every party on every subject, each with its end and its voice. The ends of a
 * statement's positions may be recorded before the statement or after it, and may be corrected:
 * positions whose end has changed are put in again.
 */
export class HeldPositions {
  /** The subjects that are an issue, or on which anybody has a position. */
  readonly subjects: Roster<Subject>
  readonly voices: Voices
  readonly #edges: SubjectEdges
  readonly #history: History
  readonly #cells = new Map<string, Map<string, PositionCell>>()
  readonly #statements: StandingBy<StatementFact>
  readonly #recorded: RecordedEnds
  /** By wording: the statements with a position on it. */
  readonly #onWords: FactsBy<StatementFact>
  readonly #words: WordsInDrafts | undefined
  readonly #acts: DraftActs

  /** @param words must have taken each change before this */
  constructor(history: History, words?: WordsInDrafts) {
    this.#history = history
    this.#words = words
    this.#acts = new DraftActs(history, (revision) => words?.windowOf(revision))
    this.#onWords = new FactsBy(history, wordingsNamed)
    this.subjects = new Roster(history)
    this.voices = new Voices(history)
    this.#edges = new SubjectEdges(history)
    this.#statements = new StandingBy(history, (fact) => statementOf(fact)?.statement)
    this.#recorded = new RecordedEnds(history)
  }

  *folding(change: Change): Pieces<void> {
    const { removed, added } = change
    this.#edges.apply(change)
    if (removed !== undefined) this.#leave(removed)
    for (const facts of [this.voices, this.#statements, this.#recorded]) facts.apply(change)
    for (const facts of [this.#onWords, this.#acts]) facts.apply(change)
    for (const fact of [removed, added]) if (fact !== undefined) this.#reconsider(fact)
    for (const fact of this.#acts.rereadBy(change)) {
      yield
      this.#move(fact)
    }
    if (added !== undefined) this.#enter(added)
    const inDrafts = this.#words?.takeChanges()
    for (const fact of this.#acts.touchedBy(change, inDrafts?.dated ?? [])) {
      yield
      if (fact !== added) this.#move(fact)
    }
    for (const changes of inDrafts?.runs ?? []) yield* this.#takeRuns(changes)
  }

  /** Takes acts on words in drafts, and ends the statements on words that a draft no longer has. */
  *#takeRuns({ removed, added }: RunChanges): Pieces<void> {
    for (const { act, wording, began } of removed) {
      yield
      if (act === undefined) continue
      const subject = { kind: 'wording' as const, id: wording }
      const { from, entry } = began.dated
      this.#cellOf({ party: act.party, subject }).declared.remove({ from, entry, part: 0 })
      this.subjects.leave(subjectKey(subject))
    }
    for (const run of added) {
      yield
      if (run.act === undefined) continue
      const held = heldOf(run, run.act, (voice) => this.voices.label(voice))
      const { subject } = held.position
      const cell = this.#cellOf(held.position)
      cell.hears(held.voice)
      this.subjects.enter(subjectKey(subject), subject)
      cell.declared.put(held)
      this.#edges.touch(subject, edgesOf(held))
    }
    const reworded = [...removed, ...added].filter(({ act }) => act === undefined)
    for (const wording of new Set(reworded.map((run) => run.wording))) {
      for (const statement of this.#onWords.of(wording).all(this.#history.revision)) {
        yield
        const positions = [...positionsOf(statement).entries()]
        this.#put(
          statement,
          positions.filter(
            ([, { subject }]) => subject.kind === 'wording' && subject.id === wording,
          ),
        )
      }
    }
  }

  /** The positions of a party on a subject; undefined where there never were any. */
  cell(party: string, subject: Subject): PositionCell | undefined {
    return this.#cells.get(subjectKey(subject))?.get(party)
  }

  /** The positions on a subject, of every party that ever had any. */
  on(subject: Subject): ReadonlyMap<string, PositionCell> {
    return this.#cells.get(subjectKey(subject)) ?? new Map()
  }

  /** Names the stretch of both axes around a moment within which positions on a subject are the same. */
  stretchOf(subject: Subject, asOf: AsOf): string {
    return `${this.voices.lastRenamed(asOf.revision)} ${this.#edges.nameAt(subject, asOf)}`
  }

  #leave(fact: StandingFact): void {
    if (fact.type === 'issue.raised') this.subjects.leave(subjectKey(issueOf(fact)))
    if (!isCarrier(fact)) return
    for (const { subject } of positionsOf(fact)) this.subjects.leave(subjectKey(subject))
    this.#takeOut(this.#acts.lastRead(fact))
  }

  #enter(fact: StandingFact): void {
    if (fact.type === 'issue.raised') this.subjects.enter(subjectKey(issueOf(fact)), issueOf(fact))
    if (!isCarrier(fact)) return
    for (const { subject } of positionsOf(fact)) this.subjects.enter(subjectKey(subject), subject)
    const read = this.#acts.read(fact)
    if (read !== undefined) this.#put(read, [...positionsOf(read).entries()])
  }

  /** Moves an act in a draft whose reading or end may have changed. */
  #move(fact: CarrierFact): void {
    const before = this.#acts.lastRead(fact)
    const now = this.#acts.read(fact)
    if (before?.from !== now?.from) this.#takeOut(before)
    if (now !== undefined) this.#put(now, [...positionsOf(now).entries()])
  }

  /** Takes the positions of a fact, as it was read, out of their cells. */
  #takeOut(read: ReadCarrier | undefined): void {
    for (const [part, position] of read === undefined ? [] : positionsOf(read).entries()) {
      const index = this.#cellOf(position).of(position.layer)
      for (const rank of ranksOf(read as ReadCarrier, part, position)) index.remove(rank)
    }
  }

  /** Puts in again what depends on a fact that came or went. */
  #reconsider(fact: StandingFact): void {
    if (!isEnding(fact)) return
    for (const statement of this.#statements.of(fact.body.statement)) {
      const positions = [...positionsOf(statement).entries()]
      this.#put(
        statement,
        positions.filter(
          ([, position]) => concerns(fact, position) && this.#endsOtherwise(statement, position),
        ),
      )
    }
  }

  /** True if the event that is being folded changed what ends a position of a statement. */
  #endsOtherwise(statement: StatementFact, position: TakenPosition): boolean {
    const { revision } = this.#history
    const before = this.#recorded.of(statement, position, revision - 1)
    const now = this.#recorded.of(statement, position, revision)
    return before.length !== now.length || !now.every((end, n) => isSame(end, before[n]))
  }

  /** @param positions of the fact, each with its part */
  #put(fact: ReadCarrier, positions: readonly (readonly [number, TakenPosition])[]): void {
    for (const [part, position] of positions) {
      const voice = voiceOf(fact, position)
      const label = this.voices.label(voice)
      const cell = this.#cellOf(position)
      cell.hears(voice)
      const endings = endingsOf(fact, position, [
        ...this.#recorded.of(fact, position, this.#history.revision),
        ...this.#endsOfWords(position.subject),
        ...this.#acts.endsOf(fact, position),
      ])
      for (const held of heldAs(fact, part, position, endings, voice, label)) {
        cell.of(position.layer).put(held)
        this.#edges.touch(position.subject, edgesOf(held))
      }
    }
  }

  #endsOfWords({ kind, id }: Subject): Ending[] {
    if (kind !== 'wording' || this.#words === undefined) return []
    return endsOfWords(this.#words.runsOf(id, this.#history.revision))
  }

  #cellOf({ party, subject }: Pick<TakenPosition, 'party' | 'subject'>): PositionCell {
    this.#edges.touch(subject)
    const key = subjectKey(subject)
    const parties = this.#made(this.#cells, key, () => new Map<string, PositionCell>())
    return this.#made(parties, party, () => new PositionCell(this.#history))
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

function wordingsNamed(fact: StandingFact): string[] {
  if (fact.type !== 'statement.recorded') return []
  const subjects = fact.body.positions.map(({ subject }) => subject)
  return [...new Set(subjects.flatMap(({ kind, id }) => (kind === 'wording' ? [id] : [])))]
}

function isSame(a: Ending, b: Ending | undefined): boolean {
  return a.why === b?.why && isSameEnd(a, b)
}

function issueOf(fact: StandingFact<'issue.raised'>): Subject {
  return { kind: 'issue', id: fact.body.issue }
}

function statementOf(fact: StandingFact): FactBody<'statement.recorded'> | undefined {
  return fact.type === 'statement.recorded' ? fact.body : undefined
}
