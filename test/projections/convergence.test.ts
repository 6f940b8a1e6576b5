import { describe, expect, test } from 'vitest'
import { type Apart, apartOf } from '../../projections/differences/apart.ts'
import { Convergence } from '../../projections/differences/convergence.ts'
import { Differences } from '../../projections/differences/differences.ts'
import { Evidence } from '../../projections/evidence/evidence.ts'
import { type Side, type Stance, sideOf } from '../../projections/stances/side.ts'
import { Stances } from '../../projections/stances/stances.ts'
import { given, type Told } from './given.ts'
import { NaiveStances } from './naive-stances.ts'
import { RandomHistory } from './random-history.ts'
import { CAP, listed, retracted, said } from './told-stances.ts'

function convergence(told: readonly Told[]) {
  return given(told, (history) => {
    const evidence = new Evidence(history)
    const stances = new Stances(history, evidence)
    const all = ({ revision }: { revision: number }) => new Set(stances.parties(revision))
    const differences = new Differences(history, stances, all, evidence)
    const convergence = new Convergence(history, stances, differences)
    return { evidence, stances, differences, convergence }
  })
}

const pro = said({ on: '2025-11-05', of: 'russia', stance: 'proposes' })
const contra = said({ on: '2025-11-10', stance: 'opposes' })

describe('convergence is a series of steps', () => {
  const told = [
    ...listed('ukraine', 'russia'),
    { ...pro },
    contra,
    said({ on: '2025-11-20', stance: 'undecided' }),
    retracted(contra, '2025-11-15'),
  ]

  test('over valid time, as known after one revision', () => {
    const { convergence: c, head } = convergence(told)
    const series = (revision: number) =>
      c.overValidTime(CAP, revision).map(({ validTime, apart, pairs }) => [validTime, apart, pairs])
    expect(series(3)).toEqual([
      ['2025-11-01T00:00:00.000Z', 0, 0],
      ['2025-11-05T00:00:00.000Z', 0, 0],
      ['2025-11-10T00:00:00.000Z', 1, 1],
    ])
    expect(series(head)).toEqual([
      ...series(3),
      ['2025-11-16T00:00:00.000Z', 0, 0],
      ['2025-11-20T00:00:00.000Z', 0, 1],
    ])
  })

  test('over revisions, of how it was at one valid time', () => {
    const { convergence: c, at } = convergence(told)
    const series = (day: string, revision?: number) =>
      c.overRevisions(CAP, at(`${day}T12:00Z`, revision)).map((step) => [step.revision, step.apart])
    expect(series('2025-11-16')).toEqual([
      [0, 0],
      [2, 0],
      [3, 1],
      [5, 0],
    ])
    expect(series('2025-11-16', 3)).toEqual(series('2025-11-16').slice(0, 3))
    expect(series('2025-11-12').at(-1)).toEqual([3, 1])
  })

  test('from the beginning of time, where what is already standing counts', () => {
    const since = said({ on: '2025-11-10', since: '../', stance: 'opposes' })
    const { convergence: c, head } = convergence([...listed('ukraine'), since])
    const [first] = c.overValidTime(CAP, head)
    expect(first).toMatchObject({ validTime: null, against: 1 })
  })
})

test('a series has at every point what a naive replay reckons there', () => {
  const parties = ['aa', 'bb', 'gg', 'hh']
  for (let seed = 1; seed <= 40; seed++) {
    const random = new RandomHistory(seed, 40)
    const { convergence: c, differences, events, head } = convergence(random.told)
    for (let point = 0; point < 12; point++) {
      const asOf = { revision: random.below(events.length), validTime: random.validTime() }
      const compared = new Set(differences.compared(asOf))
      const naive = new NaiveStances(events, asOf)
      const sides = parties
        .filter((party) => compared.has(party))
        .map((party) => naive.cell(party, 'issue:cap').stance as Stance)
        .filter((stance) => stance !== 'no_record')
        .map((stance): Side | undefined => sideOf(stance))
      const overTime = c.overValidTime(CAP, asOf.revision)
      const overRevisions = c.overRevisions(CAP, { ...asOf, revision: head })
      expect(
        stepAt(overTime, (s) => time(s.validTime) <= asOf.validTime),
        `${seed}`,
      ).toEqual(apartOf(sides))
      expect(
        stepAt(overRevisions, (s) => s.revision <= asOf.revision),
        `${seed}`,
      ).toEqual(apartOf(sides))
    }
  }
})

function time(validTime: string | null): number {
  return validTime === null ? Number.NEGATIVE_INFINITY : Date.parse(validTime)
}

function stepAt<Step extends Apart>(
  steps: readonly Step[],
  counts: (step: Step) => boolean,
): Apart {
  const step = steps.findLast(counts)
  if (step === undefined) return apartOf([])
  const { for: pro, against, neither, opposing, pairs, apart } = step
  return { for: pro, against, neither, opposing, pairs, apart }
}
