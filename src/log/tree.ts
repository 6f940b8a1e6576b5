import { EMPTY_ROOT, nodeHash, splitOf } from './hashes.ts'
import { Peaks } from './peaks.ts'
import { HASH_BYTES } from './proof-steps.ts'

/** The height of a tile of tlog-tiles: 256 hashes wide. */
const TILE_HEIGHT = 8

/** The most hashes that a tile has. */
export const TILE_WIDTH = 2 ** TILE_HEIGHT

/** Level 8 would take 2^64 leaves; no array holds a level beyond this one. */
export const MAX_TILE_LEVEL = 7

/**
 * The Merkle tree of a log (RFC 6962), kept as the rows of its tiles: every leaf, and every root of
 * 256 of the row below. That is 32 * 256 / 255, so 32.2 bytes a leaf; the nodes within a tile are
 * hashed again when they are asked for, at most 255 of them for each level.
 */
export class Tree extends Peaks {
  readonly #rows: Row[] = [new Row()]

  protected override completed(height: number, hash: Uint8Array): void {
    if (height % TILE_HEIGHT === 0) this.#row(height / TILE_HEIGHT).push(hash)
  }

  /** The root of the first `size` leaves. @throws {RangeError} the tree is smaller. */
  override root(size = this.size): Uint8Array {
    if (size === this.size) return super.root()
    this.#check(size)
    return size === 0 ? EMPTY_ROOT : this.#range(0, size)
  }

  /**
   * The inclusion proof of leaf `index` in the tree of the first `size` leaves (RFC 6962, 2.1.1),
   * from the leaf's sibling up.
   *
   * @throws {RangeError} there is no such leaf or size.
   */
  inclusion(index: number, size: number): Uint8Array[] {
    this.#check(size)
    if (!Number.isSafeInteger(index) || index < 0 || index >= size) {
      throw new RangeError(`there is no leaf ${index} among ${size}`)
    }
    return this.#path(index, 0, size)
  }

  /**
   * The proof that the first `from` leaves are those of the first `to` (RFC 6962, 2.1.2).
   *
   * @throws {RangeError} `from` is less than 1 or more than `to`, or the tree is smaller.
   */
  consistency(from: number, to: number): Uint8Array[] {
    this.#check(to)
    if (!Number.isSafeInteger(from) || from < 1 || from > to) {
      throw new RangeError(`there is no proof from ${from} to ${to}`)
    }
    return from === to ? [] : this.#subproof(from, 0, to, true)
  }

  /**
   * The hashes of a tile as tlog-tiles serves it; undefined where the tree of `size` leaves has not
   * that many of them.
   */
  tile(level: number, index: number, width: number, size = this.size): Buffer | undefined {
    const first = index * TILE_WIDTH
    const there = Math.floor(size / TILE_WIDTH ** level)
    if (level > MAX_TILE_LEVEL || first + width > there) return undefined
    return this.#row(level).slice(first, width)
  }

  #row(level: number): Row {
    while (this.#rows.length <= level) this.#rows.push(new Row())
    return this.#rows[level] as Row
  }

  #check(size: number): void {
    if (!Number.isSafeInteger(size) || size < 0 || size > this.size) {
      throw new RangeError(`the log has ${this.size} entries, not ${size}`)
    }
  }

  /** The hash of the leaves from `start` on, `size` of them; `start` is what RFC 6962 splits at. */
  #range(start: number, size: number): Uint8Array {
    const height = Math.log2(size)
    if (Number.isInteger(height)) return this.#complete(start, height)
    const split = splitOf(size)
    return nodeHash(this.#range(start, split), this.#range(start + split, size - split))
  }

  #complete(start: number, height: number): Uint8Array {
    const level = Math.floor(height / TILE_HEIGHT)
    const width = 2 ** (height % TILE_HEIGHT)
    const first = start / TILE_WIDTH ** level
    const row = this.#row(level)
    let hashes = Array.from({ length: width }, (_, i) => row.at(first + i))
    while (hashes.length > 1) {
      hashes = hashes.flatMap((hash, i) =>
        i % 2 === 0 ? [nodeHash(hash, hashes[i + 1] as Uint8Array)] : [],
      )
    }
    return hashes[0] as Uint8Array
  }

  #path(index: number, start: number, size: number): Uint8Array[] {
    if (size === 1) return []
    const split = splitOf(size)
    if (index < split) {
      return [...this.#path(index, start, split), this.#range(start + split, size - split)]
    }
    const right = this.#path(index - split, start + split, size - split)
    return [...right, this.#range(start, split)]
  }

  #subproof(from: number, start: number, size: number, isWhole: boolean): Uint8Array[] {
    if (from === size) return isWhole ? [] : [this.#range(start, size)]
    const split = splitOf(size)
    if (from <= split) {
      const left = this.#subproof(from, start, split, isWhole)
      return [...left, this.#range(start + split, size - split)]
    }
    const right = this.#subproof(from - split, start + split, size - split, false)
    return [...right, this.#range(start, split)]
  }
}

/** Hashes side by side in memory that doubles as it fills. */
class Row {
  #bytes = Buffer.alloc(4 * HASH_BYTES)
  #length = 0

  push(hash: Uint8Array): void {
    const end = this.#length * HASH_BYTES
    if (end === this.#bytes.length) {
      const grown = Buffer.alloc(2 * end)
      this.#bytes.copy(grown)
      this.#bytes = grown
    }
    this.#bytes.set(hash, end)
    this.#length += 1
  }

  at(index: number): Uint8Array {
    return this.#bytes.subarray(index * HASH_BYTES, (index + 1) * HASH_BYTES)
  }

  /** A copy of `width` hashes from `first` on. */
  slice(first: number, width: number): Buffer {
    return Buffer.from(this.#bytes.subarray(first * HASH_BYTES, (first + width) * HASH_BYTES))
  }
}
