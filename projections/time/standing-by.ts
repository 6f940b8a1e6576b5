import type { History } from './history.ts'
import type { Change, StandingFact } from './standing-fact.ts'

/** The facts that stand now, under the key that they concern: for deciding what a new fact does. */
export class StandingBy<Fact extends StandingFact> {
  readonly #history: History
  readonly #keyOf: (fact: StandingFact) => string | undefined
  readonly #facts = new Map<string, Map<number, Fact>>()

  /** @param keyOf the key of a fact; none where it is no fact of this index. */
  constructor(history: History, keyOf: (fact: StandingFact) => string | undefined) {
    this.#history = history
    this.#keyOf = keyOf
  }

  apply({ removed, added }: Change): void {
    if (removed !== undefined) this.#set(this.#keyOf(removed), removed.entry, undefined)
    if (added !== undefined) this.#set(this.#keyOf(added), added.entry, added as Fact)
  }

  of(key: string): Iterable<Fact> {
    return this.#facts.get(key)?.values() ?? []
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
    const before = this.#facts.get(key)?.get(entry)
    this.#history.changing(() => this.#write(key, entry, before))
    this.#write(key, entry, fact)
  }

  #write(key: string, entry: number, fact: Fact | undefined): void {
    const facts = this.#facts.get(key) ?? new Map<number, Fact>()
    if (fact === undefined) facts.delete(entry)
    else facts.set(entry, fact)
    if (facts.size === 0) this.#facts.delete(key)
    else this.#facts.set(key, facts)
  }
}
