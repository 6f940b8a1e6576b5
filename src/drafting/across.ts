import { wordingIdOf } from '../../projections/drafts/wording.ts'
import { type BracketReading, readAlternatives, type Unread } from './alternatives.ts'
import type { Imbalance } from './brackets.ts'

/** A bracket that opens in one clause and closes in a later one. */
interface Span {
  readonly from: { readonly clause: number; readonly at: number }
  readonly to: { readonly clause: number; readonly at: number }
}

/** The most characters of all parts of such brackets together, and the most in one clause. */
const MOST_CHARACTERS = 2_000_000
const MOST_ALTERNATIVES = 1_000

/**
 * The brackets of clauses in the order of their text, those within each and those over several: such
 * a bracket is an alternative in each of its clauses, of the words that it has there, and is balanced.
 *
 * @param parties the id of the party for each code as printed, whatever its case
 */
export function readBracketsOf(
  texts: readonly string[],
  parties: ReadonlyMap<string, string>,
): BracketReading[] {
  const readings = texts.map((text) => readAlternatives(text, parties))
  let room = MOST_CHARACTERS
  for (const span of spansOf(readings)) {
    const size = sizeOf(span, texts)
    if (size > room) {
      noteUnread(readings, span.from, ['too_many'])
      continue
    }
    room -= size
    readSpan(span, texts, readings, parties)
  }
  return readings
}

/** Adds what a bracket over several clauses says to the reading of each of them. */
function readSpan(
  { from, to }: Span,
  texts: readonly string[],
  readings: BracketReading[],
  parties: ReadonlyMap<string, string>,
): void {
  const first = `${(texts[from.clause] as string).slice(from.at)}]`
  const read = readAlternatives(first, parties)
  const [whole] = read.alternatives
  const isOfWhole = ({ at }: Unread) => at === 0
  noteUnread(
    readings,
    from,
    read.unread.filter(isOfWhole).map(({ why }) => why),
  )
  const isWhole = whole !== undefined && first.endsWith(`${whole.text}]`)
  // In each of its clauses the bracket is one wording, known by all of its words.
  const wording = wordingOver(from, to, texts)
  const opener = isWhole ? first.slice(0, first.length - whole.text.length - 1) : undefined
  for (let clause = from.clause; clause <= to.clause; clause++) {
    const text = texts[clause] as string
    const reading = readings[clause] as BracketReading
    const balanced = [from, to].filter((end) => end.clause === clause).map(({ at }) => at)
    const imbalances = reading.imbalances.filter(({ at }) => !balanced.includes(at))
    const start = clause === from.clause ? from.at + (opener?.length ?? 0) : 0
    const words = text.slice(start, clause === to.clause ? to.at : undefined).trim()
    const top = reading.alternatives.filter(({ label }) => !label?.includes('.')).length
    const isMore = opener === undefined || words === '' || top >= MOST_ALTERNATIVES
    const more = isMore || !isWhole ? [] : [{ ...whole, label: `${top + 1}`, wording, text: words }]
    const unresolved = clause === from.clause ? read.unresolved : []
    readings[clause] = {
      ...reading,
      imbalances,
      alternatives: [...reading.alternatives, ...more],
      unresolved: [...new Set([...reading.unresolved, ...unresolved])],
    }
  }
}

/** Adds reasons why a bracket over several clauses is in the text alone, where it opens. */
function noteUnread(
  readings: BracketReading[],
  { clause, at }: Span['from'],
  reasons: readonly Unread['why'][],
): void {
  const reading = readings[clause] as BracketReading
  const unread = reasons.map((why) => ({ at, why }))
  readings[clause] = { ...reading, unread: [...reading.unread, ...unread] }
}

function wordingOver(from: Span['from'], to: Span['to'], texts: readonly string[]): string {
  const between = texts.slice(from.clause, to.clause + 1)
  const last = between.length - 1
  const words = between.map((text, n) =>
    text.slice(n === 0 ? from.at : 0, n === last ? to.at : undefined),
  )
  const text = words.join('\n')
  return wordingIdOf('', { text, proposers: [], opponents: [] })
}

function sizeOf({ from, to }: Span, texts: readonly string[]): number {
  let size = 0
  for (let clause = from.clause; clause <= to.clause; clause++) {
    size += (texts[clause] as string).length
  }
  return size
}

/** Brackets without a counterpart in their clause, paired over the clauses as brackets nest. */
function spansOf(readings: readonly BracketReading[]): Span[] {
  const open: Span['from'][] = []
  const spans: Span[] = []
  for (const [clause, { imbalances }] of readings.entries()) {
    for (const { at, bracket } of imbalances satisfies readonly Imbalance[]) {
      if (bracket === '[') open.push({ clause, at })
      else {
        const from = open.pop()
        if (from !== undefined) spans.push({ from, to: { clause, at } })
      }
    }
  }
  return spans.sort((a, b) => a.from.clause - b.from.clause || a.from.at - b.from.at)
}
