import { BitemporalIndex } from './bitemporal.ts'
import type { History } from './history.ts'
import type { Change, StandingFact } from './standing-fact.ts'

/** Standing facts under the keys that they concern, each key with its own bitemporal index. */
export class FactsBy<Fact extends StandingFact = StandingFact> {
  readonly #history: History
  readonly #keysOf: (fact: StandingFact) => readonly string[]
  readonly #indexes = new Map<string, BitemporalIndex<Fact>>()
  readonly #none: BitemporalIndex<Fact>

  /** @param keysOf the keys that a fact concerns; none where it is no fact of this index. */
  constructor(history: History, keysOf: (fact: StandingFact) => readonly string[]) {
    this.#history = history
    this.#keysOf = keysOf
    this.#none = new BitemporalIndex(history)
  }

  apply({ removed, added }: Change): void {
    if (removed !== undefined) {
      for (const key of this.#keysOf(removed)) this.#at(key).remove(removed)
    }
    if (added !== undefined) {
      for (const key of this.#keysOf(added)) this.#at(key).put(added as Fact)
    }
  }

  /** The facts under a key: none under one that no fact has had, which a read does not make. */
  of(key: string): BitemporalIndex<Fact> {
    return this.#indexes.get(key) ?? this.#none
  }

  /** Every key that ever had a fact, in the order in which they came. */
  keys(): Iterable<string> {
    return this.#indexes.keys()
  }

  #at(key: string): BitemporalIndex<Fact> {
    let index = this.#indexes.get(key)
    if (index === undefined) {
      index = new BitemporalIndex<Fact>(this.#history)
      this.#history.changing(() => this.#indexes.delete(key))
      this.#indexes.set(key, index)
    }
    return index
  }
}
