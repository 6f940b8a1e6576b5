import type { Subject } from '../../events/position.ts'
import type { History } from '../time/history.ts'
import { Appearance } from '../time/roster.ts'
import { type CellStep, SubjectCells } from './subject-cells.ts'
import type { TouchedCells } from './touched-cells.ts'

/** A subject, whether it is there, and the positions on it. */
interface Place {
  readonly subject: Subject
  /** Its number in the order of first appearance. */
  readonly order: number
  readonly appearance: Appearance
  /** Undefined until anybody has a position on it: on most issues of a new ledger nobody has. */
  cells: SubjectCells | undefined
}

/**
 * The subjects of a ledger, in the order in which they first appeared: all that are an issue, or on
 * which anybody has a position.
 */
export class Subjects {
  readonly #history: History
  readonly #touched: TouchedCells
  readonly #take: (step: CellStep) => void
  readonly #places: Place[] = []
  /** By kind and id. */
  readonly #byKind = new Map<Subject['kind'], Map<string, Place>>()

  /** @param take takes a step into its cell, as of the revision that is being folded */
  constructor(history: History, touched: TouchedCells, take: (step: CellStep) => void) {
    this.#history = history
    this.#touched = touched
    this.#take = take
  }

  /** One more fact makes it a subject. */
  enter(subject: Subject): void {
    this.#place(subject).appearance.enter()
  }

  /** One of the facts that made it a subject stands no longer. */
  leave(subject: Subject): void {
    this.#place(subject).appearance.leave()
  }

  /** The positions on a subject; undefined where there never were any. */
  on({ kind, id }: Subject): SubjectCells | undefined {
    return this.#byKind.get(kind)?.get(id)?.cells
  }

  /** For folding: the positions on a subject, which may not have entered yet. */
  own(subject: Subject): SubjectCells {
    const place = this.#place(subject)
    if (place.cells !== undefined) return place.cells
    this.#history.changing(() => {
      place.cells = undefined
    })
    place.cells = new SubjectCells(this.#history, place.subject, this.#touched, this.#take)
    return place.cells
  }

  /** The subjects as known after `revision`. */
  *at(revision: number): Generator<Subject> {
    for (const { subject, appearance } of this.#places) if (appearance.at(revision)) yield subject
  }

  /** The place of a subject in the order of first appearance; undefined where it is not there then. */
  orderAt({ kind, id }: Subject, revision: number): number | undefined {
    const place = this.#byKind.get(kind)?.get(id)
    return place?.appearance.at(revision) ? place.order : undefined
  }

  #place(subject: Subject): Place {
    const ofKind = this.#byKind.get(subject.kind) ?? new Map<string, Place>()
    const existing = ofKind.get(subject.id)
    if (existing !== undefined) return existing
    const place: Place = {
      subject,
      order: this.#places.length,
      appearance: new Appearance(this.#history),
      cells: undefined,
    }
    this.#history.changing(() => {
      ofKind.delete(subject.id)
      this.#places.pop()
    })
    this.#byKind.set(subject.kind, ofKind)
    ofKind.set(subject.id, place)
    this.#places.push(place)
    return place
  }
}
