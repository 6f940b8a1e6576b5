import type { Concern } from './dispatch.ts'
import type { History } from './history.ts'
import type { Change, StandingFact } from './standing-fact.ts'

/** The facts that stand now, under the key that they concern: for deciding what a new fact does. */
export class StandingBy<Fact extends StandingFact> {
  readonly folds: readonly Concern[] | undefined
  readonly #history: History
  readonly #keyOf: (fact: StandingFact) => string | undefined
  /** By key: the one fact, or by entry where there are several. */
  readonly #facts = new Map<string, Fact | Map<number, Fact>>()

  /**
   * @param keyOf the key of a fact; none where it is no fact of this index
   * @param folds the facts that may have a key: all where absent
   */
  constructor(
    history: History,
    keyOf: (fact: StandingFact) => string | undefined,
    folds?: readonly Concern[],
  ) {
    this.folds = folds
    this.#history = history
    this.#keyOf = keyOf
  }

  apply({ removed, added }: Change): void {
    if (removed !== undefined) this.#set(this.#keyOf(removed), removed.entry, undefined)
    if (added !== undefined) this.#set(this.#keyOf(added), added.entry, added as Fact)
  }

  of(key: string): Iterable<Fact> {
    const facts = this.#facts.get(key)
    if (facts === undefined) return []
    return facts instanceof Map ? facts.values() : [facts]
  }

  /** The one of the latest entry. */
  latest(key: string): Fact | undefined {
    let latest: Fact | undefined
    for (const fact of this.of(key)) {
      if (latest === undefined || fact.entry > latest.entry) latest = fact
    }
    return latest
  }

  #set(key: string | undefined, entry: number, fact: Fact | undefined): void {
    if (key === undefined) return
    if (this.#history.isTentative) {
      const before = this.#at(key, entry)
      this.#history.changing(() => this.#write(key, entry, before))
    }
    this.#write(key, entry, fact)
  }

  #at(key: string, entry: number): Fact | undefined {
    const facts = this.#facts.get(key)
    if (facts instanceof Map) return facts.get(entry)
    return facts?.entry === entry ? facts : undefined
  }

  #write(key: string, entry: number, fact: Fact | undefined): void {
    const facts = this.#facts.get(key)
    if (facts instanceof Map) {
      if (fact !== undefined) facts.set(entry, fact)
      else facts.delete(entry)
    } else if (facts === undefined || facts.entry === entry) {
      if (fact !== undefined) this.#facts.set(key, fact)
      else this.#facts.delete(key)
    } else if (fact !== undefined) {
      this.#facts.set(
        key,
        new Map([
          [facts.entry, facts],
          [entry, fact],
        ]),
      )
    }
  }
}
