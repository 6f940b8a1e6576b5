import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { start } from './running.ts'

let service: Awaited<ReturnType<typeof start>>

beforeAll(async () => {
  service = await start()
  const cap = { title: 'Cap', proposition: 'The army is capped' }
  await service.post('talks', [
    { type: 'negotiation.opened', occurred: '2020', title: 'Talks' },
    { type: 'issue.raised', occurred: '2020', issue: 'cap', ...cap },
    ...SEASONS.flatMap(([season]) => [listed(season), said(season, { occurred: season })]),
    listed('ends-in-summer'),
    said('ends-in-summer', { occurred: '2024-06-01', position: { until: '2025-22' } }),
    { ...listed('joined-in-summer'), since: '2025-22' },
  ])
})

afterAll(() => service.dispose())

const SEASONS = [
  ['2025-21', '2025-03-01', '2026-01-01'],
  ['2025-22', '2024-12-01', '2026-04-01'],
  ['2025-23', '2025-03-01', '2026-01-01'],
  ['2025-24', '2024-12-01', '2026-04-01'],
] as const

function listed(party: string) {
  return {
    ...{ type: 'party.listed', occurred: '2020', party: party, name: party },
    ...{ kind: 'state', role: 'party' },
  }
}

function said(party: string, { occurred, position }: { occurred: string; position?: object }) {
  const stance = { party, subject: { kind: 'issue', id: 'cap' }, stance: 'supports' }
  return {
    ...{ type: 'statement.recorded', occurred, statement: `of-${party}`, text: 'Words.' },
    ...{ speaker: { kind: 'party', id: party }, language: 'en', rendering: 'original' },
    ...{ wording: 'quoted', attribution: { level: 'on_record' }, about: [] },
    positions: [{ ...stance, commitment: 'firm', redLine: 'unstated', ...position }],
  }
}

const read = async (path: string, on: string) =>
  (await service.get(`/v1/negotiations/talks/${path}validTime=${on}T00:00:00Z`)).body

async function stance(party: string, on: string) {
  const { stance, possibly = false } = await read(`stances/${party}/issue/cap?`, on)
  return [stance, possibly]
}

/** A day earlier or later. */
const shifted = (day: string, days: number) =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

describe.each(SEASONS)('the season %s, which names no hemisphere', (season, from, until) => {
  test('is told with all that it may span', async () => {
    const { occurred } = await read(`statements/of-${season}?`, '2026-10-01')
    const midnight = 'T00:00:00.000Z'
    expect(occurred).toEqual({ text: season, from: from + midnight, until: until + midnight })
  })

  test('has not begun before that, is never certain within it, and is past after it', async () => {
    expect(await stance(season, shifted(from, -1))).toEqual(['no_record', false])
    for (const within of [from, '2025-07-01', '2025-11-01', shifted(until, -1)]) {
      expect(await stance(season, within)).toEqual(['supports', true])
    }
    expect(await stance(season, until)).toEqual(['supports', false])
  })
})

test('what ends in a season may have ended within it, and has after it', async () => {
  const party = 'ends-in-summer'
  expect(await stance(party, '2024-11-30')).toEqual(['supports', false])
  expect(await stance(party, '2025-07-01')).toEqual(['supports', true])
  expect(await stance(party, '2026-04-01')).toEqual(['no_record', false])
})

test('who is listed since a season may be listed within it', async () => {
  const status = async (on: string) => {
    const { status, possibly = false } = await read('parties/joined-in-summer?', on)
    return [status, possibly]
  }
  expect(await status('2024-11-30')).toEqual(['not_yet_listed', false])
  expect(await status('2025-07-01')).toEqual(['listed', true])
  expect(await status('2026-04-01')).toEqual(['listed', false])
})
