import type { FactBody } from '../../events/facts.ts'
import type { Position, Subject } from '../../events/position.ts'
import type { RunBound } from '../drafts/wording-run.ts'
import type { RunChanges } from '../drafts/wording-runs.ts'
import { FactsBy } from '../time/facts-by.ts'
import type { History } from '../time/history.ts'
import type { Pieces } from '../time/pieces.ts'
import { StandingBy } from '../time/standing-by.ts'
import type { AsOf, Change, StandingFact } from '../time/standing-fact.ts'
import type { PositionCell } from './cell.ts'
import { DraftActs, type ReadCarrier } from './draft-acts.ts'
import { concerns, type Ending, endingsOf, isEnding } from './ending.ts'
import { isSameEnd } from './first-ends.ts'
import { edgesOf, type Held, heldAs, ranksOf } from './held.ts'
import { carrierOf, endsOfWords, heldOf, type WordsInDrafts } from './on-words.ts'
import {
  type CarrierFact,
  isCarrier,
  positionAt,
  positionsOf,
  type TakenPosition,
} from './position.ts'
import { RecordedEnds } from './recorded-ends.ts'
import type { StatedStep, SubjectCells } from './subject-cells.ts'
import { SubjectEdges } from './subject-edges.ts'
import { Subjects } from './subjects.ts'
import { originOf, voiceOf } from './voice.ts'
import { Voices } from './voices.ts'

type StatementFact = StandingFact<'statement.recorded'>

/**
 * The positions of every party on every subject, each with its end and its voice. The ends of a
 * statement's positions may be recorded before the statement or after it, and may be corrected:
 * positions whose end has changed are put in again.
 */
export class HeldPositions {
  readonly subjects: Subjects
  readonly voices: Voices
  readonly #edges: SubjectEdges
  readonly #history: History
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
    this.subjects = new Subjects(history, (step) => this.#take(step))
    this.voices = new Voices(history)
    this.#edges = new SubjectEdges(history)
    this.#statements = new StandingBy(history, (fact) => statementOf(fact)?.statement)
    this.#recorded = new RecordedEnds(history)
  }

  /** Takes a change that concerns no draft. */
  apply(change: Change): void {
    this.#takeFacts(change)
    if (change.added !== undefined) this.#enter(change.added)
  }

  #takeFacts(change: Change): void {
    const { removed, added } = change
    this.#edges.apply(change)
    if (removed !== undefined) this.#leave(removed)
    this.voices.apply(change)
    this.#statements.apply(change)
    this.#recorded.apply(change)
    this.#onWords.apply(change)
    if (removed !== undefined) this.#reconsider(removed)
    if (added !== undefined) this.#reconsider(added)
  }

  /** Takes a change that may concern drafts, and so have any number of effects. */
  *folding(change: Change): Pieces<void> {
    const { added } = change
    this.#takeFacts(change)
    this.#acts.apply(change)
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
      this.subjects.leave(subject)
    }
    const carriers = new Map<RunBound, ReadCarrier>()
    for (const run of added) {
      yield
      if (run.act === undefined) continue
      const carrier = carriers.get(run.began) ?? carrierOf(run)
      carriers.set(run.began, carrier)
      const held = heldOf(run, run.act, carrier, (voice) => this.voices.label(voice))
      this.subjects.enter(held.position.subject)
      this.#putIn(held, this.#cellOf(held.position))
    }
    const reworded = [...removed, ...added].filter(({ act }) => act === undefined)
    for (const wording of new Set(reworded.map((run) => run.wording))) {
      for (const statement of this.#onWords.of(wording).all(this.#history.revision)) {
        yield
        for (const [part, { subject }] of statement.body.positions.entries()) {
          if (subject.kind !== 'wording' || subject.id !== wording) continue
          this.#put(statement, part, positionAt(statement, part))
        }
      }
    }
  }

  /** The positions of a party on a subject; undefined where there never were any. */
  cell(party: string, subject: Subject): PositionCell | undefined {
    return this.on(subject)?.get(party)
  }

  /** The positions on a subject; undefined where there never were any. */
  on(subject: Subject): SubjectCells | undefined {
    return this.subjects.on(subject)
  }

  /** Names the stretch of both axes around a moment within which positions on a subject are the same. */
  stretchOf(subject: Subject, asOf: AsOf): string {
    return `${this.voices.lastRenamed(asOf.revision)} ${this.#edges.nameAt(subject, this.on(subject), asOf)}`
  }

  #leave(fact: StandingFact): void {
    if (fact.type === 'issue.raised') this.subjects.leave(issueOf(fact))
    if (fact.type === 'statement.recorded') {
      for (const [part, { subject }] of fact.body.positions.entries()) {
        this.#step(this.subjects.leave(subject), 'go', fact, part)
      }
    } else if (isCarrier(fact)) {
      for (const { subject } of positionsOf(fact)) this.subjects.leave(subject)
      this.#takeOut(this.#acts.lastRead(fact))
    }
  }

  #enter(fact: StandingFact): void {
    if (fact.type === 'issue.raised') this.subjects.enter(issueOf(fact))
    if (fact.type === 'statement.recorded') this.#enterStatement(fact)
    else if (isCarrier(fact)) {
      for (const { subject } of positionsOf(fact)) this.subjects.enter(subject)
      this.#putAll(this.#acts.read(fact))
    }
  }

  #enterStatement(fact: StatementFact): void {
    const { positions } = fact.body
    const source = positions.length === 0 ? undefined : originOf(fact.body)
    if (source !== undefined) this.voices.hears(source)
    for (const [part, { subject }] of positions.entries()) {
      this.#step(this.subjects.enter(subject), 'come', fact, part)
    }
  }

  /** Takes a step of a statement, or puts it off where that makes no difference. */
  #step(cells: SubjectCells, step: StatedStep['step'], fact: StatementFact, part: number): void {
    const { party, subject } = fact.body.positions[part] as Position
    const { revision, isTentative } = this.#history
    const taken = { step, revision, fact, part }
    // A draft that changes its words puts in again the positions on them.
    if (isTentative || subject.kind === 'wording') this.#take(taken)
    else cells.putOff(party, taken)
  }

  #take({ step, fact, part }: StatedStep): void {
    const position = positionAt(fact, part)
    if (step === 'go') this.#takeOutOne(fact, part, position)
    else if (step === 'come' || this.#endsOtherwise(fact, position)) this.#put(fact, part, position)
  }

  /** Moves an act in a draft whose reading or end may have changed. */
  #move(fact: CarrierFact): void {
    const before = this.#acts.lastRead(fact)
    const now = this.#acts.read(fact)
    if (before?.from !== now?.from) this.#takeOut(before)
    this.#putAll(now)
  }

  /** Takes the positions of a fact, as it was read, out of their cells. */
  #takeOut(read: ReadCarrier | undefined): void {
    if (read === undefined) return
    for (const [part, position] of positionsOf(read).entries()) {
      this.#takeOutOne(read, part, position)
    }
  }

  #takeOutOne(read: ReadCarrier, part: number, position: TakenPosition): void {
    const index = this.#cellOf(position).of(position.layer)
    for (const rank of ranksOf(read, part, position)) index.remove(rank)
  }

  /** Puts in again what depends on a fact that came or went. */
  #reconsider(fact: StandingFact): void {
    if (!isEnding(fact)) return
    for (const statement of this.#statements.of(fact.body.statement)) {
      for (const [part, position] of statement.body.positions.entries()) {
        if (!concerns(fact, position)) continue
        this.#step(this.subjects.own(position.subject), 'end_otherwise', statement, part)
      }
    }
  }

  /** True if the event that is being folded changed what ends a position of a statement. */
  #endsOtherwise(statement: StatementFact, position: TakenPosition): boolean {
    const { revision } = this.#history
    const before = this.#recorded.of(statement, position, revision - 1)
    const now = this.#recorded.of(statement, position, revision)
    return before.length !== now.length || !now.every((end, n) => isSame(end, before[n]))
  }

  #putAll(read: ReadCarrier | undefined): void {
    if (read === undefined) return
    for (const [part, position] of positionsOf(read).entries()) this.#put(read, part, position)
  }

  #put(fact: ReadCarrier, part: number, position: TakenPosition): void {
    const voice = voiceOf(fact, position)
    const label = this.voices.label(voice)
    const cell = this.#cellOf(position)
    const endings = endingsOf(fact, position, [
      ...this.#recorded.of(fact, position, this.#history.revision),
      ...this.#endsOfWords(position.subject),
      ...this.#acts.endsOf(fact, position),
    ])
    for (const held of heldAs(fact, part, position, endings, voice, label)) this.#putIn(held, cell)
  }

  #putIn(held: Held, cell: PositionCell): void {
    const { voice, position } = held
    cell.hears(voice)
    cell.of(position.layer).put(held)
    this.#touch(position.subject, edgesOf(held))
  }

  #touch(subject: Subject, instants?: readonly number[]): void {
    this.subjects.own(subject).touch(instants)
    if (subject.kind === 'wording') this.#edges.touchTexts(instants)
  }

  #endsOfWords({ kind, id }: Subject): Ending[] {
    if (kind !== 'wording' || this.#words === undefined) return []
    return endsOfWords(this.#words.runsOf(id, this.#history.revision))
  }

  #cellOf({ party, subject }: Pick<TakenPosition, 'party' | 'subject'>): PositionCell {
    this.#touch(subject)
    return this.subjects.own(subject).own(party)
  }
}

function wordingsNamed(fact: StandingFact): string[] {
  if (fact.type !== 'statement.recorded') return []
  const { positions } = fact.body
  if (!positions.some(({ subject }) => subject.kind === 'wording')) return []
  const subjects = positions.map(({ subject }) => subject)
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
