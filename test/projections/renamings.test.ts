import { describe, expect, test } from 'vitest'
import { Projections } from '../../projections/registry.ts'
import { atOnce } from '../../projections/time/pieces.ts'
import { eventOf, idOf, type Told } from './given.ts'

/** The ledger of a negotiation in which everything has another name from 12 February 2019 on. */
function ledger(more: readonly Told[] = []) {
  const occurred = '2019-02-12'
  const told: Told[] = [
    { type: 'negotiation.opened', occurred: '2018', body: { title: 'Talks on the name' } },
    {
      type: 'party.listed',
      occurred: '2018',
      body: { party: 'mk', name: 'The former republic', role: 'observer' },
    },
    { type: 'person.named', occurred: '2018', body: { person: 'z', name: 'Z', describedAs: 'MP' } },
    {
      type: 'meeting.convened',
      occurred: '2018-06-17',
      body: { meeting: 'm', opens: { title: 'Lake talks', kind: 'meeting' } },
    },
    { type: 'draft.tabled', occurred: '2018-06-17', body: { draft: 'd', title: 'Lake draft' } },
    {
      type: 'party.renamed',
      occurred,
      body: { party: 'mk', name: 'The republic', role: 'party', kind: 'other' },
    },
    { type: 'person.renamed', occurred, body: { person: 'z', describedAs: 'Prime minister' } },
    {
      type: 'meeting.renamed',
      occurred,
      body: { meeting: 'm', title: 'First round', kind: 'round' },
    },
    { type: 'draft.renamed', occurred, body: { draft: 'd', title: 'The agreement' } },
    { type: 'negotiation.renamed', occurred, body: { title: 'Talks that are over' } },
    ...more,
  ]
  const projections = new Projections()
  for (const [revision, one] of told.entries()) projections.apply(eventOf(one, revision))
  const head = told.length - 1
  return (validTime: string, revision = head) => {
    const asOf = { revision, validTime: Date.parse(validTime) }
    const { parties, persons, meetings, drafts, negotiation } = projections
    const party = parties.one('mk', asOf)
    const person = persons.one('z', asOf)
    const meeting = meetings.one('m', asOf)
    return {
      party: [party?.name, party?.kind, party?.role],
      person: [person?.name, person?.describedAs],
      meeting: [meeting?.title, meeting?.kind],
      draft: [drafts.one('d', asOf)?.title, drafts.naming('d', asOf).title],
      negotiation: [negotiation.at(asOf)?.title],
      renamings: party?.renamings,
    }
  }
}

const BEFORE = {
  party: ['The former republic', 'state', 'observer'],
  person: ['Z', 'MP'],
  meeting: ['Lake talks', 'meeting'],
  draft: ['Lake draft', 'Lake draft'],
  negotiation: ['Talks on the name'],
  renamings: [],
}

const AFTER = {
  party: ['The republic', 'other', 'party'],
  person: ['Z', 'Prime minister'],
  meeting: ['First round', 'round'],
  draft: ['The agreement', 'The agreement'],
  negotiation: ['Talks that are over'],
}

describe('another name, kind, role or title', () => {
  test('is so from its valid time on, and the past keeps the old', () => {
    const at = ledger()
    expect(at('2019-02-11T23:59Z')).toEqual(BEFORE)
    expect(at('2019-02-13T00:00Z')).toMatchObject(AFTER)
  })

  test('is not known before the entry that tells of it', () => {
    expect(ledger()('2020-01-01T00:00Z', 4)).toEqual(BEFORE)
  })

  test('says by which entry, and possibly while its day lasts', () => {
    expect(ledger()('2019-02-12T12:00Z').renamings).toMatchObject([
      { revision: 5, name: 'The republic', role: 'party', possibly: true },
    ])
    expect(ledger()('2019-02-13T00:00Z').renamings?.[0]).not.toHaveProperty('possibly')
  })

  test('leaves what it does not give as it was, in the order of valid time', () => {
    const told = { type: 'party.renamed', occurred: '2019-01-01', body: { party: 'mk' } }
    const earlier = { ...told, body: { ...told.body, name: 'In between', role: 'mediator' } }
    const later = { ...told, occurred: '2019-03-01', body: { ...told.body, name: 'North' } }
    const at = ledger([later, earlier])
    expect(at('2019-01-15T00:00Z').party).toEqual(['In between', 'state', 'mediator'])
    expect(at('2019-02-15T00:00Z').party).toEqual(['The republic', 'other', 'party'])
    expect(at('2019-03-15T00:00Z').party).toEqual(['North', 'other', 'party'])
  })

  test('never was, once the entry is voided', () => {
    const at = ledger([{ type: 'entry.voided', body: { target: idOf(5) } }])
    expect(at('2020-01-01T00:00Z').party).toEqual(BEFORE.party)
    expect(at('2020-01-01T00:00Z', 9).party).toEqual(AFTER.party)
  })
})

test('a party counts among those that are compared while its role is that of a party', () => {
  const subject = { kind: 'issue', id: 'name' } as const
  const told: Told[] = [
    { type: 'negotiation.opened', occurred: '2018' },
    { type: 'party.listed', occurred: '2018', body: { party: 'gr' } },
    { type: 'party.listed', occurred: '2018', body: { party: 'mk', role: 'observer' } },
    { type: 'issue.raised', occurred: '2018', body: { issue: 'name' } },
    ...['gr', 'mk'].map((party) => ({
      type: 'statement.recorded',
      occurred: '2018-06-01',
      body: {
        statement: party,
        positions: [{ party, subject, stance: party === 'gr' ? 'opposes' : 'supports' }],
      },
    })),
    { type: 'party.renamed', occurred: '2019-02-12', body: { party: 'mk', role: 'party' } },
  ]
  const projections = new Projections()
  for (const [revision, one] of told.entries()) projections.apply(eventOf(one, revision))
  const { differences, convergence } = projections
  const apartAt = (validTime: string) =>
    atOnce(differences.at({ revision: 6, validTime: Date.parse(validTime) })).computed.length
  expect([apartAt('2019-02-11T00:00Z'), apartAt('2019-02-13T00:00Z')]).toEqual([0, 1])
  const steps = atOnce(convergence.overValidTime(subject, 6))
  expect(steps.slice(-2)).toMatchObject([
    { validTime: '2019-02-12T00:00:00.000Z', apart: 1, apartLeast: 0, apartMost: 1 },
    { validTime: '2019-02-13T00:00:00.000Z', apart: 1, apartLeast: 1, apartMost: 1 },
  ])
})
