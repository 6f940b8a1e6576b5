import { expect, test } from 'vitest'
import './english-page.ts'
import type { MeetingReply } from '../../projections/meetings/meeting-reply.ts'
import { MOST_WEEKS, stripOf } from '../../src/dashboard/meetings/strip-weeks.ts'

const DAY = 86_400_000

const meeting = (day: string, state = 'concluded', days = 1) => {
  const from = `${day}T00:00:00.000Z`
  const until = new Date(Date.parse(from) + days * DAY).toISOString()
  const occurred = { text: day, from, until }
  return { title: day, state, scheduled: null, tookPlace: occurred } as unknown as MeetingReply
}

test('days stand in weeks that begin on Monday', () => {
  const { days, weeks, without } = stripOf([meeting('2025-12-07'), meeting('2025-12-08')])
  expect(weeks.map((monday) => new Date(monday).toISOString().slice(0, 10))).toEqual([
    '2025-12-01',
    '2025-12-08',
  ])
  expect(days.map(({ row, column }) => [row, column])).toEqual([
    [6, 0],
    [0, 1],
  ])
  expect(without).toBe(0)
})

test('of several meetings on one day one that was held shows', () => {
  const { days } = stripOf([meeting('2025-12-01', 'cancelled'), meeting('2025-12-01')])
  expect(days).toMatchObject([{ state: 'held', meetings: [{}, {}] }])
})

test.each([
  ['announced', 'planned'],
  ['postponed', 'postponed'],
  ['denied', 'off'],
  ['suspended', 'held'],
])('a meeting that is %s is drawn as %s', (state, drawn) => {
  expect(stripOf([meeting('2025-12-01', state)]).days[0]?.state).toBe(drawn)
})

test('what has no day, or is before the weeks shown, is counted', () => {
  const { weeks, days, without } = stripOf([
    meeting('2020-01-01'),
    meeting('2025-12-01'),
    meeting('2025-11-01', 'announced', 30),
  ])
  expect([weeks.length, days.length, without]).toEqual([MOST_WEEKS, 1, 2])
  expect(stripOf([meeting('2025-11-01', 'announced', 30)])).toEqual({
    ...{ days: [], weeks: [], without: 1 },
  })
})
