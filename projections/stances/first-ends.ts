import { BitemporalIndex, type Measure, type Node, type TemporalKey } from '../time/bitemporal.ts'
import type { History } from '../time/history.ts'
import { canEnd } from '../time/holding.ts'
import { Keyed } from '../time/keyed.ts'
import type { StandingFact } from '../time/standing-fact.ts'
import type { TimeWindow } from '../time/window.ts'

/** The first of some ends, in the window in which the earliest of them comes about. */
export interface FirstEnd<Fact> extends TimeWindow {
  readonly fact: Fact
}

/** An end, in the order of the times by which it has surely come about. */
interface End<Fact> extends TemporalKey {
  readonly end: FirstEnd<Fact>
}

/** Facts that end something, by what they end: however many there are, the first is found in O(log n). */
export class FirstEnds<Fact extends StandingFact> {
  readonly #ends: Keyed<BitemporalIndex<End<Fact>, FirstEnd<Fact>>>

  constructor(history: History) {
    const measure: Measure<End<Fact>, FirstEnd<Fact>> = { of: ({ end }) => end, combine }
    this.#ends = new Keyed(history, () => new BitemporalIndex(history, measure))
  }

  /** @param window in which the fact is read */
  put(key: string, fact: Fact, { from, until }: TimeWindow = fact): void {
    this.#ends.own(key).put({ from: until, entry: fact.entry, end: { fact, from, until } })
  }

  remove(key: string, fact: Fact, { until }: TimeWindow = fact): void {
    this.#ends.own(key).remove({ from: until, entry: fact.entry })
  }

  /** The first under any of the keys that has an effect on what began in `start`. */
  first(keys: readonly string[], start: TimeWindow, revision: number): FirstEnd<Fact> | undefined {
    let first: FirstEnd<Fact> | undefined
    for (const key of keys) {
      let tree = this.#ends.get(key)?.root(revision)
      while (tree !== undefined) {
        if (canEnd(start, tree.item.end)) {
          const later = withoutEarlier(tree)
          first = first === undefined ? later : combine(first, later)
          tree = tree.earlier
        } else tree = tree.later
      }
    }
    return first
  }
}

export function isSameEnd(
  a: FirstEnd<unknown> | undefined,
  b: FirstEnd<unknown> | undefined,
): boolean {
  return a?.fact === b?.fact && a?.from === b?.from && a?.until === b?.until
}

function withoutEarlier<Fact extends StandingFact>({
  item,
  later,
}: Node<End<Fact>, FirstEnd<Fact>>): FirstEnd<Fact> {
  return later === undefined ? item.end : combine(item.end, later.summary)
}

function combine<Fact extends StandingFact>(a: FirstEnd<Fact>, b: FirstEnd<Fact>): FirstEnd<Fact> {
  const [first, other] = isEarlier(b, a) ? [b, a] : [a, b]
  return first.until <= other.until ? first : { ...first, until: other.until }
}

function isEarlier<Fact extends StandingFact>(a: FirstEnd<Fact>, b: FirstEnd<Fact>): boolean {
  return a.from === b.from ? a.fact.entry < b.fact.entry : a.from < b.from
}
