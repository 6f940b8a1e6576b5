import type { UncertainDate } from '../../events/envelope.ts'
import { ListedBy } from './facts-by.ts'
import type { History } from './history.ts'
import type { AsOf, Change, StandingFact } from './standing-fact.ts'
import type { Lasting } from './temporal-list.ts'
import { beginningOf, type TimeWindow } from './window.ts'

/** A fact, placed in valid time by another instant than the start of its window. */
export class PlacedFact<Fact extends StandingFact = StandingFact> implements Lasting {
  readonly fact: Fact
  readonly from: number
  readonly entry: number

  constructor(fact: Fact, from: number, entry = fact.entry) {
    this.fact = fact
    this.from = from
    this.entry = entry
  }

  get since(): number {
    return this.fact.since
  }

  get ended(): number {
    return this.fact.ended
  }
}

/** A fact at the window from which it counts: its own `since` where it gives one, else `occurred`. */
export class DatedFact<Fact extends StandingFact = StandingFact>
  extends PlacedFact<Fact>
  implements TimeWindow
{
  readonly until: number

  constructor(fact: Fact) {
    const since = (fact.body as { since?: UncertainDate | undefined }).since
    const { from, until } = beginningOf(fact, since)
    super(fact, from)
    this.until = until
  }
}

/** Facts under the keys that they concern, in the order in which they began to be so. */
export class DatedFactsBy<Fact extends StandingFact = StandingFact> {
  readonly #keysOf: (fact: StandingFact) => readonly string[]
  readonly #facts: ListedBy<DatedFact<Fact>>

  /** @param keysOf the keys that a fact concerns, each once; none where it is no fact of this index. */
  constructor(history: History, keysOf: (fact: StandingFact) => readonly string[]) {
    this.#keysOf = keysOf
    this.#facts = new ListedBy(history)
  }

  apply({ removed, added }: Change): void {
    if (removed !== undefined) {
      for (const key of this.#keysOf(removed))
        this.#facts.ended(key, new DatedFact(removed as Fact))
    }
    if (added !== undefined) {
      for (const key of this.#keysOf(added)) this.#facts.put(key, new DatedFact(added as Fact))
    }
  }

  /** The facts under a key that count at that point, from the earliest to the latest. */
  upTo(key: string, asOf: AsOf): DatedFact<Fact>[] {
    return [...this.#facts.of(key).upTo(asOf)]
  }

  /** Every fact under a key known after `revision`, whatever its valid time, in order. */
  all(key: string, revision: number): DatedFact<Fact>[] {
    return [...this.#facts.all(key, revision)]
  }

  /** The first fact; undefined without any. */
  first(key: string, revision: number): DatedFact<Fact> | undefined {
    const [first] = this.#facts.all(key, revision)
    return first
  }

  /** The revisions that changed the facts under a key, in order. */
  changes(key: string): readonly number[] {
    return this.#facts.of(key).changes
  }

  /** Every key that ever had a fact, in the order in which they came. */
  keys(): Iterable<string> {
    return this.#facts.keys()
  }
}
