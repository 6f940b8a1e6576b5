import { BitemporalIndex } from './bitemporal.ts'
import type { History } from './history.ts'
import type { Change, StandingFact } from './standing-fact.ts'

/** Standing facts under the keys that they concern, each key with its own bitemporal index. */
export class FactsBy<Fact extends StandingFact = StandingFact> {
  readonly #history: History
  readonly #keysOf: (fact: StandingFact) => readonly string[]
  readonly #indexes = new Map<string, BitemporalIndex<Fact>>()

  /** @param keysOf the keys that a fact concerns; none where it is no fact of this index. */
  constructor(history: History, keysOf: (fact: StandingFact) => readonly string[]) {
    this.#history = history
    this.#keysOf = keysOf
  }

  apply({ removed, added }: Change): void {
    if (removed !== undefined) {
      for (const key of this.#keysOf(removed)) this.of(key).remove(removed)
    }
    if (added !== undefined) {
      for (const key of this.#keysOf(added)) this.of(key).put(added as Fact)
    }
  }

  /** The facts under a key. */
  of(key: string): BitemporalIndex<Fact> {
    let index = this.#indexes.get(key)
    if (index === undefined) {
      index = new BitemporalIndex<Fact>(this.#history)
      this.#indexes.set(key, index)
    }
    return index
  }

  /** Every key that ever had a fact, in the order in which they came. */
  keys(): Iterable<string> {
    return this.#indexes.keys()
  }
}
