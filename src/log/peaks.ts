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
  /** The number of leaves there are. */
  size = 0

  add(leaf: Uint8Array): void {
    let hash = leaf
    let height = 0
    this.completed(height, hash)
    for (let left = this.#peaks.at(-1); left?.height === height; left = this.#peaks.at(-1)) {
      this.#peaks.pop()
      hash = nodeHash(left.hash, hash)
      height += 1
      this.completed(height, hash)
    }
    this.#peaks.push({ height, hash })
    this.size += 1
  }

  /** Is called for each subtree when its last leaf is added, leaves included. */
  protected completed(_height: number, _hash: Uint8Array): void {}

  /** The root of all leaves. */
  root(): Uint8Array {
    let root: Uint8Array | undefined
    for (let at = this.#peaks.length - 1; at >= 0; at--) {
      const { hash } = this.#peaks[at] as Peak
      root = root === undefined ? hash : nodeHash(hash, root)
    }
    return root ?? EMPTY_ROOT
  }
}
