import type { FactBody } from '../../events/facts.ts'
import type { Position, Subject } from '../../events/position.ts'
import type { RunBound } from '../drafts/wording-run.ts'
import type { RunChanges } from '../drafts/wording-runs.ts'
import { Dispatch, type FoldedView } from '../time/dispatch.ts'
import { FactsBy } from '../time/facts-by.ts'
import type { History } from '../time/history.ts'
import type { Pieces } from '../time/pieces.ts'
import { StandingBy } from '../time/standing-by.ts'
import type { AsOf, Change, StandingFact } from '../time/standing-fact.ts'
import type { PositionCell } from './cell.ts'
import { CellFold } from './cell-fold.ts'
import { DraftActs, type ReadCarrier } from './draft-acts.ts'
import { concerns, ENDING_TYPES, isEnding } from './ending.ts'
import { type ActOnWords, carrierOfRun, edgesOfRun, type WordsInDrafts } from './on-words.ts'
import { type CarrierFact, isCarrier, positionAt, positionsOf } from './position.ts'
import { RecordedEnds } from './recorded-ends.ts'
import { sourceAtOrigin } from './rules/voice.ts'
import type { StatedStep, SubjectCells, WordedStep } from './subject-cells.ts'
import { SubjectEdges } from './subject-edges.ts'
import { Subjects } from './subjects.ts'
import { TouchedCells } from './touched-cells.ts'
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
  readonly touched: TouchedCells
  readonly #edges: SubjectEdges
  readonly #history: History
  readonly #statements: StandingBy<StatementFact>
  readonly #recorded: RecordedEnds
  /** The parts that keep parties, statements, their ends and sources, apart from positions. */
  readonly #kept: Dispatch<FoldedView>
  /** By wording: the statements with a position on it. */
  readonly #onWords: FactsBy<StatementFact>
  readonly #words: WordsInDrafts | undefined
  readonly #acts: DraftActs
  readonly #cells: CellFold

  /** @param words must have taken each change before this */
  constructor(history: History, words?: WordsInDrafts) {
    this.#history = history
    this.#words = words
    this.#acts = new DraftActs(history, (revision) => words?.windowOf(revision))
    this.#onWords = new FactsBy(history, wordingsNamed, ['statement.recorded'])
    this.touched = new TouchedCells(history)
    this.subjects = new Subjects(history, this.touched, (step) => this.#cells.take(step))
    this.voices = new Voices(history)
    this.#edges = new SubjectEdges(history)
    this.#statements = new StandingBy(history, (fact) => statementOf(fact)?.statement, [
      'statement.recorded',
    ])
    this.#recorded = new RecordedEnds(history)
    const { subjects, voices } = this
    const [edges, recorded, acts] = [this.#edges, this.#recorded, this.#acts]
    const ending: FoldedView = { folds: ENDING_TYPES, apply: (each) => this.#reconsider(each) }
    this.#kept = new Dispatch<FoldedView>(
      [this.touched, voices, this.#statements, recorded, this.#onWords, ending],
      ({ folds }) => folds,
    )
    this.#cells = new CellFold(history, { subjects, voices, edges, recorded, acts, words })
  }

  /** Takes a change that concerns no draft. */
  apply(change: Change): void {
    this.#takeFacts(change)
    if (change.added !== undefined) this.#enter(change.added)
  }

  #takeFacts(change: Change): void {
    const { removed } = change
    this.#edges.apply(change)
    if (removed !== undefined) this.#leave(removed)
    for (const part of this.#kept.of(change)) part.apply(change)
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
    const waiting = { revision: this.#history.revision, before: undefined }
    for (const run of removed) {
      yield
      if (run.act === undefined) continue
      const subject = { kind: 'wording', id: run.wording } as const
      this.subjects.leave(subject)
      this.#stepOfAct(
        this.subjects.own(subject),
        { ...waiting, step: 'go', run, carrier: run.began.carrier },
        run.act,
      )
    }
    const carriers = new Map<RunBound, ReadCarrier>()
    for (const run of added) {
      yield
      if (run.act === undefined) continue
      const carrier = carriers.get(run.began) ?? carrierOfRun(run)
      carriers.set(run.began, carrier)
      const subject = { kind: 'wording', id: run.wording } as const
      this.subjects.enter(subject)
      this.#stepOfAct(
        this.subjects.own(subject),
        { ...waiting, step: 'come', run, carrier },
        run.act,
      )
    }
    const reworded = [...removed, ...added].filter(({ act }) => act === undefined)
    for (const wording of new Set(reworded.map((run) => run.wording))) {
      for (const statement of this.#onWords.all(wording, this.#history.revision)) {
        yield
        for (const [part, { subject }] of statement.body.positions.entries()) {
          if (subject.kind !== 'wording' || subject.id !== wording) continue
          this.#cells.put(statement, part, positionAt(statement, part))
        }
      }
    }
  }

  #stepOfAct(cells: SubjectCells, step: WordedStep, { party }: ActOnWords): void {
    this.#edges.touchTexts(edgesOfRun(step.run))
    if (this.#history.isTentative) this.#cells.take(step)
    else cells.putOff(party, step)
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
    else if (fact.type === 'statement.recorded') {
      for (const [part, { subject }] of fact.body.positions.entries()) {
        this.subjects.leave(subject)
        this.#step(this.subjects.own(subject), 'go', fact, part)
      }
    } else if (isCarrier(fact)) {
      for (const { subject } of positionsOf(fact)) this.subjects.leave(subject)
      this.#cells.takeOut(this.#acts.lastRead(fact))
    }
  }

  #enter(fact: StandingFact): void {
    if (fact.type === 'issue.raised') this.subjects.enter(issueOf(fact))
    else if (fact.type === 'statement.recorded') this.#enterStatement(fact)
    else if (isCarrier(fact)) {
      for (const { subject } of positionsOf(fact)) this.subjects.enter(subject)
      this.#cells.putAll(this.#acts.read(fact))
    }
  }

  #enterStatement(fact: StatementFact): void {
    const { positions } = fact.body
    const source = positions.length === 0 ? undefined : sourceAtOrigin(fact.body)
    if (source !== undefined) this.voices.hears(source)
    for (const [part, { subject }] of positions.entries()) {
      this.subjects.enter(subject)
      this.#step(this.subjects.own(subject), 'come', fact, part)
    }
  }

  /** Takes a step of a statement, or puts it off where that makes no difference. */
  #step(cells: SubjectCells, step: StatedStep['step'], fact: StatementFact, part: number): void {
    const { party, subject } = fact.body.positions[part] as Position
    const { revision } = this.#history
    const taken: StatedStep = { step, fact, part, revision, before: undefined }
    // Columns of clauses are to know of every position on words.
    if (this.#history.isTentative || subject.kind === 'wording') this.#cells.take(taken)
    else cells.putOff(party, taken)
  }

  /** Moves an act in a draft whose reading or end may have changed. */
  #move(fact: CarrierFact): void {
    const before = this.#acts.lastRead(fact)
    const now = this.#acts.read(fact)
    if (before?.from !== now?.from) this.#cells.takeOut(before)
    this.#cells.putAll(now)
  }

  /** Puts in again the positions that an ending which came or went concerns. */
  #reconsider({ removed, added }: Change): void {
    for (const fact of [removed, added]) {
      if (!isEnding(fact)) continue
      for (const statement of this.#statements.of(fact.body.statement)) {
        for (const [part, position] of statement.body.positions.entries()) {
          if (!concerns(fact, position)) continue
          this.#step(this.subjects.own(position.subject), 'end_otherwise', statement, part)
        }
      }
    }
  }
}

function wordingsNamed(fact: StandingFact): string[] {
  if (fact.type !== 'statement.recorded') return []
  const { positions } = fact.body
  if (!positions.some(({ subject }) => subject.kind === 'wording')) return []
  const subjects = positions.map(({ subject }) => subject)
  return [...new Set(subjects.flatMap(({ kind, id }) => (kind === 'wording' ? [id] : [])))]
}

function issueOf(fact: StandingFact<'issue.raised'>): Subject {
  return { kind: 'issue', id: fact.body.issue }
}

function statementOf(fact: StandingFact): FactBody<'statement.recorded'> | undefined {
  return fact.type === 'statement.recorded' ? fact.body : undefined
}
