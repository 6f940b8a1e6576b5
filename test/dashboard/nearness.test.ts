import { describe, expect, test } from 'vitest'
import './english-page.ts'
import type { StanceMatrix } from '../../projections/stances/stance-cell.ts'
import { type Agreements, agreementsOf } from '../../src/dashboard/nearness/agreement.ts'
import { clustersOf, spreadLabels } from '../../src/dashboard/nearness/clusters.ts'
import { layoutOf } from '../../src/dashboard/nearness/layout.ts'

/** A matrix of stances on issues, one row for each party. */
function matrixOf(rows: Readonly<Record<string, readonly string[]>>): StanceMatrix {
  const subjects = (Object.values(rows)[0] ?? []).map((_, n) => ({ kind: 'issue', id: `i-${n}` }))
  return {
    parties: Object.keys(rows),
    subjects,
    rows: Object.entries(rows).map(([party, stances]) => ({
      party,
      cells: stances.map((stance, n) => ({ party, subject: subjects[n], stance })),
    })),
  } as unknown as StanceMatrix
}

describe('the agreement of two parties', () => {
  const { parties, pairs } = agreementsOf(
    matrixOf({
      a: ['supports', 'opposes', 'undecided', 'no_record'],
      b: ['proposes', 'no_objection', 'opposes', 'supports'],
      c: ['no_record', 'no_record', 'no_record', 'opposes'],
      silent: ['no_record', 'no_record', 'no_record', 'no_record'],
    }),
  )

  test('is the mean over the subjects on which both have a record', () => {
    expect(pairs[0]?.[1]).toEqual({ distance: 0.5, subjects: 3 })
    expect(pairs[1]?.[2]).toEqual({ distance: 1, subjects: 1 })
    expect(pairs[0]?.[2]).toEqual({ distance: undefined, subjects: 0 })
  })

  test('is not told of a party that has a record on less than a quarter of the subjects', () => {
    const many = Array.from({ length: 8 }, () => 'supports')
    const few = many.map((_, n) => (n === 0 ? 'opposes' : 'no_record'))
    const found = agreementsOf(matrixOf({ many, also: many, few }))
    expect([found.parties, found.tooFew]).toEqual([['many', 'also'], ['few']])
  })

  test('is not told of a party without a record', () => {
    expect(parties).toEqual(['a', 'b', 'c'])
  })
})

/** Agreements of parties that lie on a line, at those places. */
function onLine(places: Readonly<Record<string, number>>): Agreements {
  const at = Object.values(places)
  return {
    parties: Object.keys(places),
    tooFew: [],
    pairs: at.map((a) => at.map((b) => ({ distance: Math.abs(a - b), subjects: 9 }))),
  }
}

describe('the picture of agreements', () => {
  test('has the distances of the answers where a plane can, and says how far it is off', () => {
    const { points, stress } = layoutOf(onLine({ a: 0, b: 0.25, c: 1 }))
    const between = (one: string, other: string) => {
      const [x = 0, y = 0] = points.get(one) ?? []
      const [u = 0, v = 0] = points.get(other) ?? []
      return Math.hypot(x - u, y - v)
    }
    expect(between('a', 'b')).toBeCloseTo(0.25)
    expect(between('a', 'c')).toBeCloseTo(1)
    expect(stress).toBeCloseTo(0)
    const equal = (n: number) => Array.from({ length: n }, (_, a) => a)
    const apart = equal(6).map((a) =>
      equal(6).map((b) => ({ distance: a === b ? 0 : 1, subjects: 1 })),
    )
    expect(layoutOf({ parties: [...'abcdef'], tooFew: [], pairs: apart }).stress).toBeGreaterThan(
      0.2,
    )
  })

  test('is the same for the same answers, and lies as near as it can to another', () => {
    const line = onLine({ a: 0, b: 0.3, c: 1 })
    const first = layoutOf(line)
    expect(layoutOf(line)).toEqual(first)
    const like = new Map([...first.points].map(([party, [x, y]]) => [party, [-y, -x] as const]))
    const moved = layoutOf(onLine({ a: 0, b: 0.35, c: 1 }), like)
    for (const [party, [x, y]] of moved.points) {
      const [u, v] = like.get(party) ?? [9, 9]
      expect(Math.hypot(x - u, y - v), party).toBeLessThan(0.05)
    }
  })

  test('has room for parties that answer nothing in common, or all the same', () => {
    const none = { distance: undefined, subjects: 0 }
    const strangers = {
      parties: ['a', 'b'],
      tooFew: [],
      pairs: [
        [none, none],
        [none, none],
      ],
    }
    expect(layoutOf(strangers)).toMatchObject({ stress: 0 })
    const alike = layoutOf(onLine({ a: 0, b: 0, c: 0 }))
    expect(clustersOf(alike.points).map(({ parties }) => parties)).toEqual([['a', 'b', 'c']])
  })

  test('has labels that do not lie over each other', () => {
    const labels = spreadLabels([
      { x: 0, y: 10, text: 'Ardane' },
      { x: 10, y: 12, text: 'Korvitsa' },
      { x: 300, y: 12, text: 'Merand' },
    ])
    expect(labels.map(({ y }) => y)).toEqual([10, 26, 12])
  })

  test('a label is moved off a dot that it would lie over', () => {
    const dots = [
      { x: 40, y: 8, radius: 12 },
      { x: 400, y: 8, radius: 12 },
    ]
    const [label] = spreadLabels([{ x: 0, y: 10, text: 'Ardane' }], dots)
    const away = Math.abs((label?.y ?? 0) - 8)
    expect([away > 12, away < 40]).toEqual([true, true])
    const [beside] = spreadLabels([{ x: 0, y: 10, text: 'A' }], dots)
    expect(beside?.y).toBe(10)
  })
})
