import { describe, expect, test } from 'vitest'
import { apartOf } from '../../projections/differences/apart.ts'
import { Differences } from '../../projections/differences/differences.ts'
import { Evidence } from '../../projections/evidence/evidence.ts'
import { Stances } from '../../projections/stances/stances.ts'
import { given, type Told } from './given.ts'
import { CAP, heard, idIn, joined, left, listed, retracted, said } from './told-stances.ts'

/** Differences among `counted`, or by default all of these parties. */
function differences(told: readonly Told[], counted = ['ukraine', 'russia', 'usa', 'allies']) {
  return given(told, (history) => {
    const evidence = new Evidence(history)
    const stances = new Stances(history, evidence)
    const among = () => new Set(counted)
    return { evidence, stances, differences: new Differences(history, stances, among, evidence) }
  })
}

const parties = listed('ukraine', 'russia', 'usa', 'allies')
const on = '2025-11-10'
const against = said({ on, stance: 'opposes' })
const pro = heard({ on, of: 'russia', stance: 'proposes' })

describe('how far parties stand apart', () => {
  test.each([
    [[], 0],
    [['for'], 0],
    [['for', 'against'], 1],
    [['for', 'for'], 0],
    [['for', undefined], 0],
    [['for', 'against', undefined], 1 / 3],
    [['for', 'against', 'against'], 2 / 3],
    [['for', 'for', 'against', 'against'], 4 / 6],
  ] as const)('%j: opposing pairs over all pairs, %d', (sides, apart) => {
    expect(apartOf(sides).apart).toBe(apart)
  })
})

describe('a computed difference', () => {
  test('is a subject with parties on both sides, and says where they stand', () => {
    const { differences: d, at } = differences([...parties, against, pro])
    expect(d.at(at()).computed).toMatchObject([
      {
        subject: CAP,
        ...{ opposing: 1, pairs: 1, apart: 1 },
        stands: {
          for: [{ party: 'russia', stance: 'proposes', basis: 'reported' }],
          against: [{ party: 'ukraine', stance: 'opposes', basis: 'declared' }],
          neither: [],
        },
        spread: [],
      },
    ])
    expect(d.at(at('2025-11-09T00:00Z')).computed).toEqual([])
    expect(d.at(at(undefined, 4)).computed).toEqual([])
  })

  test('reckons who is on neither side among those who have spoken, and nobody else', () => {
    const undecided = said({ on, of: 'usa', stance: 'undecided' })
    const { differences: d, at } = differences([...parties, against, pro, undecided])
    expect(d.at(at()).computed).toMatchObject([{ neither: 1, opposing: 1, pairs: 3 }])
  })

  test('counts only the parties that are to count', () => {
    const { differences: d, at } = differences([...parties, against, pro], ['ukraine', 'usa'])
    expect(d.at(at()).computed).toEqual([])
  })

  test('counts a grouping through its members, or for itself where none of them counts', () => {
    const theirs = said({ on, of: 'allies', stance: 'opposes' })
    const member = [joined('usa', 'allies', '2025-11-15'), left('usa', 'allies', '2025-11-20')]
    const { differences: d, at } = differences([...parties, pro, theirs, ...member])
    const opponents = (day: string) =>
      d.at(at(`${day}T12:00Z`)).computed[0]?.stands.against.map(({ party }) => party)
    expect(['2025-11-12', '2025-11-16', '2025-11-21'].map(opponents)).toEqual([
      ['allies'],
      ['usa'],
      ['allies'],
    ])
  })

  test('says how far apart the numbers are that parties name', () => {
    const named = (party: string, stance: string, value: number) => {
      const quantity = { value, unit: 'soldiers', comparator: 'at_most' }
      return said({ on, but: { positions: [{ party, subject: CAP, stance, quantity }] } })
    }
    const told = [named('ukraine', 'opposes', 800_000), named('russia', 'proposes', 600_000)]
    const { differences: d, at } = differences([...parties, ...told])
    expect(d.at(at()).computed[0]).toMatchObject({
      stands: { against: [{ quantity: { value: '800000' } }] },
      spread: [{ unit: 'soldiers', least: '600000', greatest: '800000' }],
    })
  })
})

describe('differences that somebody says are open', () => {
  const attribution = { level: 'anonymous', phrase: 'a source close to the talks' }
  const open = said({
    on,
    but: {
      speaker: { kind: 'anonymous' },
      ...{ onBehalfOf: undefined, positions: [], attribution },
      openDifferences: { atLeast: 3, between: ['ukraine', 'russia'], issues: ['cap'] },
    },
  })

  test('are kept apart from those computed, with who says so', () => {
    const { differences: d, at } = differences([...parties, open])
    expect(d.at(at())).toMatchObject({
      computed: [],
      reported: [
        {
          ...{ statement: idIn(open), atLeast: 3, between: ['ukraine', 'russia'], issues: ['cap'] },
          ...{ layer: 'reported', speaker: { kind: 'anonymous' }, attribution },
          ...{ revision: 4, occurred: { text: on }, support: 'uncited' },
        },
      ],
    })
    expect(d.at(at('2025-11-09T00:00Z')).reported).toEqual([])
    expect(d.at(at(undefined, 3)).reported).toEqual([])
  })

  test('are declared where a party says so itself', () => {
    const openDifferences = { issues: ['cap'] }
    const own = said({ on, but: { openDifferences } })
    const { differences: d, at } = differences([...parties, own])
    expect(d.at(at()).reported).toMatchObject([{ layer: 'declared', issues: ['cap'] }])
    expect(d.at(at()).reported[0]).not.toHaveProperty('atLeast')
  })

  test('hold until they are retracted', () => {
    const { differences: d, at } = differences([...parties, open, retracted(open, '2025-11-20')])
    expect(d.at(at('2025-11-19T12:00Z')).reported).toHaveLength(1)
    expect(d.at(at('2025-11-20T00:00Z')).reported).toEqual([])
    expect(d.at(at('2025-11-20T00:00Z', 4)).reported).toHaveLength(1)
  })
})
