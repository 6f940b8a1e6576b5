import { describe, expect, test } from 'vitest'
import { EvidenceOf } from '../../projections/evidence/evidence.ts'
import { Sources } from '../../projections/evidence/sources.ts'
import { FactIndex } from '../../projections/fact-index.ts'
import { given, idOf, type Told } from './given.ts'

function ledger(told: Told[]) {
  return given(told, (history) => {
    const evidence = new EvidenceOf(history)
    const facts = new FactIndex(history)
    return { evidence, facts, sources: new Sources(facts, evidence) }
  })
}

const held = { held: 'text', text: 'There is no cap.' }
const REPORT: Told = {
  type: 'source.recorded',
  occurred: '2025-11-30',
  body: { source: 'report', publisher: 'Agency', published: '2025-11-30', ...held },
}
const LEAK: Told = { type: 'source.recorded', body: { source: 'leak', kind: 'leaked_document' } }

test('a source counts at every valid time, once recorded', () => {
  const { sources, at } = ledger([REPORT, LEAK])
  const before = at('2000-01-01T00:00Z', 0)
  expect(sources.list(before).map(({ source }) => source)).toEqual(['report'])
  expect(sources.one('report', before)).toMatchObject({
    source: 'report',
    publisher: 'Agency',
    published: { text: '2025-11-30', from: '2025-11-30T00:00:00.000Z' },
    held: 'text',
    recorded: { entry: 0, revision: 0, id: idOf(0), recordedAt: '2025-12-01T00:00:00.000Z' },
    status: 'stands',
    stands: true,
    amendments: [],
    facts: [],
  })
  expect(sources.one('leak', before)).toBeUndefined()
})

test('its text is not in the reply, and can be had', () => {
  const replacement = { ...REPORT.body, type: 'source.recorded', text: 'There is a cap.' }
  const { sources, at } = ledger([
    REPORT,
    LEAK,
    { type: 'entry.corrected', body: { target: idOf(0), replacement } },
  ])
  expect(sources.one('report', at())).not.toHaveProperty('text')
  expect(sources.heldText('report', 1)).toBe('There is no cap.')
  expect(sources.heldText('report', 2)).toBe('There is a cap.')
  expect(sources.heldText('leak', 2)).toBeUndefined()
})

test('what its outlet did to it is listed in the order of the entries', () => {
  const { sources, at } = ledger([
    REPORT,
    { type: 'source.amended', occurred: '2025-12-09', body: { source: 'report', note: 'Date' } },
    {
      type: 'source.amended',
      occurred: '2025-12-02',
      body: { source: 'report', amendment: 'killed' },
    },
  ])
  expect(sources.list(at())[0]).toMatchObject({
    status: 'killed',
    stands: false,
    amendments: [
      { revision: 1, amendment: 'corrected', note: 'Date', occurred: { text: '2025-12-09' } },
      { revision: 2, amendment: 'killed', occurred: { text: '2025-12-02' } },
    ],
  })
  expect(sources.list(at(undefined, 1))[0]).toMatchObject({ status: 'corrected', stands: true })
})

describe('the facts that rest on a source', () => {
  const rests = (issue: string, occurred: string, evidence: object[]): Told => ({
    type: 'issue.raised',
    occurred,
    body: { issue, evidence },
  })
  const told = [
    REPORT,
    LEAK,
    rests('borders', '2025-11-29', [{ source: 'report', relay: ['leak'] }]),
    rests('army-cap', '2025-11', [{ source: 'leak' }, { source: 'report' }]),
    rests('assets', '2025-11-30', [{ source: 'report' }, { source: 'report', relay: ['leak'] }]),
  ]

  test('are those that cite it or came through it, in valid-time order', () => {
    const { sources, at } = ledger(told)
    expect(sources.one('leak', at())?.facts).toMatchObject([
      { revision: 3, type: 'issue.raised', alone: false, support: 'supported' },
      { revision: 2, alone: true, support: 'supported' },
      { revision: 4, alone: false, support: 'supported' },
    ])
    expect(sources.one('report', at())?.facts.map(({ alone }) => alone)).toEqual([
      false,
      true,
      true,
    ])
  })

  test('fall with it where they rest on it alone, from that revision on', () => {
    const { sources, at, and } = ledger(told)
    and([{ type: 'source.amended', body: { source: 'leak', amendment: 'killed' } }])
    const supports = (revision: number) =>
      sources.one('leak', at(undefined, revision))?.facts.map(({ support }) => support)
    expect(supports(5)).toEqual(['supported', 'unsupported', 'supported'])
    expect(supports(4)).toEqual(['supported', 'supported', 'supported'])
  })

  test('are listed once none of their evidence stands, be it that a source is voided', () => {
    const { sources, at, and } = ledger(told)
    and([
      { type: 'source.amended', body: { source: 'leak', amendment: 'killed' } },
      { type: 'entry.voided', body: { target: idOf(0) } },
    ])
    const fallen = (revision: number, validTime?: string) =>
      sources.unsupported(at(validTime, revision)).map(({ entry }) => entry)
    expect([4, 5, 6].map((revision) => fallen(revision))).toEqual([[], [2], [3, 2, 4]])
    expect(fallen(6, '2025-11-29T00:00Z')).toEqual([3, 2])
  })

  test('name the statement, draft or meeting that they are about', () => {
    const cites = { evidence: [{ source: 'leak' }] }
    const { sources, at } = ledger([
      LEAK,
      { type: 'statement.recorded', body: { statement: 'refusal', saidAt: 'geneva', ...cites } },
      { type: 'draft.revised', body: { draft: 'plan', revision: 'plan-2', ...cites } },
      { type: 'meeting.convened', body: { meeting: 'geneva', ...cites } },
      { type: 'source.amended', body: { source: 'leak', amendment: 'killed' } },
    ])
    const named = [
      { statement: 'refusal', draft: null, draftRevision: null, meeting: 'geneva', source: null },
      { statement: null, draft: 'plan', draftRevision: 'plan-2', meeting: null, source: null },
      { statement: null, draft: null, draftRevision: null, meeting: 'geneva', source: null },
    ]
    expect(sources.unsupported(at())).toMatchObject(named)
    expect(sources.one('leak', at())?.facts).toMatchObject(named)
  })

  test('count from their valid time, and possibly until it is certain', () => {
    const { sources, at } = ledger(told)
    const facts = sources.one('report', at('2025-11-30T00:00Z'))?.facts
    expect(facts?.map(({ revision, possibly }) => [revision, possibly])).toEqual([
      [3, true],
      [2, undefined],
      [4, true],
    ])
    expect(sources.one('report', at('2025-11-29T00:00Z'))?.facts).toHaveLength(2)
  })

  test('are not those that a correction took off it', () => {
    const replacement = { type: 'issue.raised', issue: 'borders', evidence: [{ source: 'report' }] }
    const { sources, at } = ledger([
      ...told,
      { type: 'entry.corrected', body: { target: idOf(2), replacement } },
    ])
    expect(sources.one('leak', at())?.facts.map(({ entry }) => entry)).toEqual([3, 4])
    expect(sources.one('report', at())?.facts[0]).toMatchObject({ entry: 2, revision: 5 })
  })
})

test('a source that the ledger voids is no longer known', () => {
  const { sources, at } = ledger([
    REPORT,
    LEAK,
    { type: 'entry.voided', body: { target: idOf(0) } },
  ])
  expect(sources.list(at()).map(({ source }) => source)).toEqual(['leak'])
  expect(sources.one('report', at())).toBeUndefined()
  expect(sources.list({ revision: 1 })).toHaveLength(2)
})
