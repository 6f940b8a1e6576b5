import { describe, expect, test } from 'vitest'
import { Projections } from '../../projections/registry.ts'
import { atOnce } from '../../projections/time/pieces.ts'
import { eventOf, type Told } from './given.ts'

const FLOW = { kind: 'issue', id: 'flow' } as const

/** `up` is for and `down` against since January; `down` is listed and comes and goes as told. */
function ledger(listing: object, ...told: Told[]) {
  const positions = (['up', 'down'] as const).map((party) => ({
    ...{ party, subject: FLOW, stance: party === 'up' ? 'supports' : 'opposes' },
  }))
  const all: Told[] = [
    { type: 'negotiation.opened', occurred: '2025' },
    { type: 'party.listed', occurred: '2025-01-01', body: { party: 'up' } },
    { type: 'party.listed', occurred: '2025-01-01', body: { party: 'down', ...listing } },
    { type: 'issue.raised', occurred: '2025-01-01', body: { issue: 'flow' } },
    { type: 'statement.recorded', occurred: '2025-01-02', body: { statement: 's', positions } },
    ...told,
  ]
  const projections = new Projections()
  for (const [revision, one] of all.entries()) projections.apply(eventOf(one, revision))
  const asOf = (day: string) => ({
    revision: all.length - 1,
    validTime: Date.parse(`${day}T00:00Z`),
  })
  return {
    party: (day: string) => projections.parties.one('down', asOf(day)),
    between(day: string) {
      const [found] = atOnce(projections.differences.at(asOf(day))).computed
      if (found === undefined) return 'nothing'
      const { apart, apartLeast, apartMost, stands } = found
      return [apart, apartLeast, apartMost, stands.against[0]?.mayNotTakePart ?? false]
    },
  }
}

const SURELY = [1, 1, 1, false]
const PERHAPS = [1, 0, 1, true]
const down = (type: string, occurred: string, body: object = {}): Told => ({
  ...{ type: `party.${type}`, occurred, body: { party: 'down', ...body } },
})

describe('a party that only possibly takes part sets the least and the most apart', () => {
  test('where it may not be listed yet', () => {
    const { between } = ledger({ since: '2025-11' })
    const days = ['2025-10-31', '2025-11-10', '2025-12-01']
    expect(days.map(between)).toEqual(['nothing', PERHAPS, SURELY])
  })

  test('where it may have withdrawn', () => {
    const { between } = ledger({}, down('withdrawn', '2025-11'))
    const days = ['2025-10-31', '2025-11-10', '2025-12-01']
    expect(days.map(between)).toEqual([SURELY, PERHAPS, 'nothing'])
  })

  test('where it may be an observer by now; the party names the role that it may still have', () => {
    const { between, party } = ledger({}, down('renamed', '2025-11', { role: 'observer' }))
    const days = ['2025-10-31', '2025-11-10', '2025-12-01']
    expect(days.map(between)).toEqual([SURELY, PERHAPS, 'nothing'])
    expect(days.map((day) => [party(day)?.role, party(day)?.roleOrElse])).toEqual([
      ['party', undefined],
      ['observer', 'party'],
      ['observer', undefined],
    ])
  })
})
