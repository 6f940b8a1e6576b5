import { readExampleFile } from '../../read-file.ts'
import { ISSUES } from '../issues.ts'
import { MEMBERS, PARTIES } from '../parties.ts'
import type { Commitment, Comparator, Stance } from '../words/patterns.ts'

export interface Quantity {
  readonly value: string
  readonly to?: string
  readonly unit: string
  readonly comparator: Comparator
}

/** A stance on an issue that begins on a day, and holds until the next. */
export interface Stand {
  readonly from: string
  readonly stance: Stance
  readonly commitment: Commitment
  readonly redLine: boolean
  readonly quantity?: Quantity
  /** The key of a condition in the sentence patterns. */
  readonly condition?: string
}

const STANCES: Readonly<Record<string, Stance>> = {
  P: 'proposes',
  S: 'supports',
  N: 'no_objection',
  U: 'undecided',
  O: 'opposes',
  W: 'withdrawn',
}

const COMMITMENTS: Readonly<Record<string, Commitment>> = {
  f: 'firm',
  i: 'in_principle',
  c: 'conditional',
  a: 'ad_referendum',
  r: 'reserved',
  j: 'joins_consensus',
}

const COMPARATORS: Readonly<Record<string, Comparator>> = {
  '>=': 'at_least',
  '<=': 'at_most',
  '~': 'about',
  '=': 'exactly',
}

const STAND =
  /^(?:(?<from>\d\d-\d\d) )?(?<stance>[PSNUOW])(?<commitment>[ficarj]?)(?<red>!?)(?: (?<sign>>=|<=|~|=)(?<value>[\d.]+)| (?<low>\d+)\.\.(?<high>\d+))?(?: if (?<condition>[a-z]+))?$/

export const OPENING = '02-10'

/** The line of one issue: how a party, or a bloc that has none of its own, moves over time. */
type Lines = ReadonlyMap<string, readonly Stand[]>

const BLOC_OF_LINE: Readonly<Record<string, string>> = {
  upper: 'headwaters',
  plains: 'plains-compact',
  delta: 'delta-alliance',
  lake: 'lake-circle',
}

/** From when a party that changes blocs follows the line of another. */
const CHANGES: Readonly<Record<string, readonly [from: string, line: string]>> = {
  vessany: ['06-13', 'lake'],
}

const lines = readStands(readExampleFile('river/stands.txt'))

/** The stands that a party takes on an issue, in order of time. */
export function standsOf(party: string, issue: string): readonly Stand[] {
  const ofIssue = lines.get(issue)
  const own = ofIssue?.get(party === 'river-peoples' ? 'peoples' : party)
  if (own !== undefined) return own
  const stands = ofIssue?.get(lineOf(party)) ?? []
  const change = CHANGES[party]
  if (change === undefined) return stands
  const [from, line] = change
  const before = stands.filter((stand) => stand.from < from)
  return [...before, ...(ofIssue?.get(line) ?? []).filter((stand) => stand.from >= from)]
}

/** The stands that a grouping takes as one. */
export function standsOfGrouping(grouping: string, issue: string): readonly Stand[] {
  const [line = ''] = Object.entries(BLOC_OF_LINE).find(([, bloc]) => bloc === grouping) ?? []
  return lines.get(issue)?.get(line) ?? []
}

/** The stand of a party on a day; undefined if it has none yet. */
export function standAt(party: string, issue: string, day: string): Stand | undefined {
  return standsOf(party, issue).findLast(({ from }) => from <= day)
}

function lineOf(party: string): string {
  const bloc = Object.entries(MEMBERS).find(([, members]) => members.includes(party))?.[0]
  const line = Object.entries(BLOC_OF_LINE).find(([, grouping]) => grouping === bloc)?.[0]
  return line ?? (party === 'dorrell' ? party : 'lake')
}

/** @throws {Error} a line of the file cannot be read: it is named. */
function readStands(text: string): ReadonlyMap<string, Lines> {
  const read = new Map<string, Map<string, Stand[]>>()
  let issue = ''
  for (const line of text.split('\n')) {
    if (line === '') continue
    if (!line.startsWith(' ')) {
      issue = line
      if (!ISSUES.some(({ id }) => id === issue)) throw new Error(`stands.txt: no issue ${issue}`)
      read.set(issue, new Map())
      continue
    }
    const [who = '', moves = ''] = line.trim().split(': ')
    const known = who in BLOC_OF_LINE || who === 'peoples' || PARTIES.some(({ id }) => id === who)
    if (!known) throw new Error(`stands.txt: nobody is called ${who} (${issue})`)
    read.get(issue)?.set(
      who,
      moves.split('; ').map((move) => readStand(move, issue)),
    )
  }
  return read
}

export function readStand(move: string, issue: string): Stand {
  const given = STAND.exec(move)?.groups
  if (given === undefined) throw new Error(`stands.txt: ${issue} has "${move}"`)
  const { raised, unit } = ISSUES.find(({ id }) => id === issue) ?? {}
  const { from = raised?.slice(5) ?? OPENING, stance = '', commitment = '', red, condition } = given
  const quantity = quantityOf(given, unit)
  return {
    from,
    stance: STANCES[stance] as Stance,
    commitment: COMMITMENTS[commitment] ?? 'unspecified',
    redLine: red === '!',
    ...(quantity && { quantity }),
    ...(condition !== undefined && { condition }),
  }
}

function quantityOf(
  { sign, value, low, high }: Readonly<Record<string, string | undefined>>,
  unit: string | undefined,
): Quantity | undefined {
  if (value === undefined && low === undefined) return undefined
  if (unit === undefined) throw new Error(`stands.txt: a number on an issue without a unit`)
  if (low !== undefined && high !== undefined) {
    return { value: low, to: high, unit, comparator: 'between' }
  }
  return { value: value as string, unit, comparator: COMPARATORS[sign ?? '='] as Comparator }
}
