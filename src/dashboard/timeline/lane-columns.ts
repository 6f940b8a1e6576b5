import type { Tone } from './tones.ts'

/** The width of a column seen from afar, in pixels. */
export const COLUMN = 7

/** Tones in the order in which a column has them, from below. */
const STACK: readonly Tone[] = [
  ...(['against', 'conflict', 'draft', 'fallen', 'for', 'issue', 'meeting'] as const),
  ...(['neither', 'none', 'statement'] as const),
]

const ROWS: Readonly<Record<string, number>> = Object.fromEntries(
  STACK.map((tone, row) => [tone, row]),
)

/** The least height of a column with anything in it. */
const LEAST = 4

/** Items of one lane seen from afar, counted in columns by tone. */
export class LaneColumns {
  /** For each column the number of items of each tone, one after the other. */
  readonly #counts: Uint32Array

  /** @param width of the drawing in pixels */
  constructor(width: number) {
    this.#counts = new Uint32Array((Math.floor(width / COLUMN) + 1) * STACK.length)
  }

  add(x: number, tone: Tone): void {
    const at = Math.floor(x / COLUMN) * STACK.length + (ROWS[tone] as number)
    this.#counts[at] = (this.#counts[at] as number) + 1
  }

  /** The number of items in the column at a place. */
  countAt(x: number): number {
    const begin = Math.floor(x / COLUMN) * STACK.length
    return this.#counts.subarray(begin, begin + STACK.length).reduce((a, b) => a + b, 0)
  }

  /** The number of items in the fullest column. */
  get most(): number {
    let most = 0
    for (let x = 0; x * STACK.length < this.#counts.length; x++) {
      most = Math.max(most, this.countAt(x * COLUMN))
    }
    return most
  }

  isSame(other: LaneColumns): boolean {
    const [own, theirs] = [this.#counts, other.#counts]
    return own.length === theirs.length && own.every((count, at) => count === theirs[at])
  }

  /**
   * The outline of all columns by tone, as paths. The height of a column goes by the root of its
   * count, so that one item among many is seen.
   *
   * @param most the count of a column that is as high as may be
   * @param height of that column
   * @param ground the y on which columns stand
   */
  outlines(most: number, height: number, ground: number): (readonly [tone: Tone, path: string])[] {
    const paths = STACK.map(() => '')
    for (let begin = 0; begin < this.#counts.length; begin += STACK.length) {
      const x = (begin / STACK.length) * COLUMN
      const count = this.countAt(x)
      if (count === 0) continue
      const whole = Math.max(LEAST, height * Math.sqrt(Math.min(1, count / most)))
      let y = ground
      for (let row = 0; row < STACK.length; row++) {
        const own = this.#counts[begin + row] as number
        if (own === 0) continue
        const part = (whole * own) / count
        y -= part
        paths[row] += `M${x} ${round(y)}h${COLUMN - 1}v${round(part)}h${1 - COLUMN}Z`
      }
    }
    return STACK.flatMap((tone, row) => (paths[row] === '' ? [] : [[tone, paths[row] as string]]))
  }
}

function round(length: number): number {
  return Math.round(length * 100) / 100
}
