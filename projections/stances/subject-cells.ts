import type { Subject } from '../../events/position.ts'
import type { WordingRun } from '../drafts/wording-run.ts'
import { Edges } from '../time/edges.ts'
import type { History } from '../time/history.ts'
import type { StandingFact } from '../time/standing-fact.ts'
import { PositionCell } from './cell.ts'
import type { ReadCarrier } from './draft-acts.ts'
import type { CellName, TouchedCells } from './touched-cells.ts'

/** A step that waits, with the one before it that waits for the same cell. */
interface Waiting {
  /** The revision of the event that it comes from. */
  readonly revision: number
  before: CellStep | undefined
}

/** A statement's position that comes, goes, or may end otherwise than before. */
export interface StatedStep extends Waiting {
  readonly step: 'come' | 'go' | 'end_otherwise'
  readonly fact: StandingFact<'statement.recorded'>
  readonly part: number
}

/** An act on words in brackets, as a draft has it, that comes or goes. */
export interface WordedStep extends Waiting {
  readonly step: 'come' | 'go'
  readonly run: WordingRun
  readonly carrier: ReadCarrier
}

/** All that becomes of one position of a cell. */
export type CellStep = StatedStep | WordedStep

interface Place extends CellName {
  /** Made when the first position comes in. */
  cell: PositionCell | undefined
  /** The last step of its positions that is not folded yet, and the number of all such. */
  waiting: CellStep | undefined
  count: number
}

/** The most steps of a cell that wait for a read. */
const MOST_WAITING = 128

/**
 * The positions on one subject, by party. What becomes of them waits until the cell is read or changed
 * at once, since most of it is never asked for.
 */
export class SubjectCells {
  /** The revisions and instants at which stances on the subject may change. */
  readonly #edges = new Edges()
  readonly #history: History
  readonly #subject: Subject
  readonly #touched: TouchedCells
  readonly #take: (step: CellStep) => void
  readonly #places = new Map<string, Place>()
  readonly #unsettled = new Set<Place>()

  /** @param take takes a step into its cell, as of the revision that is being folded */
  constructor(
    history: History,
    subject: Subject,
    touched: TouchedCells,
    take: (step: CellStep) => void,
  ) {
    this.#history = history
    this.#subject = subject
    this.#touched = touched
    this.#take = take
  }

  /** The positions of a party; undefined where there never were any. */
  get(party: string): PositionCell | undefined {
    const place = this.#places.get(party)
    if (place === undefined) return undefined
    this.#settle(place)
    return place.cell
  }

  /** For folding: the positions of a party, made where they are not there yet. */
  own(party: string): PositionCell {
    const place = this.#own(party)
    this.#settle(place)
    place.cell ??= new PositionCell(this.#history)
    return place.cell
  }

  /** The positions of every party that ever had any. */
  *all(): Generator<readonly [party: string, PositionCell]> {
    this.settle()
    for (const [party, { cell }] of this.#places) if (cell !== undefined) yield [party, cell]
  }

  get edges(): Edges {
    this.settle()
    return this.#edges
  }

  /**
   * Notes that positions of a party change in the revision that is being folded, and then at some
   * instants.
   */
  touch(party: string, instants?: readonly number[]): void {
    this.#edges.add(this.#history.revision, instants)
    this.#touched.touch(this.#own(party), instants)
  }

  /** Notes the evidence on which a position of a party rests. */
  rest(party: string, fact: StandingFact): void {
    this.#touched.rest(this.#own(party), fact)
  }

  /** Takes a step of the revision that is being folded later: before the cell is next read or changed. */
  putOff(party: string, step: CellStep): void {
    const place = this.#own(party)
    step.before = place.waiting
    place.waiting = step
    place.count += 1
    if (place.count === 1) {
      this.#unsettled.add(place)
      this.#touched.await(this)
    }
    if (place.count >= MOST_WAITING) this.#settle(place)
  }

  /** Puts the positions that wait into their cells. */
  settle(): void {
    for (const place of this.#unsettled) this.#settle(place)
  }

  #own(party: string): Place {
    const existing = this.#places.get(party)
    if (existing !== undefined) return existing
    const subject = this.#subject
    const place: Place = { party, subject, cell: undefined, waiting: undefined, count: 0 }
    this.#history.changing(() => this.#places.delete(party))
    this.#places.set(party, place)
    this.#touched.hold(place)
    return place
  }

  #settle(place: Place): void {
    if (place.waiting === undefined) return
    const steps: CellStep[] = []
    for (let last: Place['waiting'] = place.waiting; last !== undefined; last = last.before) {
      steps.push(last)
    }
    place.waiting = undefined
    place.count = 0
    this.#unsettled.delete(place)
    if (this.#unsettled.size === 0) this.#touched.settled(this)
    for (const step of steps.reverse()) {
      step.before = undefined
      this.#history.catchUp(step.revision, () => this.#take(step))
    }
  }
}
