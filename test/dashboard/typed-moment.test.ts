import { describe, expect, test } from 'vitest'
import './english-page.ts'
import { lengthOfSpan } from '../../src/dashboard/words/span.ts'
import { readTypedMoment } from '../../src/dashboard/words/typed-moment.ts'
import { clockTimeAt, instantOf } from '../../src/dashboard/words/zoned.ts'

/** A Friday noon in Kyiv, which is two hours ahead of UTC in winter. */
const NOW = Date.parse('2025-12-05T10:00:00Z')

const read = (
  text: string,
  more: { edge?: 'start' | 'end'; zone?: string; latest?: number } = {},
) => {
  const context = { now: NOW, zone: 'Europe/Kyiv', latest: NOW, edge: 'end' as const, ...more }
  const typed = readTypedMoment(text, context)
  return typed.kind === 'time' ? new Date(typed.time).toISOString() : typed
}

describe('what is typed is read', () => {
  test.each([
    ['2 Dec', '2025-12-02T21:59:59.999Z'],
    ['2 Dec 23:59', '2025-12-02T21:59:59.999Z'],
    ['2 December 2025, 08:45', '2025-12-02T06:45:59.999Z'],
    ['Dec 2', '2025-12-02T21:59:59.999Z'],
    ['dec 2 2024 at 6pm', '2024-12-02T16:00:59.999Z'],
    ['2nd Dec', '2025-12-02T21:59:59.999Z'],
    ['6 Dec', '2024-12-06T21:59:59.999Z'],
    ['29 Feb', '2024-02-29T21:59:59.999Z'],
    ['1 Sept', '2025-09-01T20:59:59.999Z'],
    ['2.12.2025 18:00', '2025-12-02T16:00:59.999Z'],
    ['2025-12-02', '2025-12-02T21:59:59.999Z'],
    ['2025-12-02 18:00', '2025-12-02T16:00:59.999Z'],
    ['2025-12-02T18:00', '2025-12-02T16:00:59.999Z'],
    ['2025-12-02T18:00Z', '2025-12-02T18:00:59.999Z'],
    ['2025-12-02T18:00:30Z', '2025-12-02T18:00:30.000Z'],
    ['2025-12-02T18:00+03:00', '2025-12-02T15:00:59.999Z'],
    ['today', '2025-12-05T21:59:59.999Z'],
    ['yesterday', '2025-12-04T21:59:59.999Z'],
    ['Yesterday 18:00', '2025-12-04T16:00:59.999Z'],
    ['tomorrow 9am', '2025-12-06T07:00:59.999Z'],
    ['12am', '2025-12-04T22:00:59.999Z'],
    ['monday', '2025-12-01T21:59:59.999Z'],
    ['last Friday 7:30', '2025-11-28T05:30:59.999Z'],
    ['11:30', '2025-12-05T09:30:59.999Z'],
    ['18:00', '2025-12-04T16:00:59.999Z'],
  ])('%s', (text, instant) => {
    expect(read(text)).toBe(instant)
  })

  test.each([
    ['now', { kind: 'now' }],
    ['-3d', { kind: 'ago', span: '-3d' }],
    ['−24 h', { kind: 'ago', span: '-24h' }],
    ['3 days ago', { kind: 'ago', span: '-3d' }],
    ['a week ago', { kind: 'ago', span: '-1w' }],
    ['entry 37', { kind: 'entry', entry: 37 }],
    ['#37', { kind: 'entry', entry: 37 }],
    ['entry 0', { kind: 'entry', entry: 0 }],
  ])('%s', (text, typed) => {
    expect(read(text)).toEqual(typed)
  })

  test('from the first instant of a day or minute, where something begins there', () => {
    expect(read('2 Dec', { edge: 'start' })).toBe('2025-12-01T22:00:00.000Z')
    expect(read('2 Dec 18:00', { edge: 'start' })).toBe('2025-12-02T16:00:00.000Z')
  })

  test('a day without a year is the latest up to an instant, which may be long ago', () => {
    expect(read('2 Dec', { latest: Date.parse('2023-07-01T00:00:00Z') })).toBe(
      '2022-12-02T21:59:59.999Z',
    )
  })

  test('by the clock of the zone, also on the days on which it is put forward and back', () => {
    const zone = 'America/New_York'
    expect(read('9 Mar 2025 01:30', { zone })).toBe('2025-03-09T06:30:59.999Z')
    expect(read('9 Mar 2025 03:30', { zone })).toBe('2025-03-09T07:30:59.999Z')
    expect(read('9 Mar 2025', { zone })).toBe('2025-03-10T03:59:59.999Z')
    expect(read('2 Nov 2025', { zone })).toBe('2025-11-03T04:59:59.999Z')
  })
})

describe('what is not understood is told, with what to type', () => {
  test.each([
    ['', 'No moment is given.'],
    ['2', '“2” is not understood.'],
    ['2 D', '“2 D” is not understood.'],
    ['2 Dece 2025 x', '“2 Dece 2025 x” is not understood.'],
    ['2 Decembre', '“2 Decembre” is not understood.'],
    ['31 Feb 2025', 'February 2025 has no day 31.'],
    ['30 Feb', 'February 2025 has no day 30.'],
    ['2025-13-01', 'There is no month 13.'],
    ['2025-02-30T10:00Z', 'February 2025 has no day 30.'],
    ['2025-02-03T25:00Z', '“2025-02-03T25:00Z” is no instant of the calendar.'],
    ['202511-12-02', '“202511-12-02” is not understood.'],
    ['2 Dec 24:00', '“24:00” is no time of day: hours go to 23, minutes to 59.'],
    ['2 Dec 13pm', '“13pm” is no time of day: hours go to 23, minutes to 59.'],
    ['02/12/2025', 'In “02/12/2025” day and month cannot be told apart: name the month.'],
    ['2 months ago', 'A month is no fixed span: count days or weeks.'],
    ['soon', '“soon” is not understood.'],
  ])('%s', (text, problem) => {
    expect(read(text)).toEqual({
      kind: 'problem',
      problem: expect.stringMatching(new RegExp(`^${escaped(problem)} Type a day such as 2 Dec`)),
    })
  })
})

test('a clock gives back the instant that it shows, to the minute, in every zone', () => {
  for (const zone of ['UTC', 'Asia/Kolkata', 'America/New_York', 'Pacific/Auckland']) {
    for (const text of ['2025-12-01T09:10Z', '2026-03-29T00:30Z', '2026-07-01T23:59Z']) {
      const time = Date.parse(text)
      expect(instantOf(clockTimeAt(time, zone), zone), `${zone} ${text}`).toBe(time)
    }
  }
})

test('only the spans that an address has have a length', () => {
  expect(['-24h', '-3d', '-1w', '-90m'].map(lengthOfSpan)).toEqual(
    [24, 72, 168, 1.5].map((hours) => hours * 3_600_000),
  )
  for (const text of ['3d', '-d', '-3y', '', '-3d ']) expect(lengthOfSpan(text)).toBeUndefined()
})

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
