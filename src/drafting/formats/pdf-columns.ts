import { endsSentence, goesOn } from '../reading/candidates.ts'
import { type Fragment, fragmentRows, isMostlyRightToLeft, isNear, lineOf } from './pdf-rows.ts'

/** The fewest rows with words on both sides of a gap that tell of columns by themselves. */
const FEWEST_ROWS = 5

/** The fewest lines of each column, where there are fewer rows. */
const FEWEST_LINES = 2

/** The share of the width of a page within which the gap between two columns is. */
const MIDDLE = { from: 0.35, to: 0.65 }

/** Left edges so near to one another are those of one column, in points. */
const ALIGNED = 3

/** A part of a page: one of its columns, or a row that runs across both. */
export interface PagePart {
  readonly side: 'whole' | 'left' | 'right'
  readonly fragments: readonly Fragment[]
}

/** Words without a gap between them that is wider than a letter is high. */
interface Run {
  readonly left: number
  readonly right: number
  readonly fragments: readonly Fragment[]
}

/**
 * The parts of a page in the order in which they are read: where it has two columns, the one before
 * the other, between the rows that run across both.
 */
export function partsOfPage(fragments: readonly Fragment[]): PagePart[] {
  const rows = fragmentRows(fragments).map(runsOf)
  const gap = gapsOf(rows).find((at) => isOfColumns(bandsAt(rows, at), rows.length))
  if (gap === undefined) return [{ side: 'whole', fragments }]
  const order = isMostlyRightToLeft(fragments) ? RIGHT_FIRST : LEFT_FIRST
  const bands = bandsAt(rows, gap)
  return (sharedIn(bands) < FEWEST_ROWS ? bands.flatMap(withoutEnd) : bands)
    .flatMap(({ across, ...sides }): PagePart[] =>
      across.length > 0
        ? [{ side: 'whole', fragments: wordsIn(across) }]
        : order.map((side) => ({ side, fragments: wordsIn(sides[side]) })),
    )
    .filter((part) => part.fragments.length > 0)
}

const LEFT_FIRST = ['left', 'right'] as const
const RIGHT_FIRST = ['right', 'left'] as const

/** Rows between those that run across a gap, or one of these. */
interface Band {
  readonly across: readonly Run[]
  readonly left: readonly Run[]
  readonly right: readonly Run[]
  /** The number of rows with words on both sides. */
  readonly shared: number
}

function runsOf(row: readonly Fragment[]): Run[] {
  const runs: { left: number; right: number; fragments: Fragment[] }[] = []
  for (const fragment of row) {
    const last = runs.at(-1)
    if (last === undefined || fragment.left - last.right > fragment.size) {
      const { left, right } = fragment
      runs.push({ left, right, fragments: [fragment] })
    } else {
      last.fragments.push(fragment)
      last.right = Math.max(last.right, fragment.right)
    }
  }
  return runs
}

/** The places of gaps, directly before words that begin near the middle, the likeliest first. */
function gapsOf(rows: readonly (readonly Run[])[]): number[] {
  const runs = rows.flat()
  const [left, right] = [
    Math.min(...runs.map((run) => run.left)),
    Math.max(...runs.map((run) => run.right)),
  ]
  const edges = new Map<number, number>()
  for (const run of runs) {
    const share = (run.left - left) / (right - left)
    if (share <= MIDDLE.from || share >= MIDDLE.to) continue
    const edge = Math.round(run.left / ALIGNED)
    edges.set(edge, (edges.get(edge) ?? 0) + 1)
  }
  return Array.from(edges)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, MOST_GAPS)
    .map(([edge]) => (edge - 1) * ALIGNED)
}

/** The most places of gaps that are looked at. */
const MOST_GAPS = 8

function bandsAt(rows: readonly (readonly Run[])[], gap: number): Band[] {
  const bands: { across: Run[]; left: Run[]; right: Run[]; shared: number }[] = []
  const begin = () => bands.push({ across: [], left: [], right: [], shared: 0 })
  for (const row of rows) {
    const isAcross = row.some(({ left, right }) => left < gap - 2 && right > gap + 2)
    const last = bands.at(-1)
    if (isAcross || last === undefined || last.across.length > 0) begin()
    const band = bands.at(-1) as (typeof bands)[number]
    if (isAcross) {
      for (const run of row) band.across.push(run)
      continue
    }
    const [left, right] = [
      row.filter((run) => run.left < gap),
      row.filter((run) => run.left >= gap),
    ]
    for (const run of left) band.left.push(run)
    for (const run of right) band.right.push(run)
    if (left.length > 0 && right.length > 0) band.shared += 1
  }
  return bands
}

/** The number of rows that have words on both sides of a gap. */
function sharedIn(bands: readonly Band[]): number {
  return bands.reduce((sum, { shared }) => sum + shared, 0)
}

/** A short line below two columns of a few lines runs across the page as far as it goes. */
function withoutEnd(band: Band): Band[] {
  const last = Math.max(...band.right.map(baseOf))
  const ordered = [...band.left].sort((a, b) => baseOf(a) - baseOf(b))
  const at = ordered.findIndex((run, index) => {
    const before = ordered[index - 1]
    const size = run.fragments[0]?.size ?? 0
    return (
      before !== undefined &&
      baseOf(run) > last + size &&
      baseOf(run) - baseOf(before) > APART * size
    )
  })
  if (at < 0 || band.right.length === 0) return [band]
  const end = { across: ordered.slice(at), left: [], right: [], shared: 0 }
  return [{ ...band, left: ordered.slice(0, at) }, end]
}

/** Lines so far apart, in heights of their letters, are not of one paragraph. */
const APART = 1.8

function baseOf({ fragments }: Run): number {
  return (fragments[0] as Fragment).base
}

/**
 * True if a gap parts columns: many rows have it, and most have nothing across it; or of a few lines
 * more go on with a sentence below one another than beside one another.
 */
function isOfColumns(bands: readonly Band[], rows: number): boolean {
  const across = bands.filter((band) => band.across.length > 0).length
  if (sharedIn(bands) >= FEWEST_ROWS && across <= rows * 0.4) return true
  const of = (count: (band: Band) => number) => bands.reduce((sum, band) => sum + count(band), 0)
  const below = of(({ left, right }) =>
    Math.min(left.length, right.length) < FEWEST_LINES ? 0 : goingOn(left) + goingOn(right),
  )
  return below > of(goingOnBeside)
}

/** The number of lines that go on with the sentence of the line before. */
function goingOn(runs: readonly Run[]): number {
  const lines = fragmentRows(wordsIn(runs)).map((row) => lineOf(row).words)
  return lines.slice(1).filter((line, at) => isOneSentence(lines[at] as string, line)).length
}

/** The number of rows whose words on the right go on with those on the left. */
function goingOnBeside({ left, right }: Band): number {
  const others = right.map(({ fragments }) => lineOf(fragments))
  return left.filter(({ fragments }) => {
    const line = lineOf(fragments)
    const beside = others.find((other) => isNear(line, other))
    return beside !== undefined && isOneSentence(line.words, beside.words)
  }).length
}

function isOneSentence(before: string, line: string): boolean {
  return !endsSentence(before) && goesOn(line)
}

function wordsIn(runs: readonly Run[]): Fragment[] {
  return runs.flatMap(({ fragments }) => fragments)
}
