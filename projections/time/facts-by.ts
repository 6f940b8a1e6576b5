import type { Concern } from './dispatch.ts'
import type { History } from './history.ts'
import type { Change, StandingFact } from './standing-fact.ts'
import { type Lasting, stoodAfter, TemporalList } from './temporal-list.ts'

/** All that is listed under one key: most keys have one item, which needs no list. */
type Listed<Item extends Lasting> = Item | TemporalList<Item>

/**
 * Items under the keys that they concern, each key with its own list. An item is listed when its
 * fact comes to stand and stays listed when the fact ceases to: the fact itself says until when.
 */
export class ListedBy<Item extends Lasting> {
  readonly #history: History
  readonly #lists = new Map<string, Listed<Item>>()

  constructor(history: History) {
    this.#history = history
  }

  /** Lists an item under a key; nothing where it was listed there last. */
  put(key: string, item: Item): void {
    const listed = this.#lists.get(key)
    if (listed === item || (listed instanceof TemporalList && listed.newest === item)) return
    if (this.#history.isTentative) this.#history.changing(() => this.#takeBack(key, listed, item))
    if (listed === undefined) this.#lists.set(key, item)
    else if (listed instanceof TemporalList) listed.put(item)
    else this.#lists.set(key, new TemporalList([listed, item]))
  }

  /** Takes note that the fact of an item under that key ceased to stand. */
  ended(key: string, item: Item): void {
    const listed = this.#lists.get(key)
    if (!(listed instanceof TemporalList)) return
    listed.endChanged(item)
    if (this.#history.isTentative) this.#history.changing(() => listed.endChanged(item))
  }

  /** The items under a key. */
  of(key: string): TemporalList<Item> {
    const listed = this.#lists.get(key)
    if (listed instanceof TemporalList) return listed
    return new TemporalList(listed === undefined ? [] : [listed])
  }

  /** The items under a key known after a revision, whatever their valid time, in order. */
  all(key: string, revision: number): Iterable<Item> {
    const listed = this.#lists.get(key)
    if (listed instanceof TemporalList) return listed.all(revision)
    return listed !== undefined && stoodAfter(listed, revision) ? [listed] : []
  }

  /** The item under a key that never had another; undefined where it had none or several. */
  only(key: string): Item | undefined {
    const listed = this.#lists.get(key)
    return listed instanceof TemporalList ? undefined : listed
  }

  /** Every key that ever had an item, in the order in which they came. */
  keys(): Iterable<string> {
    return this.#lists.keys()
  }

  #takeBack(key: string, before: Listed<Item> | undefined, item: Item): void {
    if (before instanceof TemporalList) before.takeBack(item)
    else if (before === undefined) this.#lists.delete(key)
    else this.#lists.set(key, before)
  }
}

/** Standing facts under the keys that they concern, in the order of their windows. */
export class FactsBy<Fact extends StandingFact = StandingFact> {
  readonly folds: readonly Concern[] | undefined
  readonly #keysOf: (fact: StandingFact) => readonly string[]
  readonly #facts: ListedBy<Fact>

  /**
   * @param keysOf the keys that a fact concerns, each once; none where it is no fact of this index
   * @param folds the facts that may have any key: all where absent
   */
  constructor(
    history: History,
    keysOf: (fact: StandingFact) => readonly string[],
    folds?: readonly Concern[],
  ) {
    this.folds = folds
    this.#keysOf = keysOf
    this.#facts = new ListedBy(history)
  }

  apply({ removed, added }: Change): void {
    if (removed !== undefined) {
      for (const key of this.#keysOf(removed)) this.#facts.ended(key, removed as Fact)
    }
    if (added !== undefined) {
      for (const key of this.#keysOf(added)) this.#facts.put(key, added as Fact)
    }
  }

  /** The facts under a key known after a revision, whatever their valid time, in order. */
  all(key: string, revision: number): Iterable<Fact> {
    return this.#facts.all(key, revision)
  }

  /** The facts under a key. */
  of(key: string): TemporalList<Fact> {
    return this.#facts.of(key)
  }

  /** Every key that ever had a fact, in the order in which they came. */
  keys(): Iterable<string> {
    return this.#facts.keys()
  }
}
