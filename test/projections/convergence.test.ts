import { describe, expect, test } from 'vitest'
import type { Apart } from '../../projections/differences/apart.ts'
import { Convergence } from '../../projections/differences/convergence.ts'
import { Differences } from '../../projections/differences/differences.ts'
import { EvidenceOf } from '../../projections/evidence/evidence.ts'
import { Stances } from '../../projections/stances/stances.ts'
import { atOnce } from '../../projections/time/pieces.ts'
import { eachMoment, given, type Told } from './given.ts'
import { NaiveStances } from './naive-stances.ts'
import type { PlainCell } from './plain-cell.ts'
import { RandomHistory } from './random-history.ts'
import { CAP, listed, retracted, said } from './told-stances.ts'

function convergence(told: readonly Told[]) {
  return given(told, (history) => {
    const evidence = new EvidenceOf(history)
    const stances = new Stances(history, evidence)
    // Of two parties it is not sure that they take part.
    const all = ({ revision }: { revision: number }) =>
      new Map(stances.parties(revision).map((party) => [party, !isUnsure(party)]))
    const differences = new Differences(history, stances, all, evidence, eachMoment)
    const convergence = new Convergence(history, stances, differences)
    return { evidence, stances, differences, convergence }
  })
}

const isUnsure = (party: string) => ['aa', 'hh'].includes(party)

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
      atOnce(c.overValidTime(CAP, revision)).map(
        ({ validTime, apart, apartLeast, apartMost, pairs }) => [
          validTime?.slice(0, 10),
          ...[apart, apartLeast, apartMost, pairs],
        ],
      )
    expect(series(3)).toEqual([
      ['2025-11-01', 0, 0, 0, 0],
      ['2025-11-05', 0, 0, 0, 0],
      ['2025-11-10', 1, 0, 1, 1],
      ['2025-11-11', 1, 1, 1, 1],
    ])
    expect(series(head)).toEqual([
      ...series(3),
      ['2025-11-15', 1, 0, 1, 1],
      ['2025-11-16', 0, 0, 0, 0],
      ['2025-11-20', 0, 0, 0, 1],
    ])
  })

  test('over revisions, of how it was at one valid time', () => {
    const { convergence: c, at } = convergence(told)
    const series = (day: string, revision?: number) =>
      atOnce(c.overRevisions(CAP, at(`${day}T12:00Z`, revision))).map((step) => [
        step.revision,
        step.apart,
      ])
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
    const [first] = atOnce(c.overValidTime(CAP, head))
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
      const compared = differences.compared(asOf)
      const naive = new NaiveStances(events, asOf)
      const cells = parties
        .filter((party) => compared.has(party))
        .map((party) => ({ party, cell: naive.cell(party, 'issue:cap') }))
        .filter(({ cell }) => cell.stance !== 'no_record')
      const overTime = atOnce(c.overValidTime(CAP, asOf.revision))
      const overRevisions = atOnce(c.overRevisions(CAP, { ...asOf, revision: head }))
      expect(
        stepAt(overTime, (s) => time(s.validTime) <= asOf.validTime),
        `${seed}`,
      ).toEqual(naiveApart(cells))
      expect(
        stepAt(overRevisions, (s) => s.revision <= asOf.revision),
        `${seed}`,
      ).toEqual(naiveApart(cells))
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
  if (step === undefined) return naiveApart([])
  const {
    validTime: _validTime,
    revision: _revision,
    ...apart
  } = step as Step & {
    validTime?: unknown
    revision?: unknown
  }
  return apart
}

/** By force, over every choice of who counts; pair by pair, since no numbers are named. */
function naiveApart(cells: readonly { readonly party: string; readonly cell: PlainCell }[]): Apart {
  const sideOf = (stance: string | undefined) =>
    ['proposes', 'supports', 'no_objection'].includes(stance ?? '')
      ? 'for'
      : stance === 'opposes'
        ? 'against'
        : 'neither'
  const footings = cells.map(({ party, cell }) => {
    const { declared, reported, orElse, basis } = cell
    const layer = declared ?? reported
    const isAtOdds = layer?.stance === 'conflicting'
    const other = orElse?.basis === basis ? undefined : orElse
    const stances = [layer?.stance, layer?.orElse?.stance, other?.stance]
    const taken = stances.flatMap((one) => (one && one !== 'no_record' ? [sideOf(one)] : []))
    return {
      side: isAtOdds ? 'neither' : sideOf(layer?.stance),
      may: isAtOdds ? ['for', 'against'] : taken,
      isSure: !isUnsure(party) && orElse?.stance !== 'no_record',
    }
  })
  type Standing = (typeof footings)[number]
  const areOpposite = (a: string, b: string) => a !== b && a !== 'neither' && b !== 'neither'
  const countIn = (among: readonly Standing[]) => {
    const counted = { pairs: 0, opposing: 0, surelyApart: 0, mayBeApart: 0, surely: 0 }
    for (const [n, a] of among.entries()) {
      for (const b of among.slice(n + 1)) {
        const ways = a.may.flatMap((one) => b.may.map((other) => areOpposite(one, other)))
        counted.pairs += 1
        if (areOpposite(a.side, b.side)) counted.opposing += 1
        if (ways.some(Boolean)) counted.mayBeApart += 1
        if (!ways.every(Boolean)) continue
        counted.surely += 1
        if (a.isSure && b.isSure) counted.surelyApart += 1
      }
    }
    return counted
  }
  const share = (n: number, pairs: number) => (pairs === 0 ? 0 : n / pairs)
  const choices = footings.reduce<Standing[][]>(
    (all, one) => [...all.map((some) => [...some, one]), ...(one.isSure ? [] : all)],
    [[]],
  )
  const each = choices.map(countIn)
  const on = (side: string) => footings.filter((footing) => footing.side === side).length
  const { pairs, opposing, surelyApart, mayBeApart } = countIn(footings)
  return {
    ...{ for: on('for'), against: on('against'), neither: on('neither'), pairs, opposing },
    ...{ surelyApart, possiblyApart: mayBeApart - surelyApart },
    apart: share(opposing, pairs),
    apartLeast: Math.min(...each.map((of) => share(of.surely, of.pairs))),
    apartMost: Math.max(...each.map((of) => share(of.mayBeApart, of.pairs))),
  }
}
