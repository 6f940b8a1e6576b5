import { type History, Versioned } from './history.ts'

interface Place<T> {
  readonly value: T
  /** The number of facts name it now. */
  count: number
  readonly present: Versioned<boolean>
}

/** All that the facts of a ledger name, in the order in which it first appeared there. */
export class Roster<T> {
  readonly #history: History
  readonly #places = new Map<string, Place<T>>()

  constructor(history: History) {
    this.#history = history
  }

  /** One more fact names it. */
  enter(key: string, value: T): void {
    this.#count(this.#places.get(key) ?? this.#place(key, value), 1)
  }

  /** One of the facts that named it stands no longer. */
  leave(key: string): void {
    const place = this.#places.get(key)
    if (place !== undefined) this.#count(place, -1)
  }

  /** All that was named by a standing fact after `revision`. */
  *at(revision: number): Generator<T> {
    for (const { value, present } of this.#places.values()) if (present.at(revision)) yield value
  }

  #place(key: string, value: T): Place<T> {
    const place = { value, count: 0, present: new Versioned(this.#history, false) }
    this.#history.changing(() => this.#places.delete(key))
    this.#places.set(key, place)
    return place
  }

  #count(place: Place<T>, by: 1 | -1): void {
    if (this.#history.isTentative) {
      this.#history.changing(() => {
        place.count -= by
      })
    }
    place.count += by
    if (place.present.head !== place.count > 0) place.present.set(place.count > 0)
  }
}
