import type { History } from './history.ts'

/** Values made on first use by a fold, one for each key; a dry run leaves none behind. */
export class Keyed<Value> {
  readonly #history: History
  readonly #make: (key: string) => Value
  readonly #values = new Map<string, Value>()

  constructor(history: History, make: (key: string) => Value) {
    this.#history = history
    this.#make = make
  }

  /** For reading: nothing is made. */
  get(key: string): Value | undefined {
    return this.#values.get(key)
  }

  /** For folding: made where it is not there yet. */
  own(key: string): Value {
    const existing = this.#values.get(key)
    if (existing !== undefined) return existing
    const value = this.#make(key)
    this.#history.changing(() => this.#values.delete(key))
    this.#values.set(key, value)
    return value
  }

  /** Every key that ever had a value, in the order in which they came. */
  keys(): Iterable<string> {
    return this.#values.keys()
  }

  entries(): Iterable<[string, Value]> {
    return this.#values.entries()
  }
}
