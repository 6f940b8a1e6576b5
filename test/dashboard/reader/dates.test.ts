import { expect, test } from 'vitest'
import '../english-page.ts'
import { parseUncertainDate } from '../../../events/uncertain-date.ts'
import { datesIn } from '../../../src/dashboard/reader/dates.ts'
import { lexiconOf, type ReaderLexicon } from '../../../src/dashboard/reader/lexicon.ts'
import { tokensIn } from '../../../src/dashboard/reader/tokens.ts'

/** Dates as a report of Wednesday, 22 October 2025 tells them. */
function datesOf(text: string, language = 'en', isPlan = false): string[] {
  const lexicon = lexiconOf(language) as ReaderLexicon
  const tokens = tokensIn(text, { start: 0, end: text.length })
  const found = datesIn(text, tokens, lexicon, { published: '2025-10-22', isPlan })
  for (const { date } of found) expect(parseUncertainDate(date).text).toBe(date)
  return found.map(({ date }) => date)
}

test('dates are read as uncertain as they are told', () => {
  const told: Readonly<Record<string, readonly string[]>> = {
    'on 30 September 2025': ['2025-09-30'],
    'on September 30, 2025': ['2025-09-30'],
    'the 3rd of October': ['2025-10-03'],
    'on 15 November': ['2025-11-15'],
    'on 15 December': ['2024-12-15'],
    'about 3 October': ['2025-10-03~'],
    'before 3 October': ['../2025-10-03'],
    'after 3 October': ['2025-10-03/..'],
    'from 3 to 5 October': ['2025-10-03/2025-10-05'],
    '3–5 October 2025': ['2025-10-03/2025-10-05'],
    'in May': ['2025-05'],
    'in early November 2025': ['2025-11'],
    'they may come': [],
    'on 2025-09-30 or 30.09.2025': ['2025-09-30', '2025-09-30'],
    'on Monday': ['2025-10-20'],
    'next Monday': ['2025-10-27'],
    'on Wednesday': ['2025-10-22'],
    'yesterday, today and tomorrow': ['2025-10-21', '2025-10-22', '2025-10-23'],
    'on 31 September': [],
    'of 750 cubic metres in 2025': [],
  }
  for (const [text, dates] of Object.entries(told)) expect(datesOf(text), text).toEqual(dates)
})

test('in a sentence about what is to come a day is the next one', () => {
  expect(datesOf('on 15 December', 'en', true)).toEqual(['2025-12-15'])
  expect(datesOf('on 3 January', 'en', true)).toEqual(['2026-01-03'])
  expect(datesOf('on Wednesday', 'en', true)).toEqual(['2025-10-29'])
})

test('in French and Ukrainian too', () => {
  expect(datesOf('le 1er octobre 2025, mardi, en août', 'fr')).toEqual([
    ...['2025-10-01', '2025-10-21', '2025-08'],
  ])
  expect(datesOf("du 3 au 5 octobre, avant le 6 octobre, aujourd'hui", 'fr')).toEqual([
    ...['2025-10-03/2025-10-05', '../2025-10-06', '2025-10-22'],
  ])
  expect(datesOf('1 жовтня 2025 року, у вівторок, до 3 жовтня, у травні', 'uk')).toEqual([
    ...['2025-10-01', '2025-10-21', '../2025-10-03', '2025-05'],
  ])
  const fridays = "п'ятниця, п’ятницю, пʼятницю"
  expect(datesOf(fridays, 'uk')).toEqual(Array(3).fill('2025-10-17'))
})
