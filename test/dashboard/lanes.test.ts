import { describe, expect, test } from 'vitest'
import './english-page.ts'
import type { TimelineItem } from '../../projections/timeline/timeline.ts'
import {
  COLUMN,
  laneColumns,
  laneMarks,
  type PlacedItem,
} from '../../src/dashboard/timeline/lane-layout.ts'
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

test('from afar a column counts what is in it, by tone', () => {
  const columns = laneColumns([
    placed(0),
    placed(1, 5, 'against'),
    placed(COLUMN * 3, COLUMN * 3, 'against'),
  ])
  expect(columns).toEqual([
    {
      x: 0,
      count: 2,
      tones: [
        ['against', 1],
        ['for', 1],
      ],
    },
    { x: COLUMN * 3, count: 1, tones: [['against', 1]] },
  ])
})

describe('a tone', () => {
  const statement = (...stances: string[]) =>
    ({ positions: stances.map((stance) => ({ party: 'a', stance })) }) as never
  test.each([
    [['supports'], 'for'],
    [['no_objection', 'undecided'], 'for'],
    [['opposes'], 'against'],
    [['opposes', 'proposes'], 'conflict'],
    [['undecided'], 'neither'],
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
    expect(toneOf(item(type), 'party a', undefined, 'kind')).toBe(tone)
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
