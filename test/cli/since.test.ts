import { expect, test } from 'vitest'
import { Failure } from '../../src/cli/failure.ts'
import { sinceQuery } from '../../src/cli/since.ts'

const NOW = Date.parse('2026-03-02T10:30:00Z')
const since = (text: string) => sinceQuery(text, undefined, NOW)

test('a revision is one', () => {
  expect(since('41')).toEqual({ fromRevision: '41', fromValidTime: undefined })
})

test.each([
  ['24h', '2026-03-01T10:30:00.000Z'],
  ['2w', '2026-02-16T10:30:00.000Z'],
  ['today', '2026-03-02T00:00Z'],
  ['yesterday', '2026-03-01T00:00Z'],
  ['2026-02-10', '2026-02-10T00:00Z'],
  ['2026-02-10T08:00Z', '2026-02-10T08:00Z'],
  ['2026-02-10 08:00:30+02:00', '2026-02-10T08:00:30+02:00'],
])('%s is the time %s', (text, time) => {
  expect(since(text)).toEqual({ fromTransactionTime: time, fromValidTime: undefined })
})

test.each([
  ['01/02/2026', '2026-02-01 or 2026-01-02'],
  ['3 March 2026', '2026-03-03'],
])('the day that is meant by %s is told', (text, meant) => {
  expect(() => since(text)).toThrow(`--since must be ${meant}; not ${text}.`)
})

test.each(['tomorrow', '2026-02', '3 days', '2026-02-10T08:00', '99999999999d', 'toString'])(
  '%s is wrong use, in the words of the command line',
  (text) => {
    expect(() => since(text)).toThrow(Failure)
    expect(() => since(text)).toThrow(/^--since must be /)
  },
)
