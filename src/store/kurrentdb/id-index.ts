const EMPTY = -1
const WORDS = 4

/**
 * The ids of a ledger's events with their revisions: 16 bytes an id and at most 16 for its place in
 * a hash table, so that a long ledger's can be held.
 */
export class IdIndex {
  /** Four words an id, by revision. */
  #ids = new Uint32Array(16 * WORDS)
  /** Revisions, by the hash of their ids; open addressing. */
  #table = new Int32Array(32).fill(EMPTY)
  #size = 0

  /** The number of ids there are: the revision that the next one gets. */
  get size(): number {
    return this.#size
  }

  /** The revision of the event with that id. */
  find(id: string): number | undefined {
    const words = wordsOf(id)
    const revision = this.#table[this.#slot(words)] as number
    return revision === EMPTY ? undefined : revision
  }

  /** @returns false where the id is there already, and nothing was added. */
  add(id: string): boolean {
    const words = wordsOf(id)
    if (this.#table[this.#slot(words)] !== EMPTY) return false
    this.#grow()
    this.#ids.set(words, this.#size * WORDS)
    this.#table[this.#slot(words)] = this.#size
    this.#size++
    return true
  }

  /** The place at which the id is in the table, or would go. */
  #slot(words: Words): number {
    const mask = this.#table.length - 1
    let slot = hash(words) & mask
    for (;;) {
      const revision = this.#table[slot] as number
      if (revision === EMPTY || this.#isAt(revision, words)) return slot
      slot = (slot + 1) & mask
    }
  }

  #isAt(revision: number, words: Words): boolean {
    const at = revision * WORDS
    return words.every((word, index) => this.#ids[at + index] === word)
  }

  #grow(): void {
    if ((this.#size + 1) * WORDS > this.#ids.length) {
      const ids = new Uint32Array(this.#ids.length * 2)
      ids.set(this.#ids)
      this.#ids = ids
    }
    if ((this.#size + 1) * 2 <= this.#table.length) return
    this.#table = new Int32Array(this.#table.length * 2).fill(EMPTY)
    for (let revision = 0; revision < this.#size; revision++) {
      const words = this.#ids.subarray(revision * WORDS, (revision + 1) * WORDS)
      this.#table[this.#slot([...words] as unknown as Words)] = revision
    }
  }
}

type Words = readonly [number, number, number, number]

function wordsOf(id: string): Words {
  const hex = id.replaceAll('-', '')
  const word = (index: number) => Number.parseInt(hex.slice(index * 8, index * 8 + 8), 16) >>> 0
  return [word(0), word(1), word(2), word(3)]
}

function hash([a, b, c, d]: Words): number {
  let mixed = a ^ Math.imul(b, 0x9e3779b1) ^ Math.imul(c, 0x85ebca6b) ^ Math.imul(d, 0xc2b2ae35)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d)
  return (mixed ^ (mixed >>> 13)) >>> 0
}
