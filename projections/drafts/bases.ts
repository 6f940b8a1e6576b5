import type { History } from '../time/history.ts'
import { Versioned } from '../time/history.ts'
import { Keyed } from '../time/keyed.ts'

/** The bases of draft revisions, as known after every revision of the ledger. */
export class Bases {
  /** By draft revision: those that it is made from; the first gives the text that it changes. */
  readonly #of: Keyed<Versioned<readonly string[]>>
  /** By draft revision: those made from it. */
  readonly #derived: Keyed<Versioned<readonly string[]>>

  constructor(history: History) {
    this.#of = new Keyed(history, () => new Versioned<readonly string[]>(history, []))
    this.#derived = new Keyed(history, () => new Versioned<readonly string[]>(history, []))
  }

  of(id: string): readonly string[] {
    return this.#of.get(id)?.head ?? []
  }

  /** The same as known after a revision of the ledger. */
  at(id: string, revision: number): readonly string[] {
    return this.#of.get(id)?.at(revision) ?? []
  }

  /** Tells if any revision is made from this one. */
  hasDerived(id: string): boolean {
    return (this.#derived.get(id)?.head.length ?? 0) > 0
  }

  /** The revisions that are made from this one, not at a remove. */
  derivedFrom(id: string): readonly string[] {
    return this.#derived.get(id)?.head ?? []
  }

  /** The revisions that are made from any of `ids`, at any remove, these included. */
  resting(ids: Iterable<string>, revision = Number.POSITIVE_INFINITY): ReadonlySet<string> {
    const found = new Set(ids)
    for (const id of found) {
      for (const derived of this.#derived.get(id)?.at(revision) ?? []) found.add(derived)
    }
    return found
  }

  /** Notes what a revision is made from now. */
  set(id: string, bases: readonly string[]): void {
    const before = this.of(id)
    if (before.length === bases.length && before.every((basis, i) => basis === bases[i])) return
    this.#of.own(id).set(bases)
    for (const basis of new Set(before)) {
      const derived = this.#derived.own(basis)
      derived.set(derived.head.filter((other) => other !== id))
    }
    for (const basis of new Set(bases)) {
      const derived = this.#derived.own(basis)
      derived.set([...derived.head, id])
    }
  }

  /**
   * The revisions whose text may change with that of one of `ids`, these included, each after those
   * that it is made from; and whether any of them is, at some remove, made from itself, as only a
   * wrong entry can have it.
   */
  affected(ids: Iterable<string>): { readonly order: string[]; readonly circular: boolean } {
    const done: string[] = []
    const state = new Map<string, 'open' | 'done'>()
    let circular = false
    for (const start of ids) {
      const path = [start]
      while (path.length > 0) {
        const id = path.at(-1) as string
        if (state.get(id) === undefined) {
          state.set(id, 'open')
          for (const next of this.#derived.get(id)?.head ?? []) {
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
    return circular ? { order: this.#inOrder(order), circular } : { order, circular }
  }

  /** Tells if the text that a revision changes is, at some remove, its own. */
  restsOnItself(id: string): boolean {
    const seen = new Set<string>()
    for (let at = this.of(id)[0]; at !== undefined; at = this.of(at)[0]) {
      if (at === id) return true
      if (seen.has(at)) return false
      seen.add(at)
    }
    return false
  }

  /** Tells if `id` is, at any remove, made from `other`, or is it. */
  isMadeFrom(id: string, other: string): boolean {
    const found = new Set([id])
    for (const each of found) for (const basis of this.of(each)) found.add(basis)
    return found.has(other)
  }

  /** The same revisions, where circles stand in the way of the order in which they were found. */
  #inOrder(ids: readonly string[]): string[] {
    const wanted = new Set(ids)
    const order = new Set<string>()
    const visit = (id: string) => {
      const path = [id]
      while (path.length > 0) {
        const at = path.at(-1) as string
        const waiting = this.usable(at).filter((b) => wanted.has(b) && !order.has(b))
        if (waiting.length === 0) order.add(path.pop() as string)
        else path.push(waiting[0] as string)
      }
    }
    for (const id of ids) if (!order.has(id)) visit(id)
    return [...order]
  }

  /** All that a revision is made from without being, at some remove, made from itself. */
  usable(id: string): string[] {
    const [first, ...others] = this.of(id)
    const usable = first === undefined || this.restsOnItself(id) ? [] : [first]
    return [...usable, ...others.filter((other) => !this.isMadeFrom(other, id))]
  }
}
