import { type History, Versioned } from './history.ts'

/** Tells if any standing fact names something, after each revision. */
export class Presence {
  readonly #history: History
  readonly #isPresent: Versioned<boolean>
  /** The number of facts that name it now. */
  #count = 0

  constructor(history: History) {
    this.#history = history
    this.#isPresent = new Versioned(history, false)
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
    return this.#isPresent.at(revision)
  }

  #change(by: 1 | -1): void {
    if (this.#history.isTentative) {
      this.#history.changing(() => {
        this.#count -= by
      })
    }
    this.#count += by
    const isPresent = this.#count > 0
    if (this.#isPresent.head !== isPresent) this.#isPresent.set(isPresent)
  }
}

interface Place<T> {
  readonly value: T
  readonly presence: Presence
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
    place.presence.enter()
  }

  /** One of the facts that named it stands no longer. */
  leave(key: string): void {
    this.#places.get(key)?.presence.leave()
  }

  /** All that was named by a standing fact after `revision`. */
  *at(revision: number): Generator<T> {
    for (const { value, presence } of this.#places.values()) if (presence.at(revision)) yield value
  }

  #place(key: string, value: T): Place<T> {
    const place = { value, presence: new Presence(this.#history) }
    this.#history.changing(() => this.#places.delete(key))
    this.#places.set(key, place)
    return place
  }
}
