import { EMPTY_ROOT, nodeHash } from './hashes.ts'

/** A complete subtree of `2 ** height` leaves. */
interface Peak {
  readonly height: number
  readonly hash: Uint8Array
}

/**
 * The complete subtrees that a growing RFC 6962 tree consists of, the largest first: enough to
 * add leaves and to know the root, in O(log n) memory.
 */
export class Peaks {
  readonly #peaks: Peak[] = []
  readonly #completed: (height: number, hash: Uint8Array) => void
  #size = 0

  /** @param completed is told of each subtree when its last leaf is added, leaves included. */
  constructor(completed: (height: number, hash: Uint8Array) => void = () => undefined) {
    this.#completed = completed
  }

  /** The number of leaves there are. */
  get size(): number {
    return this.#size
  }

  add(leaf: Uint8Array): void {
    let hash = leaf
    let height = 0
    this.#completed(height, hash)
    for (let left = this.#peaks.at(-1); left?.height === height; left = this.#peaks.at(-1)) {
      this.#peaks.pop()
      hash = nodeHash(left.hash, hash)
      height += 1
      this.#completed(height, hash)
    }
    this.#peaks.push({ height, hash })
    this.#size += 1
  }

  get root(): Uint8Array {
    const last = this.#peaks.at(-1)
    if (last === undefined) return EMPTY_ROOT
    return this.#peaks
      .slice(0, -1)
      .reduceRight((right, { hash }) => nodeHash(hash, right), last.hash)
  }
}
