import type { Run } from '../text/word-diff.ts'

/** So many UTF-16 units of a text in a row that came in together. */
export interface BlamedRun<Origin> {
  readonly length: number
  readonly origin: Origin
}

type Runs<Origin> = readonly BlamedRun<Origin>[]

/** A text that came in as a whole. */
export function whole<Origin>(text: string, origin: Origin): Runs<Origin> {
  return text === '' ? [] : [{ length: text.length, origin }]
}

/** The runs of a text after a change of its words: what is the same keeps its origin. */
export function carried<Origin>(
  before: Runs<Origin>,
  diff: readonly Run[],
  origin: Origin,
): Runs<Origin> {
  const old = new Reader(before)
  const after: BlamedRun<Origin>[] = []
  for (const { kind, text } of diff) {
    if (kind === 'inserted') append(after, { length: text.length, origin })
    else for (const run of old.take(text.length)) if (kind === 'same') append(after, run)
  }
  return after
}

/** Of two accounts of one text, the first, and the second where the first says `newcomer`. */
export function orElse<Origin>(
  first: Runs<Origin>,
  second: Runs<Origin>,
  newcomer: Origin,
): Runs<Origin> {
  const other = new Reader(second)
  const out: BlamedRun<Origin>[] = []
  for (const run of first) {
    const instead = other.take(run.length)
    for (const each of run.origin === newcomer ? instead : [run]) append(out, each)
  }
  return out
}

/** The runs of several texts that were one after another, apart. */
export function apart<Origin>(runs: Runs<Origin>, lengths: readonly number[]): Runs<Origin>[] {
  const reader = new Reader(runs)
  return lengths.map((length) => reader.take(length))
}

function append<Origin>(runs: BlamedRun<Origin>[], { length, origin }: BlamedRun<Origin>): void {
  const last = runs.at(-1)
  if (length === 0) return
  if (last?.origin === origin) runs[runs.length - 1] = { length: last.length + length, origin }
  else runs.push({ length, origin })
}

/** Takes runs off the beginning of a text. */
class Reader<Origin> {
  readonly #runs: Runs<Origin>
  #next = 0
  #taken = 0

  constructor(runs: Runs<Origin>) {
    this.#runs = runs
  }

  take(length: number): BlamedRun<Origin>[] {
    const out: BlamedRun<Origin>[] = []
    for (let left = length; left > 0; ) {
      const run = this.#runs[this.#next]
      if (run === undefined) break
      const part = Math.min(left, run.length - this.#taken)
      out.push({ length: part, origin: run.origin })
      left -= part
      this.#taken += part
      if (this.#taken === run.length) {
        this.#next += 1
        this.#taken = 0
      }
    }
    return out
  }
}
