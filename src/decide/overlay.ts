/**
 * A map that can be forked: a fork reads through to what lies below it and keeps its own writes,
 * until they are merged down or the fork is dropped.
 */
export class Overlay<K, V> {
  readonly #below: Overlay<K, V> | undefined
  readonly #own = new Map<K, V>()

  constructor(below?: Overlay<K, V>) {
    this.#below = below
  }

  get(key: K): V | undefined {
    return this.#own.has(key) ? this.#own.get(key) : this.#below?.get(key)
  }

  set(key: K, value: V): void {
    this.#own.set(key, value)
  }

  fork(): Overlay<K, V> {
    return new Overlay(this)
  }

  /** Moves the writes of a fork into the map that it was forked from; nothing where it is no fork. */
  merge(): void {
    if (this.#below === undefined) return
    for (const [key, value] of this.#own) this.#below.set(key, value)
    this.#own.clear()
  }
}
