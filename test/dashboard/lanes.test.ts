import { describe, expect, test } from 'vitest'
import './english-page.ts'
import type { TimelineItem } from '../../projections/timeline/timeline.ts'
import { COLUMN, LaneColumns } from '../../src/dashboard/timeline/lane-columns.ts'
import { laneMarks, type PlacedItem } from '../../src/dashboard/timeline/lane-layout.ts'
import { lanesOf } from '../../src/dashboard/timeline/lanes-of.ts'
import { readZoom, zoomed, zoomText } from '../../src/dashboard/timeline/span.ts'
import { toneOf } from '../../src/dashboard/timeline/tones.ts'

const item = (type = 'statement.recorded') => ({ fact: { type } }) as TimelineItem
const placed = (from: number, until = from, tone: PlacedItem['tone'] = 'for'): PlacedItem => ({
  ...{ item: item(), tone },
  span: [from, until],
})

describe('marks of a lane from near', () => {
  test('do not cover each other', () => {
    const { marks, levels } = laneMarks([placed(100), placed(104), placed(400)], 1000)
    expect(marks.map(({ x, level }) => [x, level])).toEqual([
      [100, 0],
      [104, 1],
      [400, 0],
    ])
    expect(levels).toBe(2)
  })

  test('have words only where these touch nothing', () => {
    const { marks } = laneMarks([placed(100), placed(150), placed(950)], 1000)
    expect(marks.map(({ room }) => room > 0)).toEqual([false, true, false])
  })

  test('take no more than five rows', () => {
    expect(laneMarks(new Array(40).fill(placed(100)), 1000).levels).toBe(5)
  })
})

describe('a lane seen from afar', () => {
  const columnsOf = (...items: readonly (readonly [x: number, tone: PlacedItem['tone']])[]) => {
    const columns = new LaneColumns(COLUMN * 10)
    for (const [x, tone] of items) columns.add(x, tone)
    return columns
  }
  const some = columnsOf([0, 'for'], [3, 'against'], [COLUMN * 3, 'against'])

  test('counts what is in each column, and in the fullest', () => {
    expect([0, COLUMN - 1, COLUMN, COLUMN * 3].map((x) => some.countAt(x))).toEqual([2, 2, 0, 1])
    expect(some.most).toBe(2)
  })

  test('has one outline for each tone, one tone upon the other', () => {
    expect(some.outlines(2, 16, 20)).toEqual([
      ['against', 'M0 12h6v8h-6ZM21 8.69h6v11.31h-6Z'],
      ['for', 'M0 4h6v8h-6Z'],
    ])
  })

  test('is the same as one with as many of each tone in each column, and as no other', () => {
    const same = columnsOf([COLUMN * 3 + 2, 'against'], [1, 'against'], [2, 'for'])
    expect(some.isSame(same)).toBe(true)
    expect(some.isSame(columnsOf([0, 'for'], [3, 'for'], [COLUMN * 3, 'against']))).toBe(false)
    expect(some.isSame(new LaneColumns(COLUMN * 20))).toBe(false)
  })
})

describe('lanes', () => {
  const day = (n: number) => new Date(n * 86_400_000).toISOString()
  const onDay = (n: number | null, type = 'statement.recorded', party = 'a') =>
    ({
      kind: 'fact',
      at: { from: n && day(n), until: n && day(n) },
      mentions: [{ kind: 'party', id: party }],
      fact: { type },
    }) as unknown as TimelineItem
  const heads = ['party a', 'party b', 'meetings'].map((key) => ({ key, label: key }))
  const scale = { shown: [0, 86_400_000 * 10], begin: 100, end: 200, open: 50, width: 210 } as const
  const lanesIn = (items: readonly TimelineItem[]) => lanesOf(items, heads, scale, () => 'for')

  test('are those with anything in sight, in the order of their heads', () => {
    const lanes = lanesIn([onDay(5, 'meeting.announced'), onDay(2), onDay(30, 'x', 'b')])
    expect(lanes.map(({ key }) => key)).toEqual(['party a', 'meetings'])
  })

  test('have marks from near, at their time, what has no beginning before all', () => {
    const [lane] = lanesIn([onDay(5), onDay(null)])
    expect(lane?.columns).toBeUndefined()
    expect(lane?.columns === undefined && lane?.marks.map(({ x }) => x)).toEqual([50, 150])
  })

  test('have columns where they are too many to be marks', () => {
    const [lane] = lanesIn([...new Array(200).fill(onDay(5)), onDay(null)])
    expect([50, 150].map((x) => lane?.columns?.countAt(x))).toEqual([1, 200])
  })
})

describe('a tone', () => {
  const statement =
    (...stances: string[]) =>
    () =>
      ({ positions: stances.map((stance) => ({ party: 'a', stance })) }) as never
  test.each([
    [['supports'], 'for'],
    [['no_objection', 'undecided'], 'for'],
    [['opposes'], 'against'],
    [['opposes', 'proposes'], 'conflict'],
    [['undecided'], 'neither'],
    [['undecided', 'opposes', 'withdrawn'], 'against'],
    [['opposes', 'proposes', 'undecided'], 'conflict'],
    [[], 'none'],
  ])('of %j is %s', (stances, tone) => {
    expect(toneOf(item(), 'party a', statement(...stances), 'stance')).toBe(tone)
    expect(toneOf(item(), 'party b', statement(...stances), 'stance')).toBe('none')
  })

  test.each([
    ['statement.recorded', 'statement'],
    ['source.amended', 'issue'],
    ['draft.revised', 'draft'],
    ['party.listed', 'none'],
  ])('of the kind of %s is %s', (type, tone) => {
    expect(toneOf(item(type), 'party a', () => undefined, 'kind')).toBe(tone)
  })
})

describe('a stretch of time', () => {
  const DAY = 86_400_000
  test('keeps an instant in its place as it is zoomed, and has a least length', () => {
    expect(zoomed([0, 4 * DAY], 0.5, DAY)).toEqual([DAY / 2, 2.5 * DAY])
    expect(zoomed([0, DAY], 0.001, 0)).toEqual([0, DAY / 4])
  })

  test('is read from an address as it was written there, and from nothing else', () => {
    expect(readZoom(zoomText([0, DAY]))).toEqual([0, DAY])
    for (const text of [undefined, '', 'a/b', '2025-01-02/2025-01-01', '2025-01-02']) {
      expect(readZoom(text), text).toBeUndefined()
    }
  })
})
