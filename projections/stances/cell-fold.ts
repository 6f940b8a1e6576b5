import type { Subject } from '../../events/position.ts'
import type { History } from '../time/history.ts'
import type { StandingFact } from '../time/standing-fact.ts'
import type { PositionCell } from './cell.ts'
import type { DraftActs, ReadCarrier } from './draft-acts.ts'
import { type Ending, endingsOf } from './ending.ts'
import { isSameEnd } from './first-ends.ts'
import { edgesOf, type Held, heldAs, ranksOf } from './held.ts'
import { type ActOnWords, endsOfWords, heldOf, rankOfAct, type WordsInDrafts } from './on-words.ts'
import { positionAt, positionsOf, type TakenPosition } from './position.ts'
import type { RecordedEnds } from './recorded-ends.ts'
import { type Voice, voiceOf } from './rules/voice.ts'
import type { CellStep, StatedStep, WordedStep } from './subject-cells.ts'
import type { SubjectEdges } from './subject-edges.ts'
import type { Subjects } from './subjects.ts'
import type { CellName } from './touched-cells.ts'
import type { Voices } from './voices.ts'

/** The parts of the stances that positions are read with. */
interface Sources {
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
  readonly #from: Sources

  constructor(history: History, from: Sources) {
    this.#history = history
    this.#from = from
  }

  /** Takes a step, as of the revision that is being folded. */
  take(step: CellStep): void {
    if ('fact' in step) this.#takeStated(step)
    else this.#takeWorded(step)
  }

  #takeWorded({ step, run, carrier }: WordedStep): void {
    const act = run.act as ActOnWords
    const subject = { kind: 'wording', id: run.wording } as const
    const cell = this.#touchedCell({ party: act.party, subject })
    if (step === 'go') {
      cell.declared.remove(rankOfAct(run))
    } else {
      const labelOf = (voice: Voice) => this.#from.voices.label(voice)
      this.#putIn(heldOf(run, act, carrier, labelOf), cell)
    }
  }

  #takeStated({ step, fact, part }: StatedStep): void {
    const position = positionAt(fact, part)
    switch (step) {
      case 'come':
        this.put(fact, part, position)
        break
      case 'go':
        this.#takeOutOne(fact, part, position)
        break
      case 'end_otherwise':
        if (this.#endsOtherwise(fact, position)) this.put(fact, part, position)
    }
  }

  /** Takes the positions of a fact out of their cells. It is given as it was when they were put in. */
  takeOut(fact: ReadCarrier | undefined): void {
    if (fact === undefined) return
    for (const [part, position] of positionsOf(fact).entries()) {
      this.#takeOutOne(fact, part, position)
    }
  }

  #takeOutOne(fact: ReadCarrier, part: number, position: TakenPosition): void {
    const index = this.#touchedCell(position).of(position.layer)
    for (const rank of ranksOf(fact, part, position)) index.remove(rank)
  }

  /** True if the event that is being folded changed what ends a position of a statement. */
  #endsOtherwise(statement: StandingFact<'statement.recorded'>, position: TakenPosition): boolean {
    const { revision } = this.#history
    const before = this.#from.recorded.of(statement, position, revision - 1)
    const now = this.#from.recorded.of(statement, position, revision)
    return before.length !== now.length || !now.every((end, n) => isSame(end, before[n]))
  }

  /** Puts the positions of a fact into their cells. */
  putAll(fact: ReadCarrier | undefined): void {
    if (fact === undefined) return
    for (const [part, position] of positionsOf(fact).entries()) this.put(fact, part, position)
  }

  /** Puts in one position of a fact, by its place among them, instead of what was put in before. */
  put(fact: ReadCarrier, part: number, position: TakenPosition): void {
    const voice = voiceOf(fact, position)
    const label = this.#from.voices.label(voice)
    const cell = this.#touchedCell(position)
    const endings = endingsOf(fact, position, [
      ...this.#from.recorded.of(fact, position, this.#history.revision),
      ...this.#endsOfWords(position.subject),
      ...this.#from.acts.endsOf(fact, position),
    ])
    for (const held of heldAs(fact, part, position, endings, voice, label)) this.#putIn(held, cell)
  }

  #putIn(held: Held, cell: PositionCell): void {
    const { voice, position } = held
    cell.hears(voice)
    cell.of(position.layer).put(held)
    this.#touch(position, edgesOf(held))
    this.#from.subjects.own(position.subject).rest(position.party, held.fact)
  }

  #touch({ party, subject }: CellName, instants?: readonly number[]): void {
    this.#from.subjects.own(subject).touch(party, instants)
    if (subject.kind === 'wording') this.#from.edges.touchTexts(instants)
  }

  #endsOfWords({ kind, id }: Subject): Ending[] {
    if (kind !== 'wording' || this.#from.words === undefined) return []
    return endsOfWords(this.#from.words.runsOf(id, this.#history.revision))
  }

  /** The cell of a position, touched, since it is about to change. */
  #touchedCell(cell: CellName): PositionCell {
    this.#touch(cell)
    return this.#from.subjects.own(cell.subject).own(cell.party)
  }
}

function isSame(a: Ending, b: Ending | undefined): boolean {
  return a.why === b?.why && isSameEnd(a, b)
}
