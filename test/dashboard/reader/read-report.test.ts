import { expect, test } from 'vitest'
import '../english-page.ts'
import type { ReportReading } from '../../../src/dashboard/reader/read-report.ts'
import { readAs, reportText } from './known.ts'

/** What was proposed, in short: type, date, who, and the words or participants. */
function shortOf({ proposals }: ReportReading): string[] {
  return proposals.map(({ type, value }) => {
    const { occurred, scheduled, certainty, speaker, onBehalfOf, wording, place, participants } =
      value as Record<string, string>
    const who = speaker as unknown as { id?: string; describedAs?: string } | undefined
    const present = (participants ?? []) as unknown as { party?: string; person?: string }[]
    const parts =
      type === 'statement.recorded'
        ? [who?.id ?? who?.describedAs ?? 'nobody', onBehalfOf, wording]
        : [place, ...present.map(({ person, party }) => person ?? party), scheduled, certainty]
    return [type.split('.')[1], occurred, ...parts.filter(Boolean)].join(' ')
  })
}

const wordsOf = (text: string, { start, end }: { start: number; end: number }) =>
  text.slice(start, end)

test('a report in English: quotations with their speakers, meetings, and what is left', () => {
  const text = reportText('seats.en.txt')
  const reading = readAs(text, 'en', '2025-10-21')
  expect(shortOf(reading)).toEqual([
    'convened 2025-10-20 Stannick tarrow qastari',
    'recorded 2025-10-21 tarrow merand quoted',
    'recorded 2025-10-21 qastari saffara quoted',
    'recorded 2025-10-21 nobody quoted',
    'recorded 2025-10-21 thrupp pellin quoted',
    'recorded 2025-10-21 ashdown pellin paraphrased',
    'announced 2025-10-21 Belostrug korvitsa tolmary 2025-11-04 planned',
    'recorded 2025-10-21 storozhin tolmary quoted',
    'recorded 2025-10-21 nobody partly_quoted',
  ])
  const [, , , pronoun, , , , , several] = reading.proposals
  expect(pronoun?.missing[0]).toBe('who spoke: no known name stands at the verb')
  expect(several?.missing[0]).toBe('who spoke: Jocasta Thrupp or Wilmot Ashdown')
  const brittle = reading.unread.find((one) => wordsOf(text, one).includes('“brittle”'))
  expect(brittle?.why).toBe('words in quotation marks without a verb that says who spoke')
})

test('every sentence is either proposed from or told as unread', () => {
  for (const [name, language] of [
    ['seats.en.txt', 'en'],
    ['fund.fr.txt', 'fr'],
    ['inspectors.uk.txt', 'uk'],
  ] as const) {
    const text = reportText(name)
    const { proposals, unread } = readAs(text, language, '2025-10-22')
    const told = [...proposals, ...unread].map(({ start, end }) => ({ start, end }))
    for (const { index } of text.matchAll(/[.!?»”]+\s/g)) {
      const isTold = told.some(({ start, end }) => start <= index + 3 && index - 120 <= end)
      expect(isTold, text.slice(index - 40, index)).toBe(true)
    }
  }
})

test('a report in French', () => {
  const reading = readAs(reportText('fund.fr.txt'), 'fr', '2025-10-22')
  expect(shortOf(reading)).toEqual([
    'recorded 2025-10-22 lamarque vessany quoted',
    'convened 2025-10-21 Port-Aubel vessany nilune',
    'recorded 2025-10-22 mombrun nilune paraphrased',
    'announced 2025-10-22 Linyue vessany nilune shanlu 2025-11-03/2025-11-05 planned',
  ])
})

test('a report in Ukrainian, whose names are inflected', () => {
  const reading = readAs(reportText('inspectors.uk.txt'), 'uk', '2025-10-22')
  expect(shortOf(reading)).toEqual([
    'convened 2025-10-21 ostrenka korvitsa',
    'recorded 2025-10-22 levytska ostrenka quoted',
    'recorded 2025-10-22 zaruba ostrenka paraphrased',
    'announced 2025-10-22 ostrenka korvitsa 2025-11-04 planned',
  ])
})

test('of a language without rules nothing is proposed, and the page says so', () => {
  const { proposals, unread } = readAs('“Нет”, сказал Сторожин.', 'ru', '2025-10-22')
  expect(proposals).toEqual([])
  expect(unread).toEqual([
    { start: 0, end: 23, why: 'a report in “ru”: the rules read English, French and Ukrainian' },
  ])
})

test('nobody is filled in whom the sentence does not name at its verb', () => {
  const speakerOf = (text: string) =>
    readAs(text, 'en', '2025-10-22').proposals.map(({ value }) => value.speaker)
  const thrupp = { kind: 'person', id: 'thrupp' }
  expect(speakerOf('“We will not be moved by this,” she said.')).toEqual([{}])
  expect(speakerOf('“We will not be moved by this,” Thrupp told Qastari.')).toEqual([thrupp])
  expect(speakerOf('“We will not be moved by this,” said Pellin’s Jocasta Thrupp.')).toEqual([
    thrupp,
  ])
  expect(speakerOf('“We will not be moved by this,” Pellin said in a statement.')).toEqual([
    { kind: 'party', id: 'pellin' },
  ])
  expect(speakerOf('“We will not be moved by this,” the Basin Wire wrote.')).toEqual([
    { kind: 'outlet', describedAs: 'Basin Wire' },
  ])
  expect(speakerOf('Thrupp said that “Qastari said no to it twice”.')).toEqual([thrupp])
  expect(speakerOf('Thrupp drank tea.')).toEqual([])
})

test('words that tell of a meeting are nothing without two who are known, or within a quotation', () => {
  const found = (text: string) => shortOf(readAs(text, 'en', '2025-10-22'))
  expect(found('Envoys met in Kessen on Monday.')).toEqual([])
  expect(found('“Merand and Saffara met,” said Tarrow.')).toEqual([
    'recorded 2025-10-22 tarrow merand partly_quoted',
  ])
  expect(found('Merand and Saffara are expected to meet: they will meet in May.')).toEqual([
    'announced 2025-10-22 merand saffara 2026-05 expected',
  ])
})

test('a meeting without a place is called after those who take part, a party by its own person', () => {
  const titlesOf = (text: string) =>
    readAs(text, 'en', '2025-10-22').proposals.map(
      ({ value }) => (value.opens as { title?: string } | undefined)?.title,
    )
  expect(titlesOf('Merand, Pellin and Saffara met on Monday.')).toEqual([
    'Meeting of Merand, Pellin and Saffara',
  ])
  expect(titlesOf('Pellin’s Jocasta Thrupp met on Monday.')).toEqual(['Meeting of Jocasta Thrupp'])
})

test('a day without a year is of the year of the report, and the proposal says so', () => {
  const openOf = (text: string) =>
    readAs(text, 'en', '2025-10-21').proposals.flatMap(({ value, open }) => [
      value.occurred,
      ...open,
    ])
  const said = (when: string) =>
    `“We will not sign this paper as it stands,” said Wilmot Ashdown ${when}.`
  expect(openOf(said('on 12 October'))).toEqual([
    ...['2025-10-12', 'which positions it takes, if any'],
    'if the year is 2025, which is reckoned from the date of the report',
  ])
  expect(openOf(said('on 12 October 2025'))).toHaveLength(2)
  expect(openOf(said('on Sunday'))).toHaveLength(2)
})
