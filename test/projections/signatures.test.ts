import { describe, expect, test } from 'vitest'
import { Drafts } from '../../projections/drafts/drafts.ts'
import { given, type Told } from './given.ts'

function act(type: string, occurred: string, body: object): Told {
  return { type, occurred, body: { draft: 'plan', ...body } }
}

const told: Told[] = [
  act('draft.tabled', '2025-11-01', {}),
  act('draft.revised', '2025-11-02', { revision: 'r1' }),
  act('draft.initialled', '2025-11-10', { by: [{ party: 'usa', person: 'rubio' }] }),
  act('draft.signed', '2025-12-01', {
    revision: 'r1',
    meeting: 'geneva',
    by: [{ party: 'ukraine' }, { party: 'usa' }],
  }),
]

test('a draft tells who signed or initialled it, when, each, whatever its status', () => {
  const { drafts, at } = given(told, (history) => ({ drafts: new Drafts(history) }))
  const signatures = (validTime: string) =>
    drafts
      .one('plan', at(validTime))
      ?.signatures.map(({ manner, party, person, signedRevision, meeting, fact }) => [
        ...[manner, party, person, signedRevision, meeting, fact.occurred.text],
      ])
  expect(signatures('2025-11-09T00:00Z')).toEqual([])
  const initialled = ['initialled', 'usa', 'rubio', null, null, '2025-11-10']
  expect(signatures('2025-11-11T00:00Z')).toEqual([initialled])
  expect(signatures('2025-12-02T00:00Z')).toEqual([
    initialled,
    ['signed', 'ukraine', null, 'r1', 'geneva', '2025-12-01'],
    ['signed', 'usa', null, 'r1', 'geneva', '2025-12-01'],
  ])
  expect(drafts.one('plan', at())?.status).toBe('tabled')
})

test('a document that one side issues alone has a status of its own', () => {
  const unilateral = act('draft.statusChanged', '2025-12-03', { status: 'unilateral' })
  const { drafts, at } = given([...told, unilateral], (history) => ({
    drafts: new Drafts(history),
  }))
  expect(drafts.one('plan', at())?.status).toBe('unilateral')
})

describe('the status of a draft, as of an uncertain date', () => {
  const status = (...more: Told[]) => {
    const { drafts, at } = given([...told, ...more], (history) => ({ drafts: new Drafts(history) }))
    return (time: string) => {
      const { status, possibly, orElse } = drafts.one('plan', at(time)) ?? {}
      return [status, possibly, orElse]
    }
  }
  const changed = (status: string, occurred: string) =>
    act('draft.statusChanged', occurred, { status })

  test('is the later one, possibly, and names the one before', () => {
    const at = status(changed('consolidated', '2026-01'))
    expect(at('2025-12-31T00:00Z')).toEqual(['tabled', undefined, undefined])
    expect(at('2026-01-10T00:00Z')).toEqual(['consolidated', true, 'tabled'])
    expect(at('2026-02-01T00:00Z')).toEqual(['consolidated', undefined, undefined])
  })

  test.each([
    ['withdrawn', act('draft.withdrawn', '2026-01', { by: ['usa'] })],
    ['lapsed', changed('lapsed', '2026-01')],
  ])('an end that is only possible takes nothing away: %s', (ended, end) => {
    const at = status(changed('consolidated', '2025-12-10'), end)
    expect(at('2026-01-10T00:00Z')).toEqual(['consolidated', true, ended])
    expect(at('2026-02-01T00:00Z')).toEqual([ended, undefined, undefined])
  })

  test('is possible for ever where two dates leave their order open', () => {
    const at = status(changed('consolidated', '2026-01'), changed('adopted', '2026-01-15'))
    expect(at('2026-03-01T00:00Z')).toEqual(['adopted', true, 'consolidated'])
  })

  test('is sure where the status that may be another was given again before', () => {
    const [first, then] = [changed('consolidated', '2025-12-01'), changed('adopted', '2025-12-05')]
    const at = status(first, then, changed('adopted', '2026-01'))
    expect(at('2026-01-10T00:00Z')).toEqual(['adopted', undefined, undefined])
  })

  test('a draft that may be withdrawn stays on the table', () => {
    const end = act('draft.withdrawn', '2026-01', { by: ['usa'] })
    const { drafts, at } = given([...told, end], (history) => ({ drafts: new Drafts(history) }))
    expect(drafts.onTable(at('2026-01-10T00:00Z')).onTable?.draft).toBe('plan')
    expect(drafts.onTable(at('2026-02-01T00:00Z')).onTable).toBeNull()
  })
})

test('a signature is there from the beginning of its day, possibly until that has passed', () => {
  const { drafts, at } = given(told, (history) => ({ drafts: new Drafts(history) }))
  const facts = (time: string) => drafts.one('plan', at(time))?.signatures.map(({ fact }) => fact)
  expect(facts('2025-11-10T12:00Z')).toMatchObject([{ possibly: true }])
  expect(facts('2025-11-11T00:00Z')?.[0]).not.toHaveProperty('possibly')
})
