import { expect, test } from 'vitest'
import '../english-page.ts'
import { guessLanguage, reportDay } from '../../../src/dashboard/reader/report-head.ts'
import { MEETINGS, readAs, reportText } from './known.ts'

const TODAY = '2025-10-28'

/** Reports of 300 words of each kind, with their language and the day that they give as theirs. */
const REPORTS: readonly (readonly [name: string, language: string, day: string])[] = [
  ['press.en.txt', 'en', '2025-10-24'],
  ['communique.en.txt', 'en', '2025-10-23'],
  ['wire.en.txt', 'en', '2025-10-23'],
  ['communique.fr.txt', 'fr', '2025-10-23'],
  ['wire.fr.txt', 'fr', '2025-10-24'],
  ['press.uk.txt', 'uk', '2025-10-24'],
]

const readWhole = (name: string) => {
  const [, language, day] = REPORTS.find(([own]) => own === name) ?? []
  return readAs(reportText(name), language ?? '', day ?? '', MEETINGS)
}

/** Meetings that are proposed: the id of a known one or the title of a new one, place and dates. */
function meetingsOf(name: string): string[] {
  return readWhole(name).proposals.flatMap(({ type, value }) => {
    if (!type.startsWith('meeting.')) return []
    const { meeting, opens, place, occurred, scheduled } = value as Record<string, string>
    const which = meeting || `new ${(opens as unknown as { title: string }).title}`
    return [[type.split('.')[1], which, place ?? '-', scheduled ?? occurred].join(' | ')]
  })
}

test('a report gives its language and its own day', () => {
  for (const [name, language, day] of REPORTS) {
    const text = reportText(name)
    expect([guessLanguage(text), reportDay(text, language, TODAY)], name).toEqual([language, day])
  }
  expect(guessLanguage('Umerov, Rubio, Witkoff')).toBeUndefined()
  expect(guessLanguage('قال الوزير إن المحادثات انتهت')).toBe('ar')
})

test('a day that a report tells of something else is not its own', () => {
  const day = (text: string) => reportDay(text, 'en', TODAY)
  expect(day('Talks end on 3 October')).toBeUndefined()
  expect(day('On 3 October 2025, the delegations met.')).toBeUndefined()
  expect(day('Kessen, 3 November 2025 - They met.')).toBeUndefined()
  expect(day('Tarrow met Qastari on 3 October 2025. They talked.')).toBeUndefined()
  expect(day('3 October 2025')).toBe('2025-10-03')
  expect(day('KESSEN, Friday, 3 October (Basin Wire) — They met.')).toBe('2025-10-03')
})

test('the own day of a report, without a year, is the last such day up to today', () => {
  const day = (text: string, today: string) => reportDay(text, 'en', today)
  const head = 'KESSEN, 15 December (Basin Wire) — They met.'
  expect(day(head, '2025-11-29')).toBe('2024-12-15')
  expect(day(head, '2025-12-15')).toBe('2025-12-15')
  expect(day(head, '2026-01-02')).toBe('2025-12-15')
})

test('what a report announces is no meeting that is over, nor on other days', () => {
  expect(meetingsOf('press.en.txt')).toEqual([
    'convened | new Meeting of Ostap Halvych and Gleb Storozhin | - | 2025-10-22',
    'announced | belostrug | - | 2025-11-04',
    'convened | stannick | - | 2025-10-20',
  ])
  const why = readWhole('press.en.txt').unread.map((one) => one.why)
  expect(why).toContain('names a meeting that, by the ledger, was over or on other days')
  expect(meetingsOf('press.uk.txt')).toEqual([
    'convened | new Meeting of Ostap Halvych and Maksym Zaruba | - | 2025-10-22',
    'announced | new Meeting of Ostrenka and Korvitsa | - | 2025-11-04',
  ])
})

test('meetings of communiqués and wire copy have their place and their days', () => {
  expect(meetingsOf('communique.en.txt')).toEqual([
    'convened | new Talks in Port-Aubel | Port-Aubel | 2025-10-22',
    'announced | new Talks in Linyue | Linyue | 2026-01-12',
  ])
  expect(meetingsOf('wire.en.txt')).toEqual([
    'announced | new Talks in Dar Salwa | Dar Salwa | 2025-11-06',
  ])
  expect(meetingsOf('communique.fr.txt')).toEqual([
    'convened | new Talks in Sauvelle | Sauvelle | 2025-10-22',
    'announced | new Talks in Port-Aubel | Port-Aubel | 2025-11-05',
  ])
  expect(meetingsOf('wire.fr.txt')).toEqual([
    'convened | stannick | - | 2025-10-20',
    'announced | new Talks in Linyue | Linyue | 2025-11-03/2025-11-05',
  ])
})

test('a place is where they met: not a party by its name, nor where something else is', () => {
  const placeOf = (text: string) =>
    readAs(text, 'en', '2025-10-22').proposals.map(({ value }) => value.place)
  expect(placeOf('Merand and Saffara met on the feud in Qarim on Sunday in Kessen.')).toEqual([
    'Kessen',
  ])
  expect(placeOf('Merand and Saffara met on Sunday about the war in Kessen.')).toEqual([undefined])
  expect(placeOf('In Kessen, Merand and Saffara met on Sunday.')).toEqual(['Kessen'])
})

test('statements have the speaker and the day that the report gives', () => {
  const spoken = readWhole('wire.en.txt').proposals.filter(({ type }) => type.startsWith('state'))
  expect(spoken.map(({ value }) => (value.speaker as { id?: string }).id)).toEqual([
    ...['mombrun', 'mombrun', 'wendlock', undefined, 'bargash', 'bargash'],
  ])
  expect(new Set(spoken.map(({ value }) => value.occurred))).toEqual(new Set(['2025-10-23']))
})
