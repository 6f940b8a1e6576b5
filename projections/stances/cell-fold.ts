import type { Subject } from '../../events/position.ts'
import type { History } from '../time/history.ts'
import type { StandingFact } from '../time/standing-fact.ts'
import type { PositionCell } from './cell.ts'
import type { DraftActs, ReadCarrier } from './draft-acts.ts'
import { type Ending, endingsOf } from './ending.ts'
import { isSameEnd } from './first-ends.ts'
import { edgesOf, type Held, heldAs, ranksOf } from './held.ts'
import { type ActOnWords, endsOfWords, heldOf, type WordsInDrafts } from './on-words.ts'
import { positionAt, positionsOf, type TakenPosition } from './position.ts'
import type { RecordedEnds } from './recorded-ends.ts'
import type { CellStep, StatedStep, WordedStep } from './subject-cells.ts'
import type { SubjectEdges } from './subject-edges.ts'
import type { Subjects } from './subjects.ts'
import { voiceOf } from './voice.ts'
import type { Voices } from './voices.ts'

interface Read {
  readonly subjects: Subjects
  readonly voices: Voices
  readonly edges: SubjectEdges
  readonly recorded: RecordedEnds
  readonly acts: DraftActs
  readonly words: WordsInDrafts | undefined
}

/** Puts positions into their cells, each with its end and its voice, and takes them out. */
export class CellFold {
  readonly #history: History
  readonly #read: Read

  constructor(history: History, read: Read) {
    this.#history = history
    this.#read = read
  }

  /** Takes a step, as of the revision that is being folded. */
  take(step: CellStep): void {
    if ('fact' in step) this.#takeStated(step)
    else this.#takeWorded(step)
  }

  #takeWorded({ step, run, carrier }: WordedStep): void {
    const act = run.act as ActOnWords
    const subject = { kind: 'wording', id: run.wording } as const
    const cell = this.#cellOf({ party: act.party, subject })
    const { from, entry } = run.began.dated
    if (step === 'go') cell.declared.remove({ from, entry, part: 0 })
    else
      this.#putIn(
        heldOf(run, act, carrier, (voice) => this.#read.voices.label(voice)),
        cell,
      )
  }

  #takeStated({ step, fact, part }: StatedStep): void {
    const position = positionAt(fact, part)
    if (step === 'go') this.#takeOutOne(fact, part, position)
    else if (step === 'come' || this.#endsOtherwise(fact, position)) this.put(fact, part, position)
  }

  /** Takes the positions of a fact, as it was read, out of their cells. */
  takeOut(read: ReadCarrier | undefined): void {
    if (read === undefined) return
    for (const [part, position] of positionsOf(read).entries()) {
      this.#takeOutOne(read, part, position)
    }
  }

  #takeOutOne(read: ReadCarrier, part: number, position: TakenPosition): void {
    const index = this.#cellOf(position).of(position.layer)
    for (const rank of ranksOf(read, part, position)) index.remove(rank)
  }

  /** True if the event that is being folded changed what ends a position of a statement. */
  #endsOtherwise(statement: StandingFact<'statement.recorded'>, position: TakenPosition): boolean {
    const { revision } = this.#history
    const before = this.#read.recorded.of(statement, position, revision - 1)
    const now = this.#read.recorded.of(statement, position, revision)
    return before.length !== now.length || !now.every((end, n) => isSame(end, before[n]))
  }

  /** Puts the positions of a fact, as it is read, into their cells. */
  putAll(read: ReadCarrier | undefined): void {
    if (read === undefined) return
    for (const [part, position] of positionsOf(read).entries()) this.put(read, part, position)
  }

  /** Puts in one position of a fact, by its place among them. */
  put(fact: ReadCarrier, part: number, position: TakenPosition): void {
    const voice = voiceOf(fact, position)
    const label = this.#read.voices.label(voice)
    const cell = this.#cellOf(position)
    const endings = endingsOf(fact, position, [
      ...this.#read.recorded.of(fact, position, this.#history.revision),
      ...this.#endsOfWords(position.subject),
      ...this.#read.acts.endsOf(fact, position),
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
    this.#read.subjects.own(subject).touch(instants)
    if (subject.kind === 'wording') this.#read.edges.touchTexts(instants)
  }

  #endsOfWords({ kind, id }: Subject): Ending[] {
    if (kind !== 'wording' || this.#read.words === undefined) return []
    return endsOfWords(this.#read.words.runsOf(id, this.#history.revision))
  }

  #cellOf({ party, subject }: Pick<TakenPosition, 'party' | 'subject'>): PositionCell {
    this.#touch(subject)
    return this.#read.subjects.own(subject).own(party)
  }
}

function isSame(a: Ending, b: Ending | undefined): boolean {
  return a.why === b?.why && isSameEnd(a, b)
}
