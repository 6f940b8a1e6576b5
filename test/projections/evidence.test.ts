import { describe, expect, test } from 'vitest'
import { EvidenceOf } from '../../projections/evidence/evidence.ts'
import type { StandingFact } from '../../projections/time/standing-fact.ts'
import { given, idOf, type Told, tried } from './given.ts'

const AGENCY: Told = { type: 'source.recorded', body: { source: 'agency', publisher: 'Agency' } }
const PAPER: Told = { type: 'source.recorded', body: { source: 'paper', publisher: 'Paper' } }

function raised(evidence?: object[]): Told {
  return { type: 'issue.raised', body: { issue: 'army-cap', ...(evidence && { evidence }) } }
}

function amended(source: string, amendment: string, occurred = '2025-11-20'): Told {
  return { type: 'source.amended', occurred, body: { source, amendment } }
}

function cited(told: Told[], at = 2) {
  const folded = given(told, (history) => ({ evidence: new EvidenceOf(history) }))
  const fact = folded.changes[at]?.added as StandingFact
  return {
    ...folded,
    fact,
    support: (revision: number) => folded.evidence.supportOf(fact, revision),
  }
}

describe('a fact is supported while an item of its evidence stands', () => {
  test('one that never had any is uncited, given none or an empty list', () => {
    expect(cited([raised()], 0).support(0)).toBe('uncited')
    expect(cited([raised([])], 0).support(0)).toBe('uncited')
  })

  test.each([
    ['killed', 'unsupported'],
    ['held', 'unsupported'],
    ['corrected', 'supported'],
    ['released', 'supported'],
  ])('its only source is %s: %s from that revision on, and not before', (amendment, support) => {
    const told = [AGENCY, PAPER, raised([{ source: 'paper' }]), amended('paper', amendment)]
    const { support: at } = cited(told)
    expect(at(2)).toBe('supported')
    expect(at(3)).toBe(support)
  })

  test('another item of evidence carries it', () => {
    const told = [AGENCY, PAPER, raised([{ source: 'paper' }, { source: 'agency' }])]
    const { and, support } = cited([...told, amended('paper', 'killed')])
    expect(support(3)).toBe('supported')
    and([amended('agency', 'held')])
    expect(support(4)).toBe('unsupported')
  })

  test('a relay that falls takes the item with it, though the source stands', () => {
    const evidence = [{ source: 'paper', relay: ['agency'] }]
    const { support } = cited([AGENCY, PAPER, raised(evidence), amended('agency', 'killed')])
    expect(support(3)).toBe('unsupported')
  })
})

describe('of several amendments the order of their entries decides, whatever their valid time', () => {
  const told = [AGENCY, PAPER, raised([{ source: 'paper' }])]

  test('held, then released', () => {
    const { support } = cited([...told, amended('paper', 'held'), amended('paper', 'released')])
    expect([support(3), support(4)]).toEqual(['unsupported', 'supported'])
  })

  test.each<[string, string[], string]>([
    ['a hold is ended by a release alone', ['held', 'corrected'], 'held'],
    ['released, it stands as corrected', ['held', 'corrected', 'released'], 'corrected'],
    ['corrected before, it is held all the same', ['corrected', 'held'], 'held'],
    ['a kill is ended by no correction', ['killed', 'corrected'], 'killed'],
    ['by no release', ['killed', 'released'], 'killed'],
    ['and by no hold that is released', ['killed', 'held', 'released'], 'killed'],
    ['a report that is held can be killed', ['held', 'killed', 'released'], 'killed'],
  ])('%s: %j', (_, amendments, status) => {
    const { evidence, head } = cited([...told, ...amendments.map((one) => amended('paper', one))])
    expect(evidence.sources.status('paper', head)).toBe(status)
    expect(evidence.sources.isCorrected('paper', head)).toBe(amendments.includes('corrected'))
  })

  test('a kill that was our mistake is ended by a correction of the entry', () => {
    const { and, support } = cited([...told, amended('paper', 'killed')])
    and([amended('paper', 'corrected'), { type: 'entry.voided', body: { target: idOf(3) } }])
    expect([support(3), support(4), support(5)]).toEqual([
      'unsupported',
      'unsupported',
      'supported',
    ])
  })

  test('killed in a later entry of an earlier day', () => {
    const later = amended('paper', 'killed', '2025-11-01')
    const { support } = cited([...told, amended('paper', 'released', '2025-11-20'), later])
    expect(support(4)).toBe('unsupported')
  })

  test('a late replacement of an early amendment keeps its rank', () => {
    const replacement = { type: 'source.amended', source: 'paper', amendment: 'held' }
    const { support } = cited([
      ...told,
      amended('paper', 'corrected'),
      amended('paper', 'released'),
      { type: 'entry.corrected', body: { target: idOf(3), replacement } },
    ])
    expect(support(5)).toBe('supported')
  })

  test('an amendment that the ledger voids never was, from then on', () => {
    const voided = { type: 'entry.voided', body: { target: idOf(3) } }
    const { support } = cited([...told, amended('paper', 'killed'), voided])
    expect([support(3), support(4)]).toEqual(['unsupported', 'supported'])
  })
})

test('a source whose record is voided no longer stands, until that is undone', () => {
  const { support } = cited([
    AGENCY,
    PAPER,
    raised([{ source: 'paper' }]),
    { type: 'entry.voided', body: { target: idOf(1) } },
    { type: 'entry.voided', body: { target: idOf(3) } },
  ])
  expect([support(2), support(3), support(4)]).toEqual(['supported', 'unsupported', 'supported'])
})

test('items show source, relay and quote with the status of each', () => {
  const quote = { exact: 'no cap', prefix: 'there is ' }
  const { evidence, fact } = cited([
    AGENCY,
    PAPER,
    raised([{ source: 'paper', relay: ['agency'], quote }, { source: 'agency' }]),
    amended('paper', 'corrected'),
    amended('agency', 'held'),
    { type: 'entry.voided', body: { target: idOf(0) } },
  ])
  const paper = { source: 'paper', publisher: 'Paper' }
  const agency = { source: 'agency', publisher: 'Agency' }

  expect(evidence.items(fact, 4)).toEqual([
    {
      ...paper,
      status: 'corrected',
      quote,
      relay: [{ ...agency, status: 'held' }],
      stands: false,
    },
    { ...agency, status: 'held', relay: [], stands: false },
  ])
  expect(evidence.items(fact, 3)[0]?.stands).toBe(true)
  expect(evidence.items(fact, 5)[1]).toMatchObject({ source: 'agency', status: 'not_recorded' })
})

test('corrected once, a report stays marked so when it is released again', () => {
  const told = [AGENCY, amended('agency', 'corrected'), amended('agency', 'held')]
  const { evidence, head } = given([...told, amended('agency', 'released')], (history) => ({
    evidence: new EvidenceOf(history),
  }))
  expect(evidence.sources.status('agency', head - 1)).toBe('held')
  expect(evidence.sources.status('agency', head)).toBe('corrected')
})

test('a tentative amendment leaves no trace', () => {
  const { history, and, support } = cited([AGENCY, PAPER, raised([{ source: 'paper' }])])
  tried(history, () => {
    and([amended('paper', 'killed')])
    expect(support(3)).toBe('unsupported')
  })
  expect(support(3)).toBe('supported')
})
