import { endsSentence, goesOn, type UnitCandidate } from './candidates.ts'
import { type LabelReading, WORDS_MARK } from './shapes.ts'
import { isFirst, letterRelation, type Relation, relationOf, type Value } from './values.ts'

/** The part of a candidate in the best sequence of labels. */
export interface Choice {
  readonly candidate: UnitCandidate
  /** Undefined if a candidate is words of a line rather than a label. */
  readonly depth: number | undefined
  /**
   * The way in which its number follows the one before it of its kind; `start` of the first of a
   * list.
   */
  readonly relation: Relation | 'start' | undefined
}

/** A list that is open at a place of the text. */
interface Level {
  readonly style: string
  readonly value: Value
  readonly rank: UnitCandidate['rank']
  /** True if its last label stands on a line that reads as a heading. */
  readonly isHeading: boolean
  readonly above: Level | undefined
  readonly depth: number
  /** The same of lists that are open in the same way, whatever led to them. */
  readonly key: string
}

/** A way to read the text up to a place. */
interface Path {
  readonly score: number
  readonly level: Level | undefined
  /** The last number of each style, in lists that ended too: numbers may run through the text. */
  last: ReadonlyMap<string, Value>
  readonly choice: Choice | undefined
  readonly before: Path | undefined
}

/** The most ways to read the text that are followed at once, each nearly as good as the best. */
const PATHS = 6
const WORSE = 3

/** Marks of lists without a word: a higher number needs a list, and is a quantity or year else. */
const MOST = 300

/**
 * The labels among the candidates: those that make the best sequence over the whole text, in which
 * numbers rise, lists begin at their beginning, and what follows decides what (i) is. A beam search:
 * of the ways to read the text up to a candidate the best few are followed, and of those that leave
 * the same lists open the best one. Its cost is linear in the candidates.
 */
export function bestSequence(candidates: readonly UnitCandidate[]): Choice[] {
  let paths: Path[] = [
    { score: 0, level: undefined, last: new Map(), choice: undefined, before: undefined },
  ]
  for (const candidate of candidates) {
    const next = new Map<string, Path>()
    for (const path of paths) {
      for (const step of stepsOf(path, candidate)) {
        const key = step.level?.key ?? ''
        const known = next.get(key)
        if (known === undefined || step.score > known.score) next.set(key, step)
      }
    }
    const sorted = [...next.values()].sort((a, b) => b.score - a.score).slice(0, PATHS)
    const least = (sorted[0] as Path).score - WORSE
    paths = sorted.filter(({ score }) => score >= least)
    for (const path of paths) noteLast(path)
  }
  const choices: Choice[] = []
  for (let path = paths[0]; path?.choice !== undefined; path = path.before as Path) {
    choices.push(path.choice)
  }
  return choices.reverse()
}

/** The ways to go on: the candidate is words of its line, or a label in one of its readings. */
function stepsOf(path: Path, candidate: UnitCandidate): Path[] {
  const { score, level, last } = path
  const isAfter = candidate.place !== 'inline' || isLabel(path.choice, candidate)
  const reject = { candidate, depth: undefined, relation: undefined }
  const steps: Path[] = [{ score, level, last, choice: reject, before: path }]
  if (!isAfter) return steps
  for (const reading of candidate.readings) {
    for (const { to, worth, relation } of placements(path, candidate, reading)) {
      const choice = { candidate, depth: to.depth, relation }
      steps.push({
        score: score + worth + placeWorth(candidate, relation),
        level: to,
        last,
        choice,
        before: path,
      })
    }
  }
  return steps
}

/** Copies the last numbers of a path that is followed: most paths are dropped before. */
function noteLast(path: Path): void {
  const { level, choice, last } = path
  if (choice?.depth === undefined || level === undefined) return
  path.last = new Map(last).set(level.style, level.value)
}

/** A label within a line follows one that begins it. */
function isLabel(choice: Choice | undefined, { line }: UnitCandidate): boolean {
  return choice?.depth !== undefined && choice.candidate.line === line
}

interface Placement {
  readonly to: Level
  readonly worth: number
  readonly relation: Choice['relation']
}

function placements(path: Path, candidate: UnitCandidate, reading: LabelReading): Placement[] {
  const open = openLevel(path.level, reading.style, candidate.rank)
  const around = candidate.rank === null ? headingLevel(path.level, reading.style) : undefined
  const siblings = [open, around].flatMap((level) => {
    if (level === undefined) return []
    const worth = worthOf(relate(level.value, reading), candidate, reading)
    return { to: levelOf(candidate, reading, level.above), ...worth }
  })
  if (open !== undefined) return siblings
  const runs = path.last.get(reading.style)
  const goes = runs !== undefined && relate(runs, reading) === 'next'
  const worth = goes ? 0.9 : startWorth(candidate, reading, path)
  const relation = goes ? 'next' : 'start'
  const starts = parentsOf(path.level, candidate, reading).map(({ level, penalty }) => ({
    ...({ to: levelOf(candidate, reading, level), worth: worth - penalty, relation } as const),
  }))
  return [...siblings, ...starts]
}

/** The nearest open list of that style, within the same division. */
function openLevel(level: Level | undefined, style: string, rank: UnitCandidate['rank']) {
  for (let at = level; at !== undefined; at = at.above) {
    if (at.style === style) return at
    if (at.rank === null || rank === 'annex') continue
    if (rank === null || at.rank === 'annex' || at.rank < rank) return undefined
  }
  return undefined
}

/** A list of headings of that style that has divisions within it, as `II.` with its articles. */
function headingLevel(level: Level | undefined, style: string): Level | undefined {
  let isWithin = false
  for (let at = level; at !== undefined; at = at.above) {
    if (isWithin && at.style === style && at.isHeading) return at
    if (at.rank !== null) isWithin = true
  }
  return undefined
}

/** The lists below which a new one may begin, with what speaks against each. */
function parentsOf(
  level: Level | undefined,
  { rank }: UnitCandidate,
  { style, value }: LabelReading,
): { readonly level: Level | undefined; readonly penalty: number }[] {
  if (rank === 'annex') return [{ level: undefined, penalty: 0 }]
  if (rank === null) {
    const parents = [{ level, penalty: style === 'plain' && level?.rank === null ? 2 : 0 }]
    const division = divisionAbove(level)
    if (level !== division) parents.push({ level: division, penalty: 0.6 })
    if (style.startsWith('dotted'))
      return parents.map((each) => ({
        ...each,
        penalty: each.penalty + dottedPenalty(each.level, value),
      }))
    return parents
  }
  let at = level
  const parents: { level: Level | undefined; penalty: number }[] = []
  while (at !== undefined && at.rank !== 'annex' && (at.rank === null || at.rank >= rank)) {
    if (at.rank === null && at.isHeading) parents.push({ level: at, penalty: -0.05 })
    at = at.above
  }
  return [...parents, { level: at, penalty: 0 }]
}

function divisionAbove(level: Level | undefined): Level | undefined {
  let at = level
  while (at !== undefined && at.rank === null) at = at.above
  return at
}

/** 1.2.1 belongs below 1.2. */
function dottedPenalty(level: Level | undefined, value: Value): number {
  const above = value.slice(0, -1)
  const isBelow =
    level !== undefined &&
    above.every((part, at) => level.value[at] === part) &&
    level.value.length === above.length
  return isBelow ? -0.5 : 0
}

function levelOf(
  { rank, rest, place }: UnitCandidate,
  { style, value }: LabelReading,
  above: Level | undefined,
): Level {
  const isMarked = rest.startsWith(WORDS_MARK)
  const isHeading = place === 'block' && rest !== '' && !isMarked && couldBeHeading(rest)
  const key = `${style}=${value.join('.')}${isHeading ? '!' : ''}|${above?.key ?? ''}`
  return {
    style,
    value,
    rank,
    isHeading,
    above,
    key,
    depth: above === undefined ? 0 : above.depth + 1,
  }
}

/** True of words after a label that are short, and neither end a sentence nor go on with one. */
function couldBeHeading(rest: string): boolean {
  return rest.length <= 100 && !/[,،、，]$/u.test(rest) && !endsSentence(rest) && !goesOn(rest)
}

function relate(before: Value, { style, value }: LabelReading): Relation {
  return style.startsWith('cyrillic') ? letterRelation(before, value) : relationOf(before, value)
}

function worthOf(relation: Relation, candidate: UnitCandidate, { style }: LabelReading) {
  const isBlock = candidate.place === 'block'
  const isCalled = candidate.rank !== null
  if (relation === 'next') return { relation, worth: 1 }
  if (style === 'plain') return { relation, worth: -2 }
  if (relation === 'later') return { relation, worth: isBlock ? (isCalled ? 0.5 : 0.3) : -0.6 }
  return { relation, worth: isBlock ? (isCalled ? 0.2 : 0.05) : -1 }
}

/** The worth of a list that begins with this number. */
function startWorth(candidate: UnitCandidate, { style, value }: LabelReading, path: Path): number {
  const isCalled = candidate.rank !== null
  if (style === 'plain') return isFirst(value) ? -0.2 : -3
  if (isFirst(value)) return style.startsWith('double') ? 0.5 : 0.9
  if (isCalled && candidate.place === 'block') return 0.3
  if (isCalled) return candidate.place === 'ended' && couldBeHeading(candidate.rest) ? 0.1 : -0.2
  if (path.last.size === 0 && candidate.place === 'block') return 0.1
  if (candidate.place !== 'block' || (value[0] as number) > MOST) return -1.2
  return style.startsWith('roman') || style.startsWith('double') ? -0.8 : 0.02
}

/** Within a sentence a list begins only where it goes on too. */
function placeWorth({ place, goesOn, rank }: UnitCandidate, relation: Choice['relation']): number {
  const doubt = rank !== null ? -2 : relation === 'next' ? -0.7 : -1
  const within = place === 'within' ? doubt : 0
  return within - (goesOn ? 1.2 : 0) - (place === 'inline' ? 0.1 : 0)
}
