/** A stretch of a text, half-open, in UTF-16 units. */
export interface FoldedSpan {
  readonly start: number
  readonly end: number
}

/** Marks that a reader takes for one another, by the one that stands for them. */
const ALIKE: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "'": '‘’‚‛′ʼ＇`´‹›',
    '"': '“”„‟″«»＂〝〞〟',
    '-': '‐‑‒–—―−﹘﹣－',
  }).flatMap(([one, marks]) => Array.from(marks, (mark): [string, string] => [mark, one])),
)

/** Letters that fonts draw as one, and the dots of an ellipsis, spelled out. */
const SPELLED: ReadonlyMap<string, string> = new Map([
  ['ﬀ', 'ff'],
  ['ﬁ', 'fi'],
  ['ﬂ', 'fl'],
  ['ﬃ', 'ffi'],
  ['ﬄ', 'ffl'],
  ['ﬅ', 'st'],
  ['ﬆ', 'st'],
  ['…', '...'],
])

/** Format characters, which have no width and no shape: soft hyphens, joiners, direction marks. */
const UNSEEN = /^\p{Cf}$/u
const BLANK = /^\s$/u
/** Parts a word at the end of a line, which then is no blank. */
const SOFT_HYPHEN = '\u00ad'

/** Scripts that put no blanks between words, with their marks: a line break there is no blank. */
const UNSPACED =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]$/u

/** A character with the marks and the Hangul vowels and finals that are composed with it. */
const CLUSTER = /[^\p{M}][\p{M}\u1160-\u11ff]*|\p{M}+/uy

/**
 * A text without what no reader sees, under which quotes are compared: runs of white space are one
 * blank, Unicode is in normal form C, quotation marks and dashes are of one kind each, ligatures are
 * spelled out, and soft hyphens, other format characters and the blanks beside double quotation marks
 * are left out: languages set a blank on one side of a mark, on the other or on none. Case counts, and
 * so does each letter. Every unit of the fold knows where it stands in the text.
 */
export class FoldedText {
  readonly held: string
  readonly text: string
  readonly #starts: Uint32Array
  readonly #ends: Uint32Array

  constructor(held: string) {
    const fold = new Folding(held)
    this.held = held
    this.text = fold.parts.join('')
    this.#starts = fold.starts.subarray(0, this.text.length)
    this.#ends = fold.ends.subarray(0, this.text.length)
  }

  /**
   * The part of the held text that a stretch of the fold stands for.
   *
   * @returns undefined if the stretch begins or ends within a character of the held text
   */
  heldSpan({ start, end }: FoldedSpan): FoldedSpan | undefined {
    if (start >= end) return undefined
    const [first, last] = [this.#starts[start] as number, this.#ends[end - 1] as number]
    if (start > 0 && this.#starts[start - 1] === first) return undefined
    if (end < this.text.length && this.#ends[end] === last) return undefined
    return { start: first, end: last }
  }

  /** The first unit of the fold that stands at or after an offset of the held text. */
  foldedOffset(held: number): number {
    let [low, high] = [0, this.text.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#starts[middle] as number) < held) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** The folding of one text, from its beginning to its end. */
class Folding {
  readonly parts: string[] = []
  starts: Uint32Array
  ends: Uint32Array
  #length = 0
  #last = ''

  constructor(held: string) {
    this.starts = new Uint32Array(held.length)
    this.ends = new Uint32Array(held.length)
    let blank = -1
    let isParted = false
    for (let at = 0; at < held.length; ) {
      const next = clusterEnd(held, at)
      const cluster = held.slice(at, next)
      if (BLANK.test(cluster)) {
        if (blank < 0) blank = at
      } else if (!UNSEEN.test(cluster)) {
        const folded = foldCluster(cluster)
        const isJoined =
          this.#last === '"' ||
          folded === '"' ||
          (isParted && held.slice(blank, at).includes('\n')) ||
          (UNSPACED.test(this.#last) && UNSPACED.test(folded))
        if (blank >= 0 && !isJoined) this.#put(' ', blank, at)
        ;[blank, isParted] = [-1, false]
        this.#put(folded, at, next)
        this.#last = folded
      } else if (cluster === SOFT_HYPHEN && blank < 0) isParted = true
      at = next
    }
    if (blank >= 0) this.#put(' ', blank, held.length)
  }

  #put(folded: string, start: number, end: number): void {
    this.parts.push(folded)
    const length = this.#length + folded.length
    if (length > this.starts.length) {
      this.starts = grown(this.starts, length)
      this.ends = grown(this.ends, length)
    }
    this.starts.fill(start, this.#length, length)
    this.ends.fill(end, this.#length, length)
    this.#length = length
  }
}

function clusterEnd(text: string, at: number): number {
  // Most texts are ASCII for the most part, where each character stands by itself.
  if (text.charCodeAt(at) < 0x80 && !(text.charCodeAt(at + 1) >= 0x300)) return at + 1
  CLUSTER.lastIndex = at
  return CLUSTER.test(text) ? CLUSTER.lastIndex : at + 1
}

function foldCluster(cluster: string): string {
  if (cluster.length === 1 && cluster.charCodeAt(0) < 0x80) return ALIKE.get(cluster) ?? cluster
  const composed = cluster.normalize('NFC').replace(/\p{Cf}/gu, '')
  return ALIKE.get(composed) ?? SPELLED.get(composed) ?? composed
}

function grown(array: Uint32Array, least: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(least, array.length * 2))
  larger.set(array)
  return larger
}
