import { opensForSomebody } from '../attribution.ts'
import { boundNewText } from '../text-size.ts'
import { ARTICLE } from './lexicon.ts'
import { type Shape, shapeOf, UNSEEN } from './shapes.ts'
import { isFirst, relationOf } from './values.ts'

/** A place of a text where a unit may begin. */
export interface UnitCandidate extends Omit<Shape, 'division'> {
  /** The line, from 0, and where in it the label begins, in UTF-16 units. */
  readonly line: number
  readonly column: number
  /** A bracket that opens before the label, with the words that say whose it is. */
  readonly opener: string
  /** The width that the division is, for labels that are called by a word; null for marks alone. */
  readonly rank: number | 'annex' | null
  /** The mark before the line, from the best place for a label to the worst. */
  readonly place: 'block' | 'ended' | 'within' | 'inline'
  /** True if the words after the label go on with a sentence, as far as their first letter tells. */
  readonly goesOn: boolean
}

/** Brackets that open before a label, as in `[NZ/CL propose; US oppose:12 2.`; none closes there. */
const OPENER = new RegExp(
  `^(?:${UNSEEN}*\\[(?:[^[\\]:：\\n]{1,200}[:：](?:[⁰¹²³⁴-⁹]{1,3}|\\d{0,3}))?[ \\u00a0]*)+`,
  'u',
)
const OPEN = new RegExp(`^(?:${UNSEEN}*\\[[ \\u00a0]*)+`, 'u')
const ENDED =
  /[.;:!?…。；：！？؛؟।][\p{Pf}\p{Pe}"'\d]{0,4}(?:\s(?:and|or|et|ou|y|o|e|und|oder|та|або|и|или|و|أو))?$/u
const COMMA = /[,،、，—–-]$/u

/** Words in brackets after a label say where it belongs, as in `Anlage 1 (zu § 5)`. */
const REFERENCE = /^\([^()]{1,80}\)$/u

const [SECTION, SEC] = ['called section', 'called sec']

/** Of the words that are learnt from one text. */
const MOST_LEARNT = 30

/** A line of a table of contents: dots, or a gap, before the number of a page. */
const CONTENTS = /(?:\.{4,}|(?:\. ){3,}|…{2,}|\t)\s*\d{1,4}$/u

/** True if a line ends a sentence, or a part of one that stands by itself. */
export function endsSentence(line: string): boolean {
  return ENDED.test(line.slice(-24).trimEnd())
}

/** True if a line goes on with the sentence before it, as far as its first letter tells. */
export function goesOn(line: string): boolean {
  return /^[\s\p{P}]{0,10}\p{Ll}/u.test(line.slice(0, 24))
}

/** True if a line may begin a unit, as far as its own words tell. */
export function mayBeginUnit(line: string): boolean {
  const { shape } = openedShape(line.trim())
  return shape !== undefined
}

/** The brackets that open before a label, and the label with those that close directly after it. */
export function openedShape(line: string): { opener: string; shape: Shape | undefined } {
  const { opener, shape } = openedBy(line)
  if (shape?.rest.startsWith(']') !== true || opener === '') return { opener, shape }
  const brackets = /\[[^[]*$/u.exec(opener)?.[0] ?? opener
  return {
    opener: opener.slice(0, -brackets.length),
    shape: withinBrackets(brackets, shape),
  }
}

/**
 * The words before a colon in a bracket say whose it is, unless they are themselves a label with its
 * heading or its words: `[Article 2: Scope`, `[(b) the following:`.
 */
function openedBy(line: string): { opener: string; shape: Shape | undefined } {
  const brackets = OPEN.exec(line)?.[0] ?? ''
  const opener = OPENER.exec(line)?.[0] ?? ''
  const bare = shapeOf(line.slice(brackets.length))
  const isCalled = bare?.division !== undefined && bare.division !== null
  if (opener === brackets || isCalled) return { opener: brackets, shape: bare }
  const shape = shapeOf(line.slice(opener.length))
  if (shape !== undefined || bare === undefined) return { opener, shape }
  return opensForSomebody(opener) ? { opener, shape } : { opener: brackets, shape: bare }
}

/** A candidate before it is known which words call divisions. */
type Found = Omit<UnitCandidate, 'rank'> & { readonly division: Shape['division'] }

/** The places where units may begin, in the order of the text. @throws {LimitExceeded} */
export function unitCandidatesIn(lines: readonly string[]): UnitCandidate[] {
  const found: Found[] = []
  for (const [line, text] of lines.entries()) {
    const indent = text.length - text.trimStart().length
    const trimmed = text.slice(indent).trimEnd()
    if (trimmed === '' || CONTENTS.test(trimmed.slice(-60))) continue
    const { opener, shape: first } = openedShape(trimmed)
    let shape = first
    let column = indent + opener.length
    let [place, before] = [placeOf(lines, line), opener]
    while (shape !== undefined) {
      const { label, rest, readings, division } = shape
      const isAlone = REFERENCE.test(rest) || isAnnexOfAnother(lines, line, shape, place)
      const isSentence = division !== undefined && goesOn(rest) && !isAlone
      found.push({
        label,
        rest,
        readings,
        division,
        line,
        column,
        opener: before,
        place,
        goesOn: isSentence,
      })
      boundNewText.labels(found.length)
      column = indent + trimmed.length - rest.length
      shape = inlineShape(rest)
      ;[place, before] = ['inline', '']
    }
  }
  const named = withOneSection(found)
  const ranks = new Map<string, number | 'annex'>([...learnWords(named), ...ranksOfArticles(named)])
  return named.flatMap(({ division, ...candidate }) => {
    if (division === undefined) return { ...candidate, rank: null }
    if (division === 'annex') return { ...candidate, rank: 'annex' as const }
    const rank = ranks.get(styleOf(candidate)) ?? division?.rank
    return rank === undefined ? [] : { ...candidate, rank }
  })
}

/** A line such as `Appendix A to Annex II`, apart from what is above and below. */
function isAnnexOfAnother(
  lines: readonly string[],
  line: number,
  { division, rest }: Shape,
  place: UnitCandidate['place'],
): boolean {
  const isApart = place === 'block' && !goesOn(lines[line + 1]?.trim() ?? '')
  return division === 'annex' && isApart && rest.length <= 100 && !endsSentence(rest)
}

/** In acts of the United States the first `SEC.` is called `SECTION`. */
function withOneSection(found: readonly Found[]): readonly Found[] {
  const sec = found.find((each) => styleOf(each) === SEC)
  if (sec === undefined) return found
  return found.map((each) => {
    if (styleOf(each) !== SECTION) return each
    const readings = each.readings.map((reading) => ({ ...reading, style: SEC }))
    return { ...each, readings, division: sec.division }
  })
}

/**
 * The ranks of words that call articles where a text has several: the one that comes first contains
 * the others, as `Art.` does `§` in acts of Brazil, and `Artikel` in German acts that amend others.
 */
function ranksOfArticles(found: readonly Found[]): Map<string, number> {
  const articles = new Set<string>()
  for (const candidate of found) {
    const { division } = candidate
    if (typeof division === 'object' && division?.rank === ARTICLE) articles.add(styleOf(candidate))
  }
  return new Map(Array.from(articles, (style, place) => [style, ARTICLE + place / 10]))
}

/** A label directly after another on its line, as in `2. (a)`: the first of a list of its own. */
function inlineShape(rest: string): Shape | undefined {
  const shape = /^[(\d\p{L}（]/u.test(rest) ? shapeOf(rest) : undefined
  const begins = shape?.readings.some(
    ({ value, style }) => value.length === 1 && value[0] === 1 && style !== 'plain',
  )
  return shape?.division === undefined && begins ? shape : undefined
}

/** `[Article 5]`: brackets around a label alone are printed with it. */
function withinBrackets(opener: string, shape: Shape): Shape {
  const label = `${opener}${shape.label}]`
  return { ...shape, label, rest: shape.rest.slice(1).trimStart() }
}

function placeOf(lines: readonly string[], line: number): UnitCandidate['place'] {
  const before = lines[line - 1]?.trim() ?? ''
  if (before === '') return 'block'
  const isHeading = /\p{Lu}/u.test(before) && !/\p{Ll}/u.test(before)
  if (endsSentence(before) || isHeading) return 'ended'
  return COMMA.test(before) || shapeOf(before)?.rest === '' ? 'ended' : 'within'
}

/**
 * The words that call a division though they are not listed: those that stand before numbers that
 * rise, at the beginning of paragraphs.
 *
 * @returns the rank of each style: before the first article they are wider; after it those in which
 *   articles begin anew are annexes, as protocols are, and others narrower
 */
function learnWords(found: readonly Found[]): Map<string, number | 'annex'> {
  const seen = new Map<
    string,
    { first: number; last: readonly number[]; rises: number; restarts: number }
  >()
  const since = new Set<string>()
  let article = Number.POSITIVE_INFINITY
  for (const candidate of found) {
    const { division, place, readings, rest, line } = candidate
    if (division !== null) {
      if (division !== undefined && division !== 'annex' && division.rank === ARTICLE) {
        article = Math.min(article, line)
        if (place !== 'within') {
          const begins = readings.some(({ value }) => isFirst(value))
          for (const style of since) (seen.get(style) as { restarts: number }).restarts += +begins
          since.clear()
        }
      }
      continue
    }
    if (place === 'within' || rest.length > 120 || goesOn(rest)) continue
    const { style, value } = readings[0] as Shape['readings'][number]
    const known = seen.get(style)
    since.add(style)
    if (known === undefined) seen.set(style, { first: line, last: value, rises: 0, restarts: 0 })
    else {
      if (relationOf(known.last, value) === 'next') known.rises += 1
      known.last = value
    }
  }
  const learnt = [...seen]
    .filter(([, { rises }]) => rises > 0)
    .sort(([, a], [, b]) => b.rises - a.rises)
    .slice(0, MOST_LEARNT)
    .sort(([, a], [, b]) => a.first - b.first)
  return new Map(
    learnt.map(([style, { first, restarts }], place): [string, number | 'annex'] => {
      if (first > article && restarts > 1) return [style, 'annex']
      return [style, (first < article ? 3 : ARTICLE) + (place + 1) / 1000]
    }),
  )
}

function styleOf({ readings }: Pick<UnitCandidate, 'readings'>): string {
  return (readings[0] as Shape['readings'][number]).style
}
