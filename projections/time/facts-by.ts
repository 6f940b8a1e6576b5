import { BitemporalIndex } from './bitemporal.ts'
import type { History } from './history.ts'
import { Keyed } from './keyed.ts'
import type { Change, StandingFact } from './standing-fact.ts'

/** Standing facts under the keys that they concern, each key with its own bitemporal index. */
export class FactsBy<Fact extends StandingFact = StandingFact> {
  readonly #keysOf: (fact: StandingFact) => readonly string[]
  readonly #indexes: Keyed<BitemporalIndex<Fact>>
  readonly #none: BitemporalIndex<Fact>

  /** @param keysOf the keys that a fact concerns; none where it is no fact of this index. */
  constructor(history: History, keysOf: (fact: StandingFact) => readonly string[]) {
    this.#keysOf = keysOf
    this.#indexes = new Keyed(history, () => new BitemporalIndex<Fact>(history))
    this.#none = new BitemporalIndex(history)
  }

  apply({ removed, added }: Change): void {
    if (removed !== undefined) {
      for (const key of this.#keysOf(removed)) this.#indexes.own(key).remove(removed)
    }
    if (added !== undefined) {
      for (const key of this.#keysOf(added)) this.#indexes.own(key).put(added as Fact)
    }
  }

  /** The facts under a key. */
  of(key: string): BitemporalIndex<Fact> {
    return this.#indexes.get(key) ?? this.#none
  }

  /** Every key that ever had a fact, in the order in which they came. */
  keys(): Iterable<string> {
    return this.#indexes.keys()
  }
}
