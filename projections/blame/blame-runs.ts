import type { DiffRun } from '../text/word-diff.ts'

/** A run of UTF-16 units of a text that came in together. */
export interface BlamedRun<Origin> {
  readonly length: number
  readonly origin: Origin
}

/** In order; neighbours have different origins. */
type Runs<Origin> = readonly BlamedRun<Origin>[]

/**
 * The runs of a text, or of the texts into which it was divided, after a change of its words: what is
 * the same keeps its origin, but for a blank that no word of its own origin stands beside any more.
 *
 * @param diffs for each text in turn what became of the words before
 * @param origins what brought in the new words of each
 */
export function carried<Origin>(
  before: Runs<Origin>,
  diffs: readonly (readonly DiffRun[])[],
  origins: readonly Origin[],
): Runs<Origin>[] {
  const old = new Reader(before)
  return diffs.map((diff, i) => {
    const after: BlamedRun<Origin>[] = []
    const origin = origins[i] as Origin
    for (const { kind, text } of diff) {
      if (kind === 'inserted') append(after, { length: text.length, origin })
      else for (const run of old.take(text.length)) if (kind === 'same') append(after, run)
    }
    const text = diff.flatMap((run) => (run.kind === 'deleted' ? [] : [run.text])).join('')
    return blanksBesideNew(after, text, origin)
  })
}

/**
 * The same runs, where a blank that has lost its words takes the origin of the new words beside it. Such
 * a blank is a run alone, since a blank beside a word of its own origin is part of that word's run.
 */
function blanksBesideNew<Origin>(runs: Runs<Origin>, text: string, origin: Origin): Runs<Origin> {
  const out: BlamedRun<Origin>[] = []
  let at = 0
  for (const [i, run] of runs.entries()) {
    const isBlank = text.slice(at, at + run.length).trim() === ''
    const isBesideNew = runs[i - 1]?.origin === origin || runs[i + 1]?.origin === origin
    append(out, isBlank && isBesideNew ? { ...run, origin } : run)
    at += run.length
  }
  return out
}

/**
 * The blame of a text that was made from two: the first comparison's, and the second's for the runs that
 * the first holds to be new.
 *
 * @param newcomer the origin of what is new in `first`
 */
export function blamedOnEither<Origin>(
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

/**
 * A comparison that agrees with blame: exactly the words whose origin `isNew` are inserted. A word that
 * the comparison calls the same although its origin is new is both deleted and inserted.
 */
export function asBlamed<Origin>(
  diff: readonly DiffRun[],
  blamed: Runs<Origin>,
  isNew: (origin: Origin) => boolean,
): DiffRun[] {
  const reader = new Reader(blamed)
  const out: DiffRun[] = []
  let change = { deleted: '', inserted: '' }
  const flush = () => {
    for (const kind of ['deleted', 'inserted'] as const) {
      if (change[kind] !== '') out.push({ kind, text: change[kind] })
    }
    change = { deleted: '', inserted: '' }
  }
  for (const { kind, text } of diff) {
    if (kind === 'deleted') {
      change.deleted += text
      continue
    }
    let at = 0
    for (const { length, origin } of reader.take(text.length)) {
      const piece = text.slice(at, at + length)
      at += length
      if (isNew(origin)) {
        if (kind === 'same') change.deleted += piece
        change.inserted += piece
        continue
      }
      flush()
      const last = out.at(-1)
      if (last?.kind === 'same') out[out.length - 1] = { kind: 'same', text: last.text + piece }
      else out.push({ kind: 'same', text: piece })
    }
  }
  flush()
  return out
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
