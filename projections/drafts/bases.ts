import { BitemporalIndex, type TemporalKey } from '../time/bitemporal.ts'
import type { History } from '../time/history.ts'
import { Versioned } from '../time/history.ts'
import { Keyed } from '../time/keyed.ts'
import type { Pieces } from '../time/pieces.ts'
import { type Circles, circlesAmong } from './circles.ts'

/** A revision that is made from another, in the order in which that was noted. */
interface Derived extends TemporalKey {
  readonly id: string
}

/** A revision that another is made from, with the place of that one among those derived from it. */
interface Basis {
  readonly id: string
  readonly place: number
}

/** Revisions of which one or several changed, each after those that it is made from. */
export interface Affected {
  readonly order: readonly string[]
  /** The circles among the revisions; undefined if there are none. */
  readonly loops: Loops | undefined
}

/** The bases of draft revisions, as known after every revision of the ledger. */
export class Bases {
  readonly #history: History
  /** By draft revision: those that it is made from; the first gives the text that it changes. */
  readonly #of: Keyed<Versioned<readonly Basis[]>>
  /** By draft revision: those made from it. */
  readonly #derived: Keyed<BitemporalIndex<Derived>>
  #places = 0

  constructor(history: History) {
    this.#history = history
    this.#of = new Keyed(history, () => new Versioned<readonly Basis[]>(history, []))
    this.#derived = new Keyed(history, () => new BitemporalIndex<Derived>(history))
  }

  of(id: string): readonly string[] {
    return idsOf(this.#of.get(id)?.head)
  }

  /** The same as known after a revision of the ledger. */
  at(id: string, revision: number): readonly string[] {
    return idsOf(this.#of.get(id)?.at(revision))
  }

  /** The revisions that are made from this one, not at a remove, in the order in which that was noted. */
  *derivedFrom(id: string, revision = this.#history.revision): Generator<string> {
    for (const derived of this.#derived.get(id)?.all(revision) ?? []) yield derived.id
  }

  /** Tells if any revision is made from this one. */
  hasDerived(id: string): boolean {
    return this.#derived.get(id)?.root(this.#history.revision) !== undefined
  }

  /** The revisions that are made from any of `ids`, at any remove, these included. */
  resting(ids: Iterable<string>, revision = this.#history.revision): ReadonlySet<string> {
    const found = new Set(ids)
    for (const id of found) {
      for (const derived of this.derivedFrom(id, revision)) found.add(derived)
    }
    return found
  }

  /** Notes what a revision is made from now. */
  set(id: string, bases: readonly string[]): void {
    const before = this.#of.get(id)?.head ?? []
    if (before.length === bases.length && before.every((basis, i) => basis.id === bases[i])) return
    for (const [basis, place] of placesIn(before)) {
      this.#derived.own(basis).remove({ from: 0, entry: place })
    }
    const places = new Map(bases.map((basis) => [basis, this.#places++]))
    for (const [basis, place] of places) {
      this.#derived.own(basis).put({ from: 0, entry: place, id })
    }
    this.#of.own(id).set(bases.map((basis) => ({ id: basis, place: places.get(basis) as number })))
  }

  /**
   * The revisions whose text may change with that of one of `ids`, these included. Some of them are
   * made from themselves, at some remove, as only a wrong entry can have it.
   */
  *affected(ids: Iterable<string>): Pieces<Affected> {
    const done: string[] = []
    const state = new Map<string, 'open' | 'done'>()
    let circular = false
    for (const start of ids) {
      const path = [start]
      while (path.length > 0) {
        yield
        const id = path.at(-1) as string
        if (state.get(id) === undefined) {
          state.set(id, 'open')
          for (const next of this.derivedFrom(id)) {
            if (state.get(next) === undefined) path.push(next)
            else if (state.get(next) === 'open') circular = true
          }
        } else {
          path.pop()
          if (state.get(id) === 'open') done.push(id)
          state.set(id, 'done')
        }
      }
    }
    const order = done.reverse()
    if (!circular) return { order, loops: undefined }
    const loops = new Loops(this, order)
    return { order: yield* inOrder(order, loops), loops }
  }
}

/** The circles among revisions that are made from each other. */
export class Loops {
  readonly #bases: Pick<Bases, 'of'>
  readonly #circles: Circles
  /** The circles by the texts that revisions change. */
  readonly #ofTexts: Circles

  constructor(bases: Pick<Bases, 'of'>, ids: readonly string[]) {
    this.#bases = bases
    this.#circles = circlesAmong(ids, (id) => bases.of(id))
    this.#ofTexts = circlesAmong(ids, (id) => bases.of(id).slice(0, 1))
  }

  /** True if the text that a revision changes is, at some remove, its own. */
  restsOnItself(id: string): boolean {
    return this.#ofTexts.has(id)
  }

  /** True if a revision and one of its bases are, at some remove, made from each other. */
  isMadeFromEachOther(id: string, basis: string): boolean {
    const circle = this.#circles.get(id)
    return circle !== undefined && this.#circles.get(basis) === circle
  }

  /** All that a revision is made from without being, at some remove, made from itself. */
  usable(id: string): string[] {
    const [first, ...others] = this.#bases.of(id)
    const usable = first === undefined || this.restsOnItself(id) ? [] : [first]
    return [...usable, ...others.filter((other) => !this.isMadeFromEachOther(id, other))]
  }
}

/** The same revisions, where circles stand in the way of the order in which they were found. */
function* inOrder(ids: readonly string[], loops: Loops): Pieces<string[]> {
  const wanted = new Set(ids)
  const order = new Set<string>()
  for (const start of ids) {
    const path = order.has(start) ? [] : [start]
    while (path.length > 0) {
      yield
      const at = path.at(-1) as string
      const waiting = loops.usable(at).find((basis) => wanted.has(basis) && !order.has(basis))
      if (waiting === undefined) order.add(path.pop() as string)
      else path.push(waiting)
    }
  }
  return [...order]
}

function idsOf(bases: readonly Basis[] = []): string[] {
  return bases.map(({ id }) => id)
}

/** Each basis once, with its place. */
function placesIn(bases: readonly Basis[]): Map<string, number> {
  return new Map(bases.map(({ id, place }) => [id, place]))
}
