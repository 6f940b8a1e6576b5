import { describe, expect, test } from 'vitest'
import { parseUncertainDate, UncertainDateError } from '../../events/uncertain-date.ts'
import { whatOf } from '../words/in-english.ts'

function refused(text: string, why: string, part = text): void {
  const error = errorOf(text)
  expect(error).toBeInstanceOf(UncertainDateError)
  expect(whatOf((error as UncertainDateError).reason)).toBe(`"${part}" ${why}`)
}

function errorOf(text: string): unknown {
  try {
    return parseUncertainDate(text)
  } catch (error) {
    return error
  }
}

const LAST_X = 'is EDTF level 2: only its last digits may be X, as in 201X or 2025-XX'
const NO_SET = 'is EDTF level 2: instead of a set, write an interval such as 2025-11/2025-12'
const AT_END = 'is EDTF level 2: qualify the whole date, with ~, ? or % at its end'
const NO_E_S = 'is EDTF level 2: write the year out, without E or S'
const CAPITALS = 'is in lower case: write T, X, Y and Z in capitals'
const INVERTED = 'ends before it begins: write the earlier date first'
const NO_TIME = 'has no time of day that is understood: write one such as 14:00-05:00'
const OFFSET = 'needs an offset: add Z, or one such as -05:00'
const REACH = 'is out of reach: years go from -271820 to 275759'
const MISUSED_Y = 'misuses Y: it goes before a year of more than four digits, and nothing follows'
const NONE = 'is not understood: write a date such as 2025-11-30, or 2025-11'
const OPEN = 'names no date: where both sides are open, write ../'

test('a refusal is an error of its own that quotes the text', () => {
  refused('soon', NONE)
  expect(() => parseUncertainDate('soon')).toThrow('"soon": date_not_understood')
})

describe('as another country or a program writes it', () => {
  test.each([
    ['01/02/2026', 'does not begin with its year: write 2026-02-01 or 2026-01-02'],
    ['1.2.2026', 'does not begin with its year: write 2026-02-01 or 2026-01-02'],
    ['30.11.2025', 'does not begin with its year: write 2025-11-30'],
    ['31/12/2026', 'does not begin with its year: write 2026-12-31'],
    ['12-31-2026', 'does not begin with its year: write 2026-12-31'],
    ['02/02/2026', 'does not begin with its year: write 2026-02-02'],
    ['30/02/2026', 'names no day: 2026-02 has the days 01 to 28, write one of them', '2026-02-30'],
    ['03/2026', 'does not begin with its year: write 2026-03'],
    ['3-2026', 'does not begin with its year: write 2026-03'],
    ['01/02/26', 'has a year of two digits: write the year first, with four, as in 2025-11-30'],
    ['26-03-01', 'has a year of two digits: write the year first, with four, as in 2025-11-30'],
    ['2026/2/1', 'has other signs than hyphens: write 2026-02-01'],
    ['2026−03−01', 'has other signs than hyphens: write 2026-03-01'],
    ['2026年3月1日', 'has other signs than hyphens: write 2026-03-01'],
    ['2026-0301', 'has other signs than hyphens: write 2026-03-01'],
    ['2026-Q1', 'names a quarter: write its months, 2026-01/2026-03'],
    ['2026-03-01..2026-03-05', 'is an interval in another form: write 2026-03-01/2026-03-05'],
    ['2026-03 – 2026-05', 'is an interval in another form: write 2026-03/2026-05'],
    ['c. 2026', 'is approximate: write 2026~'],
    ['~2026-03-01', 'is approximate: write 2026-03-01~'],
    ['1743465600', 'looks like seconds since 1970: write 2025-04-01T00:00:00Z'],
    ['1743465600123', 'looks like milliseconds since 1970: write 2025-04-01T00:00:00.123Z'],
  ])('%s', refused)
})

describe('with its month in words', () => {
  test.each([
    ['3 March 2026', '2026-03-03'],
    ['March 3rd, 2026', '2026-03-03'],
    ['Sept. 2026', '2026-09'],
    ['1 березня 2026 р.', '2026-03-01'],
    ['Sun, 01 Mar 2026 12:00:00 GMT', '2026-03-01T12:00:00Z'],
    ['the 1st of May 2026', '2026-05-01'],
  ])('%s', (text, meant) => refused(text, `has its month in words: write ${meant}`))

  test.each(['1 March', 'March', '1 March 2026 at noon', 'ma 2026'])(
    '%s is no date for all that',
    (text) => refused(text, NONE),
  )
})

describe('by the day on which it is read', () => {
  test.each(['today', 'Yesterday', 'now', 'last week', '3 days ago', '24h', 'вчора'])(
    '%s',
    (text) => refused(text, 'depends on when it is read: write the day itself, such as 2025-11-30'),
  )
})

describe('not on the calendar', () => {
  test.each([
    ['2025-02-30', 'names no day: 2025-02 has the days 01 to 28, write one of them'],
    ['2025-02-29', 'names no day: 2025-02 has the days 01 to 28, write one of them'],
    ['1900-02-29', 'names no day: 1900-02 has the days 01 to 28, write one of them'],
    ['2025-11-31', 'names no day: 2025-11 has the days 01 to 30, write one of them'],
    ['2025-11-00', 'names no day: 2025-11 has the days 01 to 30, write one of them'],
    ['2025-02-30T14:00Z', 'names no day: 2025-02 has the days 01 to 28, write one of them'],
    ['2025-13', 'names no month: write 01 to 12, or a season 21 to 24'],
    ['2025-00', 'names no month: write 01 to 12, or a season 21 to 24'],
    ['2025-42', 'names no month: write 01 to 12, or a season 21 to 24'],
    ['2025-13-XX', 'names no month: write 01 to 12, or a season 21 to 24'],
    ['2025-21-01', 'names no month: write 01 to 12'],
    ['2025-13-01', 'names no month: write 01 to 12'],
    ['2025-30-01', 'names no month: write 01 to 12'],
    ['-0000', 'has a year -0000: write 0000'],
    ['-0000-01-01', 'has a year -0000: write 0000'],
  ])('%s', refused)
})

describe('not a time of day', () => {
  test.each([
    ['2025-11-30T14:00', OFFSET],
    ['2025-11-30T14:00:00.000', OFFSET],
    ['2025-11-30T14:00~', OFFSET],
    ['2025-11-30T24:00Z', 'has an hour 24: write 00:00 of the next day'],
    ['2025-11-30T25:00Z', 'has no such hour: write 00 to 23'],
    ['2025-11-30T14:60Z', 'has no such minute: write 00 to 59'],
    ['2016-12-31T23:59:60Z', 'has a leap second, which cannot be kept: write 59'],
    ['2025-11-30T14:00:61Z', 'has no such second: write 00 to 59'],
    ['2025-11-30T14:00:00.0001Z', 'is finer than a millisecond: write at most three decimals'],
    ['2025-11-30T14:00+24:00', 'has no such offset: write -23:59 to +23:59'],
    ['2025-11-30T14:00+05:60', 'has no such offset: write -23:59 to +23:59'],
    ['2025-11-30T14:00-00:00', 'has an offset of minus nothing: write Z or +00:00'],
    ['2025-11-30T14Z', NO_TIME],
    ['2025-11-30T1400Z', NO_TIME],
    ['2025-11-30T14:00+0500', 'has an offset in another form: write 2025-11-30T14:00+05:00'],
    ['2025-11-30T14:00 UTC', 'has an offset in another form: write 2025-11-30T14:00Z'],
    ['2025-11-30 14:00:00 GMT', 'has an offset in another form: write 2025-11-30T14:00:00Z'],
    ['2025-11-30Z', 'has an offset and no time of day: write 2025-11-30, or add the time'],
    ['2025-11-30T14:00 Europe/Kyiv', 'names a time zone: write the offset instead, such as +02:00'],
    ['2025-11-30T', NO_TIME],
    ['2025-11-30T14:XXZ', NO_TIME],
    ['2025-11T14:00Z', NO_TIME],
    ['2025-11-30 14:00Z', 'has a blank before its time of day: write T'],
  ])('%s', refused)
})

describe('not written as ISO 8601 writes it', () => {
  test.each([
    ['', 'is empty: write a date such as 2025-11-30'],
    [' 2025-11-30', 'has blanks around it: remove them'],
    ['2025-11-30\n', 'has blanks around it: remove them'],
    ['2025-11-30t14:00Z', CAPITALS],
    ['2025-11-30T14:00z', CAPITALS],
    ['201x', CAPITALS],
    ['y17000', CAPITALS],
    ['20251130', 'is in the basic format: write 2025-11-30'],
    ['202511', 'is in the basic format: write 2025-11'],
    ['20251130T140000Z', 'is in the basic format: write 2025-11-30T14:00:00Z'],
    ['20251345', 'names no month: write 01 to 12', '2025-13-45'],
    ['2025-W48', 'is a week date: write the days, as in 2025-11-24/2025-11-30'],
    ['2025-334', 'counts the days of the year: write month and day, as in 2025-11-30'],
    ['2025-4-3', 'has a month or day of one digit: write 2025-04-03'],
    ['2025-4', 'has a month or day of one digit: write 2025-04'],
    ['2025-4-31', 'names no day: 2025-04 has the days 01 to 30, write one of them', '2025-04-31'],
    ['+002025', 'has a year of more than four digits: write Y before it'],
    ['17000', 'has a year of more than four digits: write Y before it'],
    ['2025-11-30?~', 'has two qualifiers: write % for both uncertain and approximate'],
    ['２０２５', 'has digits other than 0 to 9: write 2025'],
    ['٢٠٢٦-٠٣-٠١', 'has digits other than 0 to 9: write 2026-03-01'],
    ['x', NONE],
  ])('%s', refused)
})

describe('years out of reach', () => {
  test.each([
    ['Y170000002', REACH],
    ['Y-170000002', REACH],
    ['Y275760', REACH],
    ['Y-271821', REACH],
    ['Y2025', MISUSED_Y],
    ['Y02025', MISUSED_Y],
    ['Y17000-05', MISUSED_Y],
  ])('%s', refused)
})

describe('EDTF level 2', () => {
  test.each([
    ['[1667,1668,1670..1672]', NO_SET],
    ['{1960,1961-12}', NO_SET],
    ['2004?-06', AT_END],
    ['?2004-06-~11', AT_END],
    ['Y-17E7', NO_E_S],
    ['1950S2', NO_E_S],
    ['Y171010000S3', NO_E_S],
    ['156X-12-25', LAST_X],
    ['1XXX', LAST_X],
    ['XXXX-12-XX', LAST_X],
    ['1984-1X', LAST_X],
    ['2001-34', 'is EDTF level 2: of seasons only 21 to 24 are understood'],
  ])('%s', refused)
})

describe('intervals', () => {
  test.each([
    ['2025-11-30/2025-11-29', INVERTED],
    ['2025-12/2025-11', INVERTED],
    ['2025/2024-12-31', INVERTED],
    ['2025-11-30T14:01Z/2025-11-30T14:00Z', INVERTED],
    ['2025/2026/2027', 'has more than one /: write an interval as a/b'],
    ['/', OPEN],
    ['..', OPEN],
  ])('%s', (text, why) => refused(text, why))

  test.each([
    [
      '2025-11-31/2025-12',
      '2025-11-31',
      'names no day: 2025-11 has the days 01 to 30, write one of them',
    ],
    ['2025-11-30/20251201', '20251201', 'is in the basic format: write 2025-12-01'],
    ['2025-11-30T14:00/..', '2025-11-30T14:00', OFFSET],
    ['2025-11-30 / 2025-12-01', '2025-11-30 ', 'has blanks around it: remove them'],
    ['2025-11-30/P1D', 'P1D', NONE],
  ])('%s is refused for its side %s', (text, side, why) => refused(text, why, side))
})
