import { describe, expect, test } from 'vitest'
import type { Quantity } from '../../events/quantity.ts'
import { apartOf } from '../../projections/differences/apart.ts'
import { Differences } from '../../projections/differences/differences.ts'
import { EvidenceOf } from '../../projections/evidence/evidence.ts'
import { compareValues, standApart } from '../../projections/quantities/stand-apart.ts'
import { Stances } from '../../projections/stances/stances.ts'
import { atOnce } from '../../projections/time/pieces.ts'
import { eachMoment, given, type Told } from './given.ts'
import { CAP, heard, idIn, joined, left, listed, retracted, said } from './told-stances.ts'

/** Differences among `counted`, or by default all of these parties. */
function differences(told: readonly Told[], counted = ['ukraine', 'russia', 'usa', 'allies']) {
  return given(told, (history) => {
    const evidence = new EvidenceOf(history)
    const stances = new Stances(history, evidence)
    const among = () => new Map(counted.map((party) => [party, true]))
    return {
      evidence,
      stances,
      differences: new Differences(history, stances, among, evidence, eachMoment),
    }
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
  ] as const)('%j: pairs that stand apart over all pairs, %d', (sides, apart) => {
    const footings = sides.map((side) => ({ side, sides: [side] }))
    expect(apartOf(footings)).toMatchObject({ apart, apartLeast: apart, apartMost: apart })
  })

  test('at least and at most, where sides are not sure', () => {
    const sure = { side: 'for', sides: ['for'] } as const
    const unsure = { side: 'for', sides: ['for', 'against'] } as const
    expect(apartOf([sure, unsure])).toMatchObject({ apart: 0, apartLeast: 0, apartMost: 1 })
    expect(apartOf([unsure, unsure, sure])).toMatchObject({ possiblyApart: 3, apartMost: 1 })
  })

  test('at least and at most, where it is not sure who counts', () => {
    const pro = { side: 'for', sides: ['for'] } as const
    const contra = { side: 'against', sides: ['against'] } as const
    const other = { ...contra, mayNotCount: true } as const
    expect(apartOf([pro, other])).toMatchObject({
      ...{ opposing: 1, pairs: 1, apart: 1, surelyApart: 0, possiblyApart: 1 },
      ...{ apartLeast: 0, apartMost: 1 },
    })
    expect(apartOf([pro, contra, other])).toMatchObject({
      ...{ opposing: 2, pairs: 3, surelyApart: 1, possiblyApart: 1 },
      ...{ apartLeast: 2 / 3, apartMost: 1 },
    })
  })

  test('within wider bounds, where those who may not count are too many to go through', () => {
    const number = (value: number) => ({ value: `${value}`, unit: 'km', comparator: 'exactly' })
    const many = Array.from({ length: 8 }, (_, n) => ({
      ...{ side: 'for' as const, sides: ['for' as const], mayNotCount: true as const },
      quantity: number(n) as Quantity,
    }))
    expect(apartOf(many)).toMatchObject({ apart: 1, apartLeast: 0, apartMost: 1 })
  })
})

describe('two numbers stand apart', () => {
  const is = (text: string) => {
    const [comparator = '', value = '', unit = 'soldiers'] = text.split(' ')
    const [least = '', to] = value.split('-')
    return { comparator, value: least, unit, ...(to !== undefined && { to }) } as Quantity
  }
  test.each([
    ['at_most 600000', 'at_most 800000', true, 'the same comparator with other values'],
    ['at_most 600000', 'at_most 600000', false, 'nothing differs'],
    ['exactly 600000', 'exactly 600001', true, 'exact ones that differ'],
    ['at_most 600000', 'at_least 800000', true, 'opposite ones that exclude each other'],
    ['at_most 800000', 'at_least 600000', false, 'opposite ones that leave room'],
    ['at_most 600000', 'more_than 600000', true, 'no value is both'],
    ['at_most 600000', 'at_least 600000', false, 'one value is both'],
    ['exactly 700000', 'at_most 600000', true, 'an exact one beyond a bound'],
    ['exactly 600000', 'at_most 700000', false, 'an exact one within a bound'],
    ['at_most 600000', 'less_than 800000', false, 'both bound above'],
    ['about 600000', 'about 660000', false, 'about, within a tenth'],
    ['about 600000', 'about 670000', true, 'about, beyond a tenth'],
    ['about 600000', 'exactly 660000', false, 'about and exact, within a tenth'],
    ['about 600000', 'exactly 660001', true, 'about and exact, beyond a tenth'],
    ['about 600000', 'at_least 660001', true, 'about, beyond a bound'],
    ['between 500000-600000', 'between 500000-700000', true, 'ranges that differ'],
    ['between 500000-600000', 'at_least 600000', false, 'a range that reaches a bound'],
    ['between 500000-600000', 'exactly 600000.5', true, 'an exact one beyond a range'],
    ['at_most 600000', 'at_most 800000 tanks', false, 'of other things'],
  ])('%s and %s: %s: %s', (a, b, apart) => {
    expect([standApart(is(a), is(b)), standApart(is(b), is(a))]).toEqual([apart, apart])
  })

  test('by their exact decimal values', () => {
    expect(compareValues('-0.7', '0.1')).toBeLessThan(0)
    expect(compareValues('12345678901234567890.1', '12345678901234567890')).toBeGreaterThan(0)
  })
})

describe('a computed difference', () => {
  test('is a subject with parties on both sides, and says where they stand', () => {
    const { differences: d, at } = differences([...parties, against, pro])
    expect(atOnce(d.at(at())).computed).toMatchObject([
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
    expect(atOnce(d.at(at('2025-11-09T00:00Z'))).computed).toEqual([])
    expect(atOnce(d.at(at(undefined, 4))).computed).toEqual([])
  })

  test('reckons who is on neither side among those who have spoken, and nobody else', () => {
    const undecided = said({ on, of: 'usa', stance: 'undecided' })
    const { differences: d, at } = differences([...parties, against, pro, undecided])
    expect(atOnce(d.at(at())).computed).toMatchObject([{ neither: 1, opposing: 1, pairs: 3 }])
  })

  test('counts only the parties that are to count', () => {
    const { differences: d, at } = differences([...parties, against, pro], ['ukraine', 'usa'])
    expect(atOnce(d.at(at())).computed).toEqual([])
  })

  test('counts a grouping through its members, or for itself where none of them counts', () => {
    const theirs = said({ on, of: 'allies', stance: 'opposes' })
    const member = [joined('usa', 'allies', '2025-11-15'), left('usa', 'allies', '2025-11-20')]
    const { differences: d, at } = differences([...parties, pro, theirs, ...member])
    const opponents = (day: string) =>
      atOnce(d.at(at(`${day}T12:00Z`))).computed[0]?.stands.against.map(({ party }) => party)
    expect(['2025-11-12', '2025-11-16', '2025-11-21'].map(opponents)).toEqual([
      ['allies'],
      ['usa'],
      ['allies'],
    ])
  })

  const named = (party: string, stance: string, value: number) => {
    const quantity = { value, unit: 'soldiers', comparator: 'at_most' }
    const positions = [{ party, subject: CAP, stance, quantity }]
    return said({ on, of: party, but: { positions } })
  }

  test('is one in number alone where parties are for it with numbers that stand apart', () => {
    const told = [named('ukraine', 'proposes', 800_000), named('russia', 'proposes', 600_000)]
    const { differences: d, at } = differences([...parties, ...told])
    expect(atOnce(d.at(at())).computed).toMatchObject([
      {
        ...{ subject: CAP, in: ['number'], opposing: 1, apart: 1, apartLeast: 1, apartMost: 1 },
        stands: { for: [{ party: 'ukraine' }, { party: 'russia' }], against: [] },
        spread: [{ unit: 'soldiers', least: '600000', greatest: '800000' }],
      },
    ])
  })

  test('counts a party on its declared side where one leak says otherwise, marked disputed', () => {
    const leak = heard({
      ...{ on: '2025-11-20', stance: 'no_objection' },
      but: { speaker: { kind: 'anonymous' } },
    })
    const { differences: d, at } = differences([...parties, against, pro, leak])
    expect(atOnce(d.at(at())).computed).toMatchObject([
      {
        ...{ subject: CAP, apart: 1, apartLeast: 1, apartMost: 1 },
        stands: { against: [{ party: 'ukraine', stance: 'conflicting', disputed: true }] },
      },
    ])
  })

  test('has a party that contradicts what it declared itself possibly apart from both sides', () => {
    const told = [against, said({ on, by: 'bob' }), pro]
    const { differences: d, at } = differences([...parties, ...told])
    expect(atOnce(d.at(at())).computed).toMatchObject([
      {
        ...{ opposing: 0, surelyApart: 0, possiblyApart: 1, apartLeast: 0, apartMost: 1 },
        stands: { neither: [{ party: 'ukraine', stance: 'conflicting' }] },
      },
    ])
    expect(atOnce(d.at(at())).computed[0]?.stands.neither[0]).not.toHaveProperty('disputed')
  })

  test('is possible only, while the end of a side may have come', () => {
    const ending = said({ on, stance: 'opposes', until: '2025-11-20/..' })
    const { differences: d, at } = differences([...parties, ending, pro])
    expect(atOnce(d.at(at('2025-11-15T00:00Z'))).computed).toMatchObject([
      { apartLeast: 1, apartMost: 1 },
    ])
    expect(atOnce(d.at(at('2025-11-25T00:00Z'))).computed).toMatchObject([
      { apart: 1, apartLeast: 0, apartMost: 1 },
    ])
  })

  test('says of each stand whether what it rests on still stands', () => {
    const cited = said({ on, stance: 'opposes', but: { evidence: [{ source: 'wire' }] } })
    const { differences: d, at } = differences([
      ...parties,
      { type: 'source.recorded', body: { source: 'wire' } },
      ...[cited, pro],
      { type: 'source.amended', body: { source: 'wire', amendment: 'killed' } },
    ])
    const support = (revision: number) =>
      atOnce(d.at(at(undefined, revision))).computed[0]?.stands.against[0]?.support
    expect([support(6), support(7)]).toEqual(['supported', 'unsupported'])
  })

  test('says how far apart the numbers are that parties name', () => {
    const told = [named('ukraine', 'opposes', 800_000), named('russia', 'proposes', 600_000)]
    const { differences: d, at } = differences([...parties, ...told])
    expect(atOnce(d.at(at())).computed[0]).toMatchObject({
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
    expect(atOnce(d.at(at()))).toMatchObject({
      computed: [],
      reported: [
        {
          ...{ statement: idIn(open), atLeast: 3, between: ['ukraine', 'russia'], issues: ['cap'] },
          ...{ layer: 'reported', speaker: { kind: 'anonymous' }, attribution },
          ...{ revision: 4, occurred: { text: on }, support: 'uncited' },
        },
      ],
    })
    expect(atOnce(d.at(at('2025-11-09T00:00Z'))).reported).toEqual([])
    expect(atOnce(d.at(at(undefined, 3))).reported).toEqual([])
  })

  test('are declared where a party says so itself', () => {
    const openDifferences = { issues: ['cap'] }
    const own = said({ on, but: { openDifferences } })
    const { differences: d, at } = differences([...parties, own])
    expect(atOnce(d.at(at())).reported).toMatchObject([{ layer: 'declared', issues: ['cap'] }])
    expect(atOnce(d.at(at())).reported[0]).not.toHaveProperty('atLeast')
  })

  test('of a joint statement hold until the last of its speakers has taken it back', () => {
    const both = {
      ...{ speaker: { kind: 'party', id: 'russia' }, openDifferences: { atLeast: 3, issues: [] } },
      jointlyWith: [{ speaker: { kind: 'party', id: 'ukraine' } }],
    }
    const joint = said({ on: '2025-11-10', but: both })
    const takenBack = (on: string, by: string) => {
      const told = retracted(joint, on)
      return { ...told, body: { ...told.body, by: [by] } }
    }
    const taken = [takenBack('2025-11-20', 'russia'), takenBack('2025-11-25', 'ukraine')]
    const { differences: d, at } = differences([...parties, joint, ...taken])
    const reported = (on: string) => atOnce(d.at(at(`${on}T12:00Z`))).reported.length
    expect(['2025-11-24', '2025-11-26'].map(reported)).toEqual([1, 0])
  })

  test('hold until they are retracted', () => {
    const { differences: d, at } = differences([...parties, open, retracted(open, '2025-11-20')])
    expect(atOnce(d.at(at('2025-11-19T12:00Z'))).reported).toHaveLength(1)
    expect(atOnce(d.at(at('2025-11-20T12:00Z'))).reported).toMatchObject([{ possibly: true }])
    expect(atOnce(d.at(at('2025-11-21T00:00Z'))).reported).toEqual([])
    expect(atOnce(d.at(at('2025-11-21T00:00Z', 4))).reported).toHaveLength(1)
  })
})
