import { describe, expect, test } from 'vitest'
import type { Subject } from '../../events/position.ts'
import { CAP, ledger, listed, said } from './told-stances.ts'

const DAY = '2025-11-10'

describe('rule 1: a position is declared', () => {
  test.each(['quoted', 'partly_quoted', 'paraphrased'])(
    'when it is %s, on the record, by a named person on behalf of that same party',
    (wording) => {
      const { cell } = ledger(said({ on: DAY, but: { wording } }))
      expect(cell()).toMatchObject({ basis: 'declared', reported: null })
    },
  )

  test.each(['on_record', 'official_document'])('when the party itself says so, %s', (level) => {
    const speaker = { kind: 'party', id: 'ukraine' }
    const attribution = { level }
    const { cell } = ledger(said({ on: DAY, but: { speaker, attribution, onBehalfOf: undefined } }))
    expect(cell()).toMatchObject({ basis: 'declared', reported: null })
  })

  test('of each party that one of the speakers of a joint statement speaks for', () => {
    const positions = ['ukraine', 'allies', 'usa'].map((party) => ({ party, subject: CAP }))
    const but = {
      jointlyWith: [{ speaker: { kind: 'party', id: 'allies' } }],
      positions: positions.map((position) => ({ ...position, stance: 'opposes' })),
    }
    const { stances, at } = ledger(
      ...listed('ukraine', 'allies', 'usa'),
      said({ on: DAY, by: 'ann', of: 'ukraine', but }),
    )
    const told = ['ukraine', 'allies', 'usa'].map((party) => {
      const { basis, declared } = stances.cell(party, CAP, at())
      return [party, basis, declared?.leader.voice, declared?.leader.speaker]
    })
    expect(told).toEqual([
      ['ukraine', 'declared', 'person:ann', { kind: 'person', id: 'ann' }],
      ['allies', 'declared', 'party:allies', { kind: 'party', id: 'allies' }],
      ['usa', 'reported', undefined, undefined],
    ])
  })

  const draft: Subject = { kind: 'draft', id: 'plan' }
  const clause: Subject = { kind: 'clause', id: 'art-1' }
  const add = { op: 'add', clause: 'art-1', text: 'So.' }
  test.each([
    ['tabling it', 'draft.tabled', { proposers: ['ukraine'] }, draft, 'proposes'],
    ['withdrawing it', 'draft.withdrawn', { by: ['ukraine'] }, draft, 'withdrawn'],
    ['proposing a clause', { ...add, proposers: ['ukraine'] }, {}, clause, 'proposes'],
    ...['merge', 'split'].map((op): [string, object, object, Subject, string] => {
      const made = { clause: 'art-1', text: 'So.', proposers: ['ukraine'] }
      const merge = { op, clauses: ['a', 'b'], into: made }
      const split = { op, clause: 'a', into: [made, { clause: 'art-2', text: '' }] }
      return [`proposing one in a ${op}`, op === 'merge' ? merge : split, {}, clause, 'proposes']
    }),
    [
      'reserving',
      {
        op: 'take_position',
        clause: 'art-1',
        party: 'ukraine',
        stance: 'no_objection',
        commitment: 'reserved',
      },
      {},
      clause,
      'no_objection',
    ],
  ])('when it is an act of the party in an attested draft: %s', (_, act, body, subject, stance) => {
    const event =
      typeof act === 'string'
        ? { type: act, body: { draft: 'plan', ...body } }
        : { type: 'draft.revised', body: { draft: 'plan', revision: 'r1', operations: [act] } }
    const later = { type: 'draft.operationsAdded', body: { revision: 'r1', operations: [act] } }
    for (const told of typeof act === 'string' ? [event] : [event, later]) {
      const { cell } = ledger(told)
      expect(cell(DAY, 0, 'ukraine', subject)).toMatchObject({
        stance,
        basis: 'declared',
        declared: { leader: { speaker: null, voice: 'party:ukraine' } },
      })
    }
  })

  test('but to draw up a revision is no act on the draft', () => {
    const body = { draft: 'plan', revision: 'r1', proposers: ['ukraine'] }
    const { cell } = ledger({ type: 'draft.revised', body })
    expect(cell(DAY, 0, 'ukraine', draft).stance).toBe('no_record')
  })
})

describe('rule 1: everything else is reported', () => {
  test.each([
    ['an anonymous source', { speaker: { kind: 'anonymous' } }],
    ['an outlet’s own voice', { speaker: { kind: 'outlet', describedAs: 'Wire' } }],
    ['a leaked paper', { attribution: { level: 'leaked_document' } }],
    ['what is said on background', { attribution: { level: 'background' } }],
    ['what is said on deep background', { attribution: { level: 'deep_background' } }],
    ['a summary, or what somebody often says', { wording: 'summarised' }],
    ['a person on nobody’s behalf', { onBehalfOf: undefined }],
    ['a person on behalf of another party', { onBehalfOf: 'russia' }],
    ['one party speaking of another', { speaker: { kind: 'party', id: 'russia' } }],
  ])('%s', (_, but) => {
    const { cell } = ledger(said({ on: DAY, but }))
    expect(cell()).toMatchObject({ basis: 'reported', declared: null })
  })

  test('a statement with positions of several parties declares that of its own party only', () => {
    const subject = { kind: 'issue', id: 'cap' }
    const positions = ['ukraine', 'europe'].map((party) => ({ party, subject, stance: 'opposes' }))
    const { cell } = ledger(said({ on: DAY, but: { positions } }))
    expect(cell().basis).toBe('declared')
    expect(cell(DAY, 0, 'europe').basis).toBe('reported')
  })
})

test('rule 1: an accreditation learnt later moves nothing between layers', () => {
  const person = { person: 'ann' }
  const { cell } = ledger(
    ...listed('ukraine', 'russia'),
    said({ on: DAY }),
    { type: 'person.named', body: person },
    { type: 'person.accredited', body: { ...person, party: 'russia', capacity: 'envoy' } },
    { type: 'person.recalled', body: { ...person, party: 'ukraine' } },
  )
  expect(cell()).toEqual(cell(undefined, 2))
  expect(cell().basis).toBe('declared')
})
