import { Random } from '../../generator/random.ts'
import { WATER_LAW } from './water-law.ts'

export interface LabelledClause {
  readonly label: string
  readonly heading: string | null
  readonly text: string
}

/** Two texts and what became of each clause of the first, which the edits between them tell. */
export interface Labelled {
  readonly before: readonly LabelledClause[]
  readonly after: readonly LabelledClause[]
  /** `left places > right places`, for each clause that is there in both. */
  readonly truth: readonly string[]
}

interface Unit {
  from: number[]
  heading: string | null
  text: string
}

const OTHER = 'bank lock gauge river spill pasture village ferry dyke turbine delta marsh'.split(
  ' ',
)
const ADDED = [
  'Tourists pay a fee for the footpaths on the dykes, which goes to their upkeep.',
  'The Parties rehearse a dam failure together every second year and publish what went wrong.',
  'Ice on the locks is broken by whichever Party has an icebreaker nearer to them.',
  'A fund of nine million crowns pays farmers who plant hedges along ditches.',
]

/** A revision of the invented treaty: reworded, moved, merged, split, removed, added, renumbered. */
export function labelled(seed: number): Labelled {
  const random = new Random(seed)
  const headed = random.chance(0.7)
  const before = WATER_LAW.map(({ heading, text }) => ({ heading: headed ? heading : null, text }))
  let units: Unit[] = before.map((clause, n) => ({ from: [n], ...clause }))
  const at = () => random.integer(0, units.length - 1)

  for (let n = random.integer(4, 10); n > 0; n--) {
    const unit = units[at()] as Unit
    unit.text = reworded(unit.text, random, random.pick([1, 2, 4, 6]))
  }
  for (let n = random.integer(0, 3); n > 0; n--) {
    const [moved] = units.splice(at(), 1)
    units.splice(at(), 0, moved as Unit)
  }
  for (let n = random.integer(0, 3); n > 0; n--) units.splice(at(), 1)
  for (let n = random.integer(0, 1); n > 0; n--) {
    const first = random.integer(0, units.length - 2)
    const [a, b] = units.slice(first, first + 2) as [Unit, Unit]
    const into = { ...a, from: [...a.from, ...b.from], text: `${a.text} ${b.text}` }
    units.splice(first, 2, into)
  }
  for (let n = random.integer(0, 1); n > 0; n--) {
    const place = units.findIndex((u) => u.from.length === 1 && u.text.split(' ').length > 16)
    const whole = units[place] as Unit
    const words = whole.text.split(' ')
    const half = words.length >> 1
    const parts = [words.slice(0, half), words.slice(half)].map((part, i) => ({
      from: whole.from,
      heading: i === 0 ? whole.heading : null,
      text: part.join(' '),
    }))
    units.splice(place, 1, ...parts)
  }
  for (const text of random.some(ADDED, 3)) units.splice(at(), 0, { from: [], heading: null, text })
  units = units.map((unit) => ({ ...unit, from: [...unit.from].sort((a, b) => a - b) }))

  const number = <C extends object>(clauses: C[]) =>
    clauses.map((clause, n) => ({ ...clause, label: `${n + 1}.` }))
  return { before: number(before), after: number(units), truth: truthOf(units) }
}

function truthOf(units: readonly Unit[]): string[] {
  const rights = new Map<string, number[]>()
  for (const [place, { from }] of units.entries()) {
    if (from.length > 0) rights.set(from.join(' '), [...(rights.get(from.join(' ')) ?? []), place])
  }
  return Array.from(rights, ([left, right]) => `${left} > ${right.join(' ')}`)
}

/** So many words in a row put in place of others. */
function reworded(text: string, random: Random, count: number): string {
  const words = text.split(' ')
  const from = random.integer(0, words.length - count)
  const others = Array.from({ length: count }, () => random.pick(OTHER))
  return words.toSpliced(from, count, ...others).join(' ')
}
