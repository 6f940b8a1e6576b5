import type { History } from './history.ts'
import { Keyed } from './keyed.ts'
import type { Change, StandingFact } from './standing-fact.ts'
import { TemporalList } from './temporal-list.ts'

/** Standing facts under the keys that they concern, each key with its own list. */
export class FactsBy<Fact extends StandingFact = StandingFact> {
  readonly #keysOf: (fact: StandingFact) => readonly string[]
  readonly #lists: Keyed<TemporalList<Fact>>
  readonly #none: TemporalList<Fact>

  /** @param keysOf the keys that a fact concerns, each once; none where it is no fact of this index. */
  constructor(history: History, keysOf: (fact: StandingFact) => readonly string[]) {
    this.#keysOf = keysOf
    this.#lists = new Keyed(history, () => new TemporalList<Fact>(history))
    this.#none = new TemporalList(history)
  }

  apply({ removed, added }: Change): void {
    if (removed !== undefined) {
      for (const key of this.#keysOf(removed)) this.#lists.own(key).remove(removed)
    }
    if (added !== undefined) {
      for (const key of this.#keysOf(added)) this.#lists.own(key).put(added as Fact)
    }
  }

  /** The facts under a key. */
  of(key: string): TemporalList<Fact> {
    return this.#lists.get(key) ?? this.#none
  }

  /** Every key that ever had a fact, in the order in which they came. */
  keys(): Iterable<string> {
    return this.#lists.keys()
  }
}
