import type { UncertainDate } from '../../events/envelope.ts'
import type { TemporalKey } from './bitemporal.ts'
import type { History } from './history.ts'
import { Keyed } from './keyed.ts'
import type { AsOf, Change, StandingFact } from './standing-fact.ts'
import { TemporalList } from './temporal-list.ts'
import { type Window, windowOf } from './window.ts'

/** A fact at the window from which it counts: its own `since` where it gives one, else `occurred`. */
export interface DatedFact<Fact extends StandingFact = StandingFact> extends TemporalKey, Window {
  readonly fact: Fact
}

/** Facts under the keys that they concern, in the order in which they began to be so. */
export class DatedFactsBy<Fact extends StandingFact = StandingFact> {
  readonly #keysOf: (fact: StandingFact) => readonly string[]
  readonly #lists: Keyed<TemporalList<DatedFact<Fact>>>

  /** @param keysOf the keys that a fact concerns, each once; none where it is no fact of this index. */
  constructor(history: History, keysOf: (fact: StandingFact) => readonly string[]) {
    this.#keysOf = keysOf
    this.#lists = new Keyed(history, () => new TemporalList<DatedFact<Fact>>(history))
  }

  apply({ removed, added }: Change): void {
    if (removed !== undefined) {
      for (const key of this.#keysOf(removed)) this.#lists.own(key).remove(dated(removed as Fact))
    }
    if (added !== undefined) {
      for (const key of this.#keysOf(added)) this.#lists.own(key).put(dated(added as Fact))
    }
  }

  /** The facts under a key that count at that point, from the earliest to the latest. */
  upTo(key: string, asOf: AsOf): DatedFact<Fact>[] {
    return [...(this.#lists.get(key)?.upTo(asOf) ?? [])]
  }

  /** Every fact under a key known after `revision`, whatever its valid time, in order. */
  all(key: string, revision: number): DatedFact<Fact>[] {
    return [...(this.#lists.get(key)?.all(revision) ?? [])]
  }

  /** The revisions that changed the facts under a key, in order. */
  changes(key: string): readonly number[] {
    return this.#lists.get(key)?.changes ?? []
  }

  /** Every key that ever had a fact, in the order in which they came. */
  keys(): Iterable<string> {
    return this.#lists.keys()
  }
}

export function dated<Fact extends StandingFact>(fact: Fact): DatedFact<Fact> {
  const since = (fact.body as { since?: UncertainDate | undefined }).since
  const window = since === undefined ? fact : windowOf(since, fact.recordedAt)
  return { from: window.from, until: window.until, entry: fact.entry, fact }
}
