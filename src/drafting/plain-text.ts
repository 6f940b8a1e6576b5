import { normalLines } from '../../projections/text/lines.ts'
import { hasAttributedBracket, opensForSomebody } from './attribution.ts'
import { type Doubt, MOST_DOUBTS } from './doubt.ts'
import { endsSentence, goesOn, type UnitCandidate, unitCandidatesIn } from './reading/candidates.ts'
import { bestSequence, type Choice } from './reading/sequence.ts'
import { HEADING_END, isGlued, shapeOf, WORDS_MARK } from './reading/shapes.ts'
import { boundNewText } from './text-size.ts'
import type { Unit } from './units.ts'

/** A text as it was read. */
export interface ReadText {
  readonly units: readonly Unit[]
  readonly uncertain: readonly Doubt[]
}

/** Longer lines are no heading. */
const LONGEST_HEADING = 150
const LONGEST_TITLE = 300

/**
 * The clauses of a text without marks of its own, and what is doubtful about them.
 *
 * Each label is a clause, within the clauses that are open where it stands, and has the lines up to
 * the next. A line after a label alone that reads as a heading is one; of what stands before the
 * first label a heading is the title, and each paragraph a clause. A bracket that opens before a
 * label is put after it. Every other character of a line stays where it is.
 *
 * @throws {LimitExceeded}
 */
export function readPlainText(text: string): ReadText {
  const normal = normalLines(text)
  const lines = normal.split('\n')
  boundNewText.lines(lines.length)
  const choices = bestSequence(unitCandidatesIn(lines))
  const taken = choices.filter(({ depth }) => depth !== undefined)
  boundNewText.units(taken.length)
  const first = taken[0]?.candidate.line ?? lines.length
  const units = opening(lines.slice(0, first))
  for (const [index, choice] of taken.entries()) {
    const next = taken[index + 1]?.candidate
    const until = next?.line ?? lines.length
    const hasUnits = (taken[index + 1]?.depth ?? 0) > (choice.depth as number)
    units.push(unitOf(lines, choice.candidate, choice.depth as number, until, hasUnits))
  }
  return { units: withPending(units), uncertain: doubtsOf(choices, lines) }
}

/** The place of a unit in a text. */
export interface UnitPlace {
  /** True if nothing stands before it. */
  readonly isFirst: boolean
  /** True if units stand within it. */
  readonly hasUnits: boolean
}

/** The unit as which lines are read at a place of a text; undefined where they are not one unit. */
export function readUnit(
  lines: readonly string[],
  { isFirst, hasUnits }: UnitPlace,
): Unit | undefined {
  const [first = ''] = lines
  const shape = shapeOf(first.trimEnd())
  if (shape === undefined) {
    const [unit, ...more] = opening([...lines, ''], isFirst)
    return more.length > 0 ? undefined : unit
  }
  const { label, rest, division } = shape
  if (division !== undefined && goesOn(rest)) return undefined
  const rank = division === undefined ? null : division === 'annex' ? division : 0
  return unitOf(lines, { label, rest, rank, line: 0, opener: '' }, 0, lines.length, hasUnits)
}

/** The units before the first label: a title, if they are the first of the text, and paragraphs. */
function opening(lines: readonly string[], isFirst = true): Unit[] {
  const blocks = lines
    .join('\n')
    .split(/\n[ \t]*(?=\n)/)
    .map((block) => block.replace(/^\s*\n/, '').trim())
    .filter((block) => block !== '')
  return blocks.map((block, index): Unit => {
    const marked = markedWords(block.split('\n'))
    if (marked !== undefined) {
      return { label: null, heading: marked.heading, text: trimmedLines(marked.words), depth: 0 }
    }
    const isAbove = isFirst && index === 0 && blocks.length + lines.length > 2
    const isTitle = isAbove && readsAsTitle(block)
    return isTitle
      ? { label: null, heading: block, text: '', depth: 0 }
      : { label: null, heading: null, text: block, depth: 0 }
  })
}

function readsAsTitle(block: string): boolean {
  return (
    block.length <= LONGEST_TITLE &&
    !block.includes('\n') &&
    !endsSentence(block) &&
    !hasAttributedBracket(block) &&
    !/[,،、，]$/u.test(block)
  )
}

/** The unit of a label with the lines from it up to, not including, `until`. */
function unitOf(
  lines: readonly string[],
  candidate: Pick<UnitCandidate, 'label' | 'line' | 'opener' | 'rank' | 'rest'>,
  depth: number,
  until: number,
  hasUnits: boolean,
): Unit {
  const { label, line, opener, rank, rest } = candidate
  const isWithinLine = until === line
  const own = isWithinLine ? '' : rest
  const after = isWithinLine ? [] : lines.slice(line + 1, until)
  const put = (body: string) => joined(opener, body)
  const marked = markedWords([own, ...after])
  if (marked !== undefined) {
    return { label, heading: marked.heading, text: put(trimmedLines(marked.words)), depth }
  }
  if (rank === null || isGlued(label))
    return { label, heading: null, text: put(trimmedLines([own, ...after])), depth }
  if (own !== '') {
    const isHeading = isHeadingLine(own, after)
    return isHeading
      ? { label, heading: own, text: put(trimmedLines(after)), depth }
      : { label, heading: null, text: put(trimmedLines([own, ...after])), depth }
  }
  const at = after.findIndex((each) => each.trim() !== '')
  const heading = at < 0 ? undefined : headingAfter(after, at, hasUnits || rank === 'annex')
  return heading === undefined
    ? { label, heading: null, text: put(trimmedLines(after)), depth }
    : { label, heading, text: put(trimmedLines(after.slice(at + 1))), depth }
}

/** The heading and the words of a unit, where a mark says at which line the words begin. */
function markedWords(
  lines: readonly string[],
): { readonly heading: string | null; readonly words: readonly string[] } | undefined {
  const end = lines.findIndex((line) => line.startsWith(HEADING_END))
  const before = lines.slice(0, end).filter((line) => line.trim() !== '')
  const [heading] = before
  if (end >= 0 && heading !== undefined && before.length === 1) {
    const [first = '', ...more] = lines.slice(end)
    const words = [first.slice(HEADING_END.length), ...more]
    return { heading: withoutMark(heading).trim(), words }
  }
  const first = lines.find((line) => line.trim() !== '')
  return first?.startsWith(WORDS_MARK) ? { heading: null, words: lines } : undefined
}

/** A line below a label that is a heading: it ends no sentence, and none goes on after it. */
function headingAfter(after: readonly string[], at: number, hasMore: boolean): string | undefined {
  const line = (after[at] as string).trim()
  const next = after[at + 1]?.trim() ?? ''
  const isApart = at > 0
  if (isApart && next !== '') return undefined
  if (!isHeadingLine(line, after.slice(at + 1)) || goesOn(line)) return undefined
  if (next !== '' && !hasMore && line.length > 60) return undefined
  const isLast = after.slice(at + 1).every((each) => each.trim() === '')
  return isApart && isLast && !hasMore ? undefined : line
}

function isHeadingLine(line: string, after: readonly string[]): boolean {
  return (
    line.length <= LONGEST_HEADING &&
    !endsSentence(line) &&
    !hasAttributedBracket(line) &&
    !/[,،、，:：]$/u.test(line) &&
    !goesOn(after[0]?.trim() ?? '')
  )
}

/** Lines without marks, the blank ones at either end, and white space before the first. */
function trimmedLines(lines: readonly string[]): string {
  return lines
    .map(withoutMark)
    .join('\n')
    .replace(/^\s+/, '')
    .trimEnd()
    .replace(/\n[ \t]*\n(?:[ \t]*\n)*/g, '\n\n')
}

function withoutMark(line: string): string {
  return line.startsWith(WORDS_MARK) ? line.slice(WORDS_MARK.length) : line
}

/** The opener before the words of its unit; a blank ends the words that say whose a bracket is. */
function joined(opener: string, body: string): string {
  const opened = opener.trimEnd()
  return opened === '' || opened.endsWith('[') || body === '' ? opened + body : `${opened} ${body}`
}

/** A bracket that opens on a line of its own before a label belongs to the unit of the label. */
function withPending(units: Unit[]): Unit[] {
  const moved: Unit[] = []
  let pending = ''
  for (const unit of units) {
    const text = pending === '' ? unit.text : joined(pending, unit.text)
    const opener = /(?:^|\n)(\[[^[\]:：\n]{1,200}[:：](?:[⁰¹²³⁴-⁹]{1,3}|\d{0,3}))$/u.exec(text)
    const isPending = opener !== null && opensForSomebody(opener[1] as string)
    pending = isPending && unit !== units.at(-1) ? (opener[1] as string) : ''
    moved.push({
      ...unit,
      text: opener === null || pending === '' ? text : text.slice(0, opener.index).trimEnd(),
    })
  }
  return moved
}

function doubtsOf(choices: readonly Choice[], lines: readonly string[]): Doubt[] {
  const starts: number[] = []
  let at = 0
  for (const line of lines) {
    starts.push(at)
    at += line.length + 1
  }
  const seen = new Set<string>()
  return choices
    .flatMap(({ candidate, depth, relation }): Doubt[] => {
      const why = depth === undefined ? whyNot(candidate) : whyPerhaps(candidate, relation, seen)
      if (why === undefined) return []
      const { line, column, label } = candidate
      return [{ at: (starts[line] as number) + column, label, taken: depth !== undefined, why }]
    })
    .slice(0, MOST_DOUBTS)
}

function whyPerhaps(
  { readings }: UnitCandidate,
  relation: Choice['relation'],
  seen: Set<string>,
): Doubt['why'] | undefined {
  const [reading] = readings
  const style = reading?.style ?? ''
  const isFirst = seen.size === 0
  seen.add(style)
  if (relation === 'later') return 'skips'
  if (relation === 'same') return 'repeats'
  if (relation === 'earlier') return 'falls'
  const begins = readings.some(({ value }) => (value.at(-1) as number) <= 1)
  return relation === 'start' && !isFirst && !begins ? 'begins_late' : undefined
}

/** Words that were taken for words, though a label stands where labels stand. */
function whyNot({ rank, place, readings }: UnitCandidate): Doubt['why'] | undefined {
  const isPlain = readings.every(({ style }) => style === 'plain')
  return place === 'inline' || isPlain || (rank === null && place === 'within')
    ? undefined
    : 'goes_on'
}
