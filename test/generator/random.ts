/** A stream of numbers that a seed determines: xorshift128 (Marsaglia: Xorshift RNGs, 2003). */
export class Random {
  readonly #state = new Uint32Array(4)

  /** @param seed any integer; seeds next to each other give unrelated streams. */
  constructor(seed: number) {
    for (let i = 0; i < 4; i++) this.#state[i] = scrambled(seed + Math.imul(i + 1, 0x9e3779b9)) | 1
    for (let i = 0; i < 16; i++) this.#next()
  }

  /** From 0 up to, not including, 1. */
  fraction(): number {
    return this.#next() / 2 ** 32
  }

  /** An integer from `low` to `high`, both included. */
  integer(low: number, high: number): number {
    return low + Math.floor(this.fraction() * (high - low + 1))
  }

  chance(probability: number): boolean {
    return this.fraction() < probability
  }

  /** One of a list that is not empty. */
  pick<T>(items: readonly T[]): T {
    return items[this.integer(0, items.length - 1)] as T
  }

  /** Up to `count` different ones of a list, in an order of their own. */
  some<T>(items: readonly T[], count: number): T[] {
    const found = new Set<T>()
    for (let i = 0; i < count && items.length > 0; i++) found.add(this.pick(items))
    return [...found]
  }

  /** One of a list, each as likely as its weight. */
  weighted<T>(items: readonly (readonly [weight: number, item: T])[]): T {
    let left = this.fraction() * items.reduce((sum, [weight]) => sum + weight, 0)
    for (const [weight, item] of items) {
      left -= weight
      if (left < 0) return item
    }
    return (items.at(-1) as readonly [number, T])[1]
  }

  /** A positive number with that mean, most often far below it and now and then far beyond. */
  exponential(mean: number): number {
    return -mean * Math.log(1 - this.fraction())
  }

  /** A UUID of version 8, the one for makers' own layouts (RFC 9562). */
  uuid(): string {
    const hex = Array.from({ length: 4 }, () => this.#next().toString(16).padStart(8, '0')).join('')
    const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`]
    return [...parts, `8${hex.slice(17, 20)}`, hex.slice(20)].join('-')
  }

  #next(): number {
    const s = this.#state as unknown as [number, number, number, number]
    let t = s[3]
    t ^= t << 11
    t ^= t >>> 8
    s[3] = s[2]
    s[2] = s[1]
    s[1] = s[0]
    s[0] = t ^ s[0] ^ (s[0] >>> 19)
    return s[0]
  }
}

function scrambled(seed: number): number {
  let h = Math.imul(seed ^ (seed >>> 16), 0x7feb352d)
  h = Math.imul(h ^ (h >>> 15), 0x846ca68b)
  return h ^ (h >>> 16)
}
