import { describe, expect, test } from 'vitest'
import { EvidenceOf } from '../../projections/evidence/evidence.ts'
import { FactIndex } from '../../projections/fact-index.ts'
import { type StatementFilter, Statements } from '../../projections/statements/statements.ts'
import { given, idOf, type Told } from './given.ts'

function ledger(told: Told[]) {
  return given(told, (history) => {
    const evidence = new EvidenceOf(history)
    const facts = new FactIndex(history)
    return { evidence, facts, statements: new Statements(facts, evidence) }
  })
}

const CAP = { kind: 'issue', id: 'army-cap' }
const BORDERS = { kind: 'issue', id: 'borders' }

function said(statement: string, occurred: string, body: object = {}): Told {
  return { type: 'statement.recorded', occurred, body: { statement, ...body } }
}

const told: Told[] = [
  { type: 'source.recorded', body: { source: 'report', publisher: 'Agency' } },
  said('refusal', '2025-11-20', {
    speaker: { kind: 'person', id: 'umerov' },
    onBehalfOf: 'ukraine',
    positions: [
      { party: 'ukraine', subject: CAP, stance: 'opposes' },
      { party: 'allies', subject: CAP, stance: 'opposes' },
    ],
    evidence: [{ source: 'report', quote: { exact: 'No cap.' } }],
  }),
  said('demand', '2025-11-10', {
    speaker: { kind: 'party', id: 'russia' },
    about: [BORDERS],
    evidence: [{ source: 'wire', relay: ['report'] }],
  }),
]

test('a statement is shown with its words, positions, support and evidence', () => {
  const { statements, at } = ledger(told)
  expect(statements.one('refusal', at())).toMatchObject({
    statement: 'refusal',
    revision: 1,
    id: idOf(1),
    occurred: { text: '2025-11-20' },
    speaker: { kind: 'person', id: 'umerov' },
    text: 'Words.',
    retraction: null,
    retractions: [],
    positions: [
      { party: 'ukraine', subject: CAP, stance: 'opposes', ended: null },
      { party: 'allies', ended: null },
    ],
    support: 'supported',
    evidence: [
      { source: 'report', publisher: 'Agency', quote: { exact: 'No cap.' }, stands: true },
    ],
  })
})

test('it counts from its valid time, and possibly until that has passed', () => {
  const { statements, at } = ledger(told)
  expect(statements.one('refusal', at('2025-11-19T23:59Z'))).toBeUndefined()
  expect(statements.one('refusal', at('2025-11-20T00:00Z'))).toMatchObject({ possibly: true })
  expect(statements.one('refusal', at('2025-11-21T00:00Z'))).not.toHaveProperty('possibly')
  expect(statements.one('refusal', at(undefined, 0))).toBeUndefined()
})

describe('a list has the statements that match the whole filter, in valid-time order', () => {
  test.each<[StatementFilter, string[]]>([
    [{}, ['demand', 'refusal']],
    [{ party: 'ukraine' }, ['refusal']],
    [{ party: 'allies' }, ['refusal']],
    [{ party: 'russia' }, ['demand']],
    [{ person: 'umerov' }, ['refusal']],
    [{ person: 'russia' }, []],
    [{ source: 'report' }, ['demand', 'refusal']],
    [{ source: 'wire' }, ['demand']],
    [{ subject: CAP }, ['refusal']],
    [{ subject: BORDERS }, ['demand']],
    [{ source: 'report', party: 'russia' }, ['demand']],
    [{ subject: CAP, party: 'russia' }, []],
  ])('%j', (filter, found) => {
    const { statements, at } = ledger(told)
    expect(statements.list(at(), filter).map(({ statement }) => statement)).toEqual(found)
  })

  test('a joint statement is found by each party and person whose it is', () => {
    const joint: Told = {
      type: 'statement.recorded',
      occurred: '2025-11-25',
      body: {
        statement: 'joint',
        speaker: { kind: 'party', id: 'usa' },
        jointlyWith: [
          { speaker: { kind: 'person', id: 'yermak' }, onBehalfOf: 'ukraine' },
          { speaker: { kind: 'party', id: 'allies' } },
        ],
      },
    }
    const { statements, at } = ledger([...told, joint])
    const found = (filter: StatementFilter) =>
      statements.list(at(), filter).map(({ statement }) => statement)
    expect(found({ party: 'usa' })).toEqual(['joint'])
    expect(found({ party: 'ukraine' })).toEqual(['refusal', 'joint'])
    expect(found({ party: 'allies' })).toEqual(['refusal', 'joint'])
    expect(found({ person: 'yermak' })).toEqual(['joint'])
  })

  test('what groupings say counts as a party’s where they are given, each once', () => {
    const { statements, at } = ledger(told)
    const found = (filter: StatementFilter) =>
      statements.list(at(), filter).map(({ statement }) => statement)
    expect(found({ party: 'france' })).toEqual([])
    expect(found({ party: 'france', via: ['allies'] })).toEqual(['refusal'])
    expect(found({ party: 'russia', via: ['allies', 'ukraine'] })).toEqual(['demand', 'refusal'])
  })

  test('as of then', () => {
    const { statements, at } = ledger(told)
    expect(statements.list(at('2025-11-11T00:00Z'))).toHaveLength(1)
    expect(statements.list(at(undefined, 1))).toHaveLength(1)
  })
})

describe('what followed a statement', () => {
  const retracted = (occurred: string, body: object = {}): Told => ({
    type: 'statement.retracted',
    occurred,
    body: { statement: 'refusal', ...body },
  })

  test('its retraction shows from its own valid time on, the first where there are several, all in a list', () => {
    const { statements, at } = ledger([
      ...told,
      retracted('2025-11-25', { manner: 'denied' }),
      retracted('2025-11-23', { text: 'I did not say so.' }),
    ])
    const retraction = (validTime: string) => statements.one('refusal', at(validTime))?.retraction
    expect(retraction('2025-11-22T00:00Z')).toBeNull()
    expect(retraction('2025-11-23T12:00Z')).toMatchObject({
      revision: 4,
      manner: 'retracted',
      text: 'I did not say so.',
      possibly: true,
    })
    expect(retraction('2025-11-26T00:00Z')).toMatchObject({ revision: 4, manner: 'retracted' })
    expect(statements.one('refusal', at())?.retractions).toMatchObject([
      { revision: 4, manner: 'retracted' },
      { revision: 3, manner: 'denied' },
    ])
    expect(statements.one('demand', at())?.retraction).toBeNull()
  })

  test('a retraction that provably lies before it takes nothing back, and is marked', () => {
    const early = retracted('2025-01-05')
    const { statements, at } = ledger([...told, early])
    expect(statements.one('refusal', at())).toMatchObject({
      ...{ retraction: null, retractions: [{ withoutEffect: true }] },
    })
  })

  test('of a joint statement it is told for whom it still stands', () => {
    const joint = said('communique', '2025-11-10', {
      speaker: { kind: 'party', id: 'usa' },
      jointlyWith: [{ speaker: { kind: 'party', id: 'eu' } }],
    })
    const body = { statement: 'communique', by: ['eu'] }
    const back: Told = { type: 'statement.retracted', occurred: '2025-11-20', body }
    const { statements, at } = ledger([joint, back])
    const standsFor = (on: string) => statements.one('communique', at(on))?.standsFor
    expect(standsFor('2025-11-19T00:00Z')).toEqual(['usa', 'eu'])
    expect(standsFor('2025-11-21T00:00Z')).toEqual(['usa'])
    const { retraction } = statements.one('communique', at('2025-11-21T00:00Z')) ?? {}
    expect(retraction).toMatchObject({ by: ['eu'], manner: 'retracted' })
  })

  test('the end of a position shows on that position only, the earliest where there are several', () => {
    const ended = (occurred: string, body: object): Told => ({
      type: 'position.ended',
      occurred,
      body: { statement: 'refusal', party: 'allies', subject: CAP, ...body },
    })
    const { statements, at } = ledger([
      ...told,
      ended('2025-11-26', {}),
      ended('2025-11-24', { reason: 'Talks' }),
      ended('2025-11-22', { subject: BORDERS }),
    ])
    expect(statements.one('refusal', at())?.positions).toMatchObject([
      { party: 'ukraine', ended: null },
      { party: 'allies', ended: { revision: 4, reason: 'Talks' } },
    ])
  })
})

test('a killed source shows on what rests on it from then on', () => {
  const { statements, at } = ledger([
    ...told,
    { type: 'source.amended', body: { source: 'report', amendment: 'killed' } },
  ])
  expect(statements.one('refusal', at())?.support).toBe('unsupported')
  expect(statements.one('refusal', at(undefined, 2))?.support).toBe('supported')
})
