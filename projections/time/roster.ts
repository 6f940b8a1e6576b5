import { type History, Versioned } from './history.ts'

/** Tells if any standing fact names something, after each revision. */
export class Appearance {
  readonly #history: History
  readonly #isThere: Versioned<boolean>
  /** The number of facts that name it now. */
  #count = 0

  constructor(history: History) {
    this.#history = history
    this.#isThere = new Versioned(history, false)
  }

  /** One more fact names it. */
  enter(): void {
    this.#change(1)
  }

  /** One of the facts that named it stands no longer. */
  leave(): void {
    this.#change(-1)
  }

  at(revision: number): boolean {
    return this.#isThere.at(revision)
  }

  #change(by: 1 | -1): void {
    if (this.#history.isTentative) {
      this.#history.changing(() => {
        this.#count -= by
      })
    }
    this.#count += by
    const isThere = this.#count > 0
    if (this.#isThere.head !== isThere) this.#isThere.set(isThere)
  }
}

interface Place<T> {
  readonly value: T
  /** Its number in the order of first appearance. */
  readonly order: number
  readonly appearance: Appearance
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
    const place = this.#places.get(key) ?? this.#place(key, value)
    place.appearance.enter()
  }

  /** One of the facts that named it stands no longer. */
  leave(key: string): void {
    this.#places.get(key)?.appearance.leave()
  }

  /** All that was named by a standing fact after `revision`. */
  *at(revision: number): Generator<T> {
    for (const { value, appearance } of this.#places.values())
      if (appearance.at(revision)) yield value
  }

  /** The place of a key in the order of first appearance; undefined where it was not named then. */
  orderAt(key: string, revision: number): number | undefined {
    const place = this.#places.get(key)
    return place?.appearance.at(revision) ? place.order : undefined
  }

  #place(key: string, value: T): Place<T> {
    const place = { value, order: this.#places.size, appearance: new Appearance(this.#history) }
    this.#history.changing(() => this.#places.delete(key))
    this.#places.set(key, place)
    return place
  }
}
