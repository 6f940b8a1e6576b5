import { describe, expect, test } from 'vitest'
import { match } from '../../../projections/matching/match.ts'
import { labelled } from './labelled.ts'
import { WATER_LAW } from './water-law.ts'

const wording = (...texts: string[]) => texts.map((text) => ({ heading: null, text }))
const told = ({ left, right }: { left: readonly number[]; right: readonly number[] }) =>
  `${left.join(' ')} > ${right.join(' ')}`

describe('a labelled set of 200 revisions of a treaty, renumbered throughout', () => {
  const results = Array.from({ length: 200 }, (_, seed) => {
    const { before, after, truth } = labelled(seed)
    return { truth: new Set(truth), found: match(before, after).matches.map(told) }
  })
  const right = results.flatMap(({ truth, found }) => found.filter((one) => truth.has(one))).length
  const found = results.flatMap((one) => one.found).length
  const wanted = results.flatMap(({ truth }) => [...truth]).length

  test('of what is said to be the same, at least 99 in 100 are', () => {
    expect(right / found).toBeGreaterThanOrEqual(0.99)
  })

  test('of what is the same, at least 98.5 in 100 are found', () => {
    expect(right / wanted).toBeGreaterThanOrEqual(0.985)
  })

  test('merges and splits are among both', () => {
    const many = (list: Iterable<string>) => [...list].filter((one) => !/^\d+ > \d+$/.test(one))
    const trueMany = results.flatMap(({ truth }) => many(truth))
    const foundMany = results.flatMap(({ truth, found: all }) =>
      many(all).filter((one) => truth.has(one)),
    )
    expect(trueMany.length).toBeGreaterThan(100)
    expect(foundMany.length / trueMany.length).toBeGreaterThanOrEqual(0.85)
  })
})

type Named = { label: string; heading: null; text: string }

describe('matching', () => {
  test('goes by content: numbers that were given to others do not count', () => {
    const texts = WATER_LAW.slice(0, 6)
    expect(match(texts, texts.toReversed()).matches.map(told).sort()).toEqual(
      texts.map((_, n) => `${n} > ${5 - n}`),
    )
  })

  test('reports what it is not sure of, and does not guess', () => {
    const before = wording('The dam is closed at night.', 'Fish pass freely.')
    const after = wording('Vessels moor at the dam by day.', 'Fish pass freely.', 'Tolls end.')
    const { matches, uncertain } = match(before, after)
    expect(matches.map(told)).toEqual(['1 > 1'])
    for (const { alike } of uncertain) expect(alike).toBeLessThan(0.5)
  })

  test('is not sure where two are as alike', () => {
    const flow = (n: number) =>
      `The flow at Velin is at least ${n} cubic metres a second in spring.`
    const before = wording(flow(500))
    const after = wording(flow(480), flow(520))
    const { matches, uncertain } = match(before, after)
    expect(matches).toEqual([])
    expect(uncertain.map(({ left }) => left)).toEqual([[0]])
  })

  test('takes a clause that was rewritten for the same between neighbours that are', () => {
    const before = wording(
      'Aims of the Treaty.',
      'The lock opens at six in summer.',
      'Final words.',
    )
    const after = wording('Aims of the Treaty.', 'The lock opens before dawn.', 'Final words.')
    expect(match(before, after).matches.map(told)).toEqual(['0 > 0', '1 > 1', '2 > 2'])
  })

  test('takes empty clauses for the same in the same place alone', () => {
    const before = wording('Aims.', '', 'Final words.')
    expect(match(before, wording('Aims.', '', 'Final words.')).matches.map(told)).toContain('1 > 1')
    const moved = match(before, wording('', 'Aims.', 'Final words.')).matches.map(told)
    expect(moved).toEqual(['0 > 1', '2 > 2'])
  })

  const parts = (...labels: (readonly [label: string, text: string])[]) =>
    labels.map(([label, text]) => ({ label, heading: null, text }))
  const outline = parts(
    ['PART A', ''],
    ['1.', 'Basins of the river.'],
    ['PART B', ''],
    ['1.', 'Lakes of the plain.'],
  )

  test('knows an empty clause by the clause after it, whatever was put in before', () => {
    const after = parts(
      ...[['PART A', ''] as const, ['1.', 'Basins of the river.'] as const],
      ...[['2.', 'Canals and locks.'] as const, ['PART B', ''] as const],
      ...[
        ['1.', 'Ponds.'] as const,
        ['PART C', ''] as const,
        ['1.', 'Lakes of the plain.'] as const,
      ],
    )
    const found = match(outline, after).matches.map(told)
    expect(found).toEqual(['0 > 0', '1 > 1', '2 > 5', '3 > 6'])
  })

  test('knows an empty clause by its label where other clauses were put in around it', () => {
    const [a, one, b, lakes] = outline as [Named, Named, Named, Named]
    const after = [a, one, ...parts(['2.', 'Canals.']), b, ...parts(['1.', 'Ponds.']), lakes]
    const found = match(outline, after).matches.map(told)
    expect(found).toEqual(['0 > 0', '1 > 1', '2 > 3', '3 > 5'])
  })

  test('takes no empty clause for one of another kind, or for one of two with its label', () => {
    const [a, one, b, lakes] = outline as [Named, Named, Named, Named]
    const [item] = parts(['(c)', '']) as [Named]
    expect(match(outline, [a, one, item, ...parts(['(d)', 'x']), lakes]).matches.map(told)).toEqual(
      [...['0 > 0', '1 > 1', '3 > 4']],
    )
    const twice = [a, one, b, ...parts(['1.', 'Ponds.']), b, ...parts(['1.', 'Pools.']), lakes]
    expect(match(outline, twice).matches.map(told)).toEqual(['0 > 0', '1 > 1', '3 > 6'])
  })

  test('keeps identical clauses in their order', () => {
    const before = wording('Reserved.', 'Fish pass freely.', 'Reserved.', 'Tolls end in May.')
    const { matches } = match(before, before)
    expect(matches.map(told)).toEqual(['0 > 0', '1 > 1', '2 > 2', '3 > 3'])
  })

  const informs = (of: string, within: string) =>
    `The Secretariat informs the Parties of ${of} within ${within}.`
  const duties = wording(
    informs('storms', 'one week'),
    informs('droughts', 'one hour'),
    informs('spills', 'one day'),
    'The Secretariat keeps the minutes.',
    'The Secretariat keeps the archive.',
  )

  test('leaves a clause that was copied its identity, by its place and neighbours', () => {
    const copy = duties.toSpliced(2, 0, duties[1] as (typeof duties)[0])
    const { matches, uncertain } = match(duties, copy)
    expect(matches.map(told)).toEqual(['0 > 0', '1 > 1', '2 > 3', '3 > 4', '4 > 5'])
    expect(uncertain).toEqual([])
    const apart = match(duties, copy.toSpliced(0, 1)).matches.map(told)
    expect(apart).toEqual(['1 > 1', '2 > 2', '3 > 3', '4 > 4'])
    expect(match(copy, duties).matches.map(told)).toContain('1 > 1')
  })

  test('takes the same words before the like, and no pair by what others say as well', () => {
    const after = [0, 1, 1, 3].map((at) => duties[at] as (typeof duties)[0])
    const { matches, uncertain } = match(duties, [
      ...after,
      ...wording('The Secretariat keeps the seal.'),
    ])
    expect(matches.map(told)).toEqual(['0 > 0', '1 > 1', '3 > 3'])
    expect(uncertain.map(told).sort()).toEqual(['2 > 2', '4 > 4'])
  })

  test('takes a clause of many of a kind by what is its own', () => {
    const after = duties.with(1, ...(wording(informs('droughts', 'two hours')) as [never]))
    expect(match(duties, after).matches.map(told)).toContain('1 > 1')
  })

  test('takes the same text for the same whole, whatever of it is empty or there twice', () => {
    const text = wording('', '', 'Aims.', '…', '', '', 'Aims.', 'Aims.', '…', '')
    const same = text.map((_, n) => `${n} > ${n}`)
    expect(match(text, text).matches.map(told)).toEqual(same)
  })

  test('takes what the caller knows, in favour of a pair or against all', () => {
    const texts = WATER_LAW.slice(0, 2)
    const known = [
      { left: 0, right: 1 },
      { left: 1, right: null },
    ]
    expect(match(texts, texts, known).matches.map(told)).toEqual(['0 > 1'])
  })

  test.each([
    ['Ukrainian', 'Сторони негайно припиняють вогонь.', 'Сторони обмінюються всіма полоненими.'],
    ['Arabic', 'يلتزم الطرفان بوقف إطلاق النار فورا', 'يتبادل الطرفان جميع الأسرى'],
    ['Chinese', '双方立即停止一切军事行动', '双方交换所有被俘人员'],
  ])('knows the words of %s', (_, a, b) => {
    expect(match(wording(a, b), wording(b, a)).matches.map(told)).toEqual(['1 > 0', '0 > 1'])
  })
})
