import type { UncertainDate } from '../../events/envelope.ts'
import { BitemporalIndex, type TemporalKey } from './bitemporal.ts'
import type { History } from './history.ts'
import type { AsOf, Change, StandingFact } from './standing-fact.ts'
import { type Window, windowOf } from './window.ts'

/** A fact at the window from which it counts: its own `since` where it gives one, else `occurred`. */
export interface DatedFact<Fact extends StandingFact = StandingFact> extends TemporalKey, Window {
  readonly fact: Fact
}

/** Facts under the keys that they concern, in the order in which they began to be so. */
export class DatedFactsBy<Fact extends StandingFact = StandingFact> {
  readonly #history: History
  readonly #keysOf: (fact: StandingFact) => readonly string[]
  readonly #indexes = new Map<string, BitemporalIndex<DatedFact<Fact>>>()
  readonly #none: BitemporalIndex<DatedFact<Fact>>

  /** @param keysOf the keys that a fact concerns; none where it is no fact of this index. */
  constructor(history: History, keysOf: (fact: StandingFact) => readonly string[]) {
    this.#history = history
    this.#keysOf = keysOf
    this.#none = new BitemporalIndex(history)
  }

  apply({ removed, added }: Change): void {
    if (removed !== undefined) {
      for (const key of this.#keysOf(removed)) this.#at(key).remove(dated(removed as Fact))
    }
    if (added !== undefined) {
      for (const key of this.#keysOf(added)) this.#at(key).put(dated(added as Fact))
    }
  }

  of(key: string): BitemporalIndex<DatedFact<Fact>> {
    return this.#indexes.get(key) ?? this.#none
  }

  /** The facts under a key that count at that point, from the earliest to the latest. */
  upTo(key: string, asOf: AsOf): DatedFact<Fact>[] {
    return [...this.of(key).upTo(asOf)]
  }

  /** Every fact under a key known after `revision`, whatever its valid time, in order. */
  all(key: string, revision: number): DatedFact<Fact>[] {
    return [...this.of(key).all(revision)]
  }

  /** Every key that ever had a fact, in the order in which they came. */
  keys(): Iterable<string> {
    return this.#indexes.keys()
  }

  #at(key: string): BitemporalIndex<DatedFact<Fact>> {
    let index = this.#indexes.get(key)
    if (index === undefined) {
      index = new BitemporalIndex<DatedFact<Fact>>(this.#history)
      this.#history.changing(() => this.#indexes.delete(key))
      this.#indexes.set(key, index)
    }
    return index
  }
}

export function dated<Fact extends StandingFact>(fact: Fact): DatedFact<Fact> {
  const since = (fact.body as { since?: UncertainDate | undefined }).since
  const window = since === undefined ? fact : windowOf(since, fact.recordedAt)
  return { from: window.from, until: window.until, entry: fact.entry, fact }
}
