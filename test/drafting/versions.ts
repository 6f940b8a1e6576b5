import type { Unit } from '../../src/drafting/units.ts'
import { Random } from '../generator/random.ts'
import { WATER_LAW } from '../projections/matching/water-law.ts'

/** A law as it read from a day on. */
export interface Version {
  readonly revision: string
  /** ISO 8601, a day. */
  readonly from: string
  readonly units: readonly Unit[]
}

const PIECES = [
  'Сторони відводять війська',
  'يلتزم الطرفان بوقف إطلاق النار',
  '各方应当立即停火。',
  'l’eau potable',
  '[US propose: shall',
  'a\u0301 \u00e1 \u200f \u00a0 \t e\n\n  indented',
  '𝒜 👩‍👩‍👧‍👦 \u202b[b]\u202c',
]

/** An invented law that was amended again and again, so that what it said on each day is known. */
export function versions(seed: number, count: number): Version[] {
  const random = new Random(seed)
  let units: Unit[] = WATER_LAW.map(({ heading, text }, n) => ({
    ...{ label: `Article ${n + 1}`, heading, text },
    depth: n % 5 === 0 ? 0 : 1,
  }))
  return Array.from({ length: count }, (_, n) => {
    if (n > 0) {
      for (let edits = random.integer(1, 6); edits > 0; edits--) units = edited(units, random)
    }
    const from = new Date(Date.UTC(1990, 0, 1 + n * 97)).toISOString().slice(0, 10)
    return { revision: `v${n}`, from, units }
  })
}

function edited(units: readonly Unit[], random: Random): Unit[] {
  const at = random.integer(0, units.length - 1)
  const unit = units[at] as Unit
  const next = units[at + 1]
  const words = unit.text.split(' ')
  const text = words.toSpliced(
    random.integer(0, words.length),
    random.integer(0, 3),
    random.pick(PIECES),
  )
  const kinds: (() => Unit[])[] = [
    () => units.with(at, { ...unit, text: text.join(' ') }),
    () => units.with(at, { ...unit, label: random.pick(['Article 4', '4 bis', null]) }),
    () => units.with(at, { ...unit, heading: random.pick(['New heading', null]) }),
    () => units.with(at, { ...unit, text: '' }),
    () => units.toSpliced(at, 1),
    () => units.toSpliced(at, 1).toSpliced(random.integer(0, units.length - 1), 0, unit),
    () =>
      units.toSpliced(at, 0, { label: null, heading: null, text: random.pick(PIECES), depth: 0 }),
    () => units.with(at, { ...unit, depth: random.integer(0, 3) }),
    () =>
      next === undefined
        ? [...units]
        : units.toSpliced(at, 2, { ...unit, text: `${unit.text} ${next.text}` }),
    () =>
      units.toSpliced(
        at,
        1,
        { ...unit, text: words.slice(0, words.length >> 1).join(' ') },
        { ...unit, heading: null, text: words.slice(words.length >> 1).join(' ') },
      ),
  ]
  return random.pick(kinds)()
}
