import { expect, test } from 'vitest'
import type { PositionView } from '../../projections/stances/position-view.ts'
import { Stances } from '../../projections/stances/stances.ts'
import { given } from './given.ts'
import { RandomHistory } from './random-history.ts'
import { CAP, ended, heard, idIn, joined, ledger, left, retracted, said } from './told-stances.ts'

const first = said({ on: '2025-11-01', until: '2025-11-12' })
const second = heard({ on: '2025-11-05', stance: 'opposes' })
const third = said({ on: '2025-11-20', stance: 'undecided' })
const day = (text: string) => ({ text })

test('a history has every position of both layers, when it began, and when and why it ended', () => {
  const { stances, at } = ledger(
    third,
    second,
    first,
    retracted(third, '2025-11-25'),
    ended(second, '2025-11-15'),
  )
  expect(stances.history('ukraine', CAP, at('2025-11-10T00:00Z'))).toMatchObject([
    {
      position: {
        carriedBy: { kind: 'statement', id: idIn(first) },
        layer: 'declared',
        revision: 2,
      },
      began: day('2025-11-01'),
      ended: { at: day('2025-11-12'), why: 'named' },
      holds: true,
    },
    {
      position: { layer: 'reported', revision: 1 },
      began: day('2025-11-05'),
      ended: { at: day('2025-11-15'), why: 'ended', revision: 4 },
      holds: true,
    },
    {
      position: { stance: 'undecided', revision: 0 },
      began: day('2025-11-20'),
      ended: { at: day('2025-11-25'), why: 'retracted', revision: 3 },
      holds: false,
    },
  ])
})

test('a history knows nothing that was recorded after its revision', () => {
  const { stances, at } = ledger(third, retracted(third, '2025-11-25'), second)
  expect(stances.history('ukraine', CAP, at(undefined, 0))).toMatchObject([
    { position: { stance: 'undecided' }, ended: null, holds: true },
  ])
  expect(stances.history('ukraine', CAP, at(undefined, 2))).toHaveLength(2)
})

test('positions via a grouping are cut to the memberships through which they were had', () => {
  const { stances, at } = ledger(
    said({ on: '2025-11-05', of: 'allies', stance: 'opposes' }),
    said({ on: '2025-11-12', of: 'allies', until: '2025-11-16' }),
    joined('ukraine', 'allies', '2025-11-10'),
    left('ukraine', 'allies', '2025-11-15'),
    joined('ukraine', 'allies', '2025-11-20'),
    { type: 'party.withdrawn', occurred: '2025-11-25', body: { party: 'ukraine' } },
  )
  expect(stances.history('ukraine', CAP, at('2025-11-21T00:00Z'))).toMatchObject([
    {
      position: { stance: 'opposes', via: 'allies' },
      began: day('2025-11-10'),
      ended: { at: day('2025-11-15'), why: 'left_grouping', revision: 3 },
      holds: false,
    },
    {
      position: { stance: 'supports', via: 'allies' },
      began: day('2025-11-12'),
      ended: { at: day('2025-11-15'), why: 'left_grouping' },
    },
    {
      position: { stance: 'opposes' },
      began: day('2025-11-20'),
      ended: { at: day('2025-11-25'), why: 'party_withdrew', revision: 5 },
      holds: true,
    },
  ])
})

test('who leads is among what holds, and nobody leads where nothing does', () => {
  const name = (p: PositionView) => [p.revision, p.rationale, p.stance, p.via]
  for (let seed = 0; seed < 60; seed++) {
    const random = new RandomHistory(seed, 40)
    const { stances, head } = given(random.told, (history) => ({ stances: new Stances(history) }))
    for (let point = 0; point < 20; point++) {
      const asOf = { revision: random.below(head + 1), validTime: random.validTime() }
      const cell = stances.cell('aa', CAP, asOf)
      const holding = stances.history('aa', CAP, asOf).filter(({ holds }) => holds)
      for (const layer of ['declared', 'reported'] as const) {
        const names = holding.flatMap((h) => (h.position.layer === layer ? [name(h.position)] : []))
        const leader = cell[layer]?.leader
        if (leader === undefined) expect(names, `seed ${seed}`).toEqual([])
        else expect(names, `seed ${seed}`).toContainEqual(name(leader))
      }
    }
  }
})
