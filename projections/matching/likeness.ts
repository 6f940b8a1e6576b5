import { wordsOf } from '../text/tokens.ts'

/** Words and pairs of neighbouring words, each with how often it is there. */
type Shingles = ReadonlyMap<string, number>

/** A text to be compared by what it says: its heading and its words. */
export interface WordCounts {
  /** As printed; it is no part of what is compared. */
  readonly label?: string | null
  readonly heading: string | null
  readonly text: string
}

/** The shares of two texts in one another, by weight. */
export interface Likeness {
  /** 2 × what both have / what each has, 0 to 1: 1 where the words are the same. */
  readonly alike: number
  /** The share of the left text that is in the right one, 0 to 1, and the other way. */
  readonly leftInRight: number
  readonly rightInLeft: number
}

/** A shingle in more texts than this finds no candidates by itself. */
const COMMON = 60

/** Of the texts that one may be, this number is compared with it in full. */
const MOST_CANDIDATES = 20

/**
 * Two lists of texts, compared by the words and word pairs that they share: the rarer these are
 * among all of the texts, the more they weigh, so that what every clause says counts for little.
 */
export class Likenesses {
  readonly #left: readonly Shingles[]
  readonly #right: readonly Shingles[]
  readonly #texts = new Map<string, number>()
  readonly #total: number
  readonly #weights: { readonly left: readonly number[]; readonly right: readonly number[] }

  constructor(left: readonly WordCounts[], right: readonly WordCounts[]) {
    this.#left = left.map(shinglesOf)
    this.#right = right.map(shinglesOf)
    this.#total = left.length + right.length
    for (const shingles of [...this.#left, ...this.#right]) {
      for (const shingle of shingles.keys()) {
        this.#texts.set(shingle, (this.#texts.get(shingle) ?? 0) + 1)
      }
    }
    const weigh = (shingles: Shingles) => this.#weigh(shingles)
    this.#weights = { left: this.#left.map(weigh), right: this.#right.map(weigh) }
  }

  /** The share of one another that the texts at these places have. */
  of(left: number, right: number): Likeness {
    const [a, b] = [this.#left[left] as Shingles, this.#right[right] as Shingles]
    const ofLeft = this.#weights.left[left] as number
    const ofRight = this.#weights.right[right] as number
    const shared = this.#shared(a, b)
    if (shared === 0) return { alike: 0, leftInRight: 0, rightInLeft: 0 }
    return {
      alike: (2 * shared) / (ofLeft + ofRight),
      leftInRight: shared / ofLeft,
      rightInLeft: shared / ofRight,
    }
  }

  /** Tells if the texts at these places share words, or pairs of words, that no other text has. */
  areDistinct(left: number, right: number): boolean {
    const others = this.#right[right] as Shingles
    for (const shingle of (this.#left[left] as Shingles).keys()) {
      if (this.#texts.get(shingle) === 2 && others.has(shingle)) return true
    }
    return false
  }

  /** The texts at `parts` of the one side together, beside the text at `whole` of the other. */
  together(side: 'left' | 'right', whole: number, parts: readonly number[]): Together {
    const [wholes, others] = side === 'left' ? [this.#left, this.#right] : [this.#right, this.#left]
    return new Together(
      { shingles: wholes[whole] as Shingles, weight: this.#weights[side][whole] as number },
      (part) => others[part] as Shingles,
      (shingle) => this.#weightOf(shingle),
      parts,
    )
  }

  /** The number of words and word pairs a text has. */
  size(side: 'left' | 'right', at: number): number {
    return ((side === 'left' ? this.#left : this.#right)[at] as Shingles).size
  }

  /** For each text of the left the few of the right with which it shares the most that is rare. */
  *candidates(): Generator<readonly [left: number, right: number]> {
    const having = new Map<string, number[]>()
    for (const [place, shingles] of this.#right.entries()) {
      for (const shingle of shingles.keys()) {
        if ((this.#texts.get(shingle) as number) > COMMON) continue
        const places = having.get(shingle)
        if (places === undefined) having.set(shingle, [place])
        else places.push(place)
      }
    }
    for (const [left, shingles] of this.#left.entries()) {
      const shared = new Map<number, number>()
      for (const shingle of shingles.keys()) {
        for (const right of having.get(shingle) ?? []) {
          shared.set(right, (shared.get(right) ?? 0) + this.#weightOf(shingle))
        }
      }
      const best = [...shared].sort(([a, x], [b, y]) => y - x || a - b).slice(0, MOST_CANDIDATES)
      for (const [right] of best) yield [left, right]
    }
  }

  #shared(a: Shingles, b: Shingles): number {
    const [small, large] = a.size < b.size ? [a, b] : [b, a]
    let shared = 0
    for (const [shingle, count] of small) {
      const other = large.get(shingle)
      if (other !== undefined) shared += Math.min(count, other) * this.#weightOf(shingle)
    }
    return shared
  }

  #weigh(shingles: Shingles): number {
    let weight = 0
    for (const [shingle, count] of shingles) weight += count * this.#weightOf(shingle)
    return weight
  }

  #weightOf(shingle: string): number {
    return Math.log(1 + this.#total / (this.#texts.get(shingle) as number))
  }
}

/** Texts that together may have what one text has, each word of it counted once. */
export class Together {
  readonly #whole: { readonly shingles: Shingles; readonly weight: number }
  readonly #shinglesOf: (part: number) => Shingles
  readonly #weightOf: (shingle: string) => number
  readonly #counts = new Map<string, number>()
  #shared = 0

  constructor(
    whole: { readonly shingles: Shingles; readonly weight: number },
    shinglesOf: (part: number) => Shingles,
    weightOf: (shingle: string) => number,
    parts: readonly number[],
  ) {
    this.#whole = whole
    this.#shinglesOf = shinglesOf
    this.#weightOf = weightOf
    for (const part of parts) {
      for (const [shingle, count] of shinglesOf(part)) {
        this.#counts.set(shingle, (this.#counts.get(shingle) ?? 0) + count)
      }
    }
    for (const [shingle, count] of this.#counts) this.#shared += this.#sharedOf(shingle, count)
  }

  /** The share of the whole that they have, 0 to 1. */
  get covered(): number {
    return this.#whole.weight === 0 ? 0 : this.#shared / this.#whole.weight
  }

  /** The share by which less they have without one of them. Costs as much as that one has words. */
  loss(part: number): number {
    if (this.#whole.weight === 0) return 0
    let lost = 0
    for (const [shingle, count] of this.#shinglesOf(part)) {
      const all = this.#counts.get(shingle) ?? 0
      lost += this.#sharedOf(shingle, all) - this.#sharedOf(shingle, all - count)
    }
    return lost / this.#whole.weight
  }

  /** Takes one of them out. */
  leave(part: number): void {
    this.#shared -= this.loss(part) * this.#whole.weight
    for (const [shingle, count] of this.#shinglesOf(part)) {
      this.#counts.set(shingle, (this.#counts.get(shingle) ?? 0) - count)
    }
  }

  #sharedOf(shingle: string, count: number): number {
    const wanted = this.#whole.shingles.get(shingle) ?? 0
    return wanted === 0 ? 0 : Math.min(wanted, count) * this.#weightOf(shingle)
  }
}

function shinglesOf({ heading, text }: WordCounts): Shingles {
  const shingles = new Map<string, number>()
  const count = (shingle: string) => shingles.set(shingle, (shingles.get(shingle) ?? 0) + 1)
  for (const words of [wordsOf(heading ?? ''), wordsOf(text)]) {
    for (const [index, word] of words.entries()) {
      count(word)
      if (index > 0) count(`${words[index - 1]} ${word}`)
    }
  }
  return shingles
}
