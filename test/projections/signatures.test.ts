import { expect, test } from 'vitest'
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
