import { describe, expect, test } from 'vitest'
import { Drafts } from '../../../projections/drafts/drafts.ts'
import { given, type Told } from '../given.ts'
import { add } from './texts.ts'

const revised = (revision: string, basis: string[], ...operations: object[]): Told => ({
  type: 'draft.revised',
  body: { draft: 'us', revision, basis, proposers: [`of-${revision}`], operations },
})
const amend = (clause: string, text: string) => ({ op: 'amend', clause, text })

/** The steps of a clause, the latest first: `revision clause: changes`. */
function history(revision: string, clause: string, ...told: Told[]) {
  const { drafts, at } = given(told, (h) => ({ drafts: new Drafts(h) }))
  return drafts.clauseHistory(revision, clause, at())
}

const told = (...given: Parameters<typeof history>) =>
  history(...given)?.map((step) => `${step.revision} ${step.clause.id}: ${step.changes.join(', ')}`)

const first = revised('r1', [], add('army', 'Six hundred thousand.'), add('nato', 'No alliance.'))

describe('the history of a clause', () => {
  test('has a step for each revision that changed it, and none for the others', () => {
    const revisions = [
      first,
      revised('r2', ['r1'], amend('nato', 'No alliance at all.')),
      revised('r3', ['r2'], amend('army', 'Eight hundred thousand.')),
      revised('r4', ['r3'], { op: 'move', clause: 'army', after: 'nato' }),
      revised('r5', ['r4'], { op: 'set_status', clause: 'army', status: 'agreed' }),
    ]
    expect(told('r5', 'army', ...revisions)).toEqual([
      'r5 army: status_changed',
      'r4 army: moved',
      'r3 army: amended',
      'r1 army: added',
    ])
    const amended = history('r5', 'army', ...revisions)?.[2]
    expect(amended).toMatchObject({
      proposers: ['of-r3'],
      clause: { text: 'Eight hundred thousand.' },
      text: [
        { kind: 'deleted', text: 'Six' },
        { kind: 'inserted', text: 'Eight' },
        { kind: 'same', text: ' hundred thousand.' },
      ],
    })
  })

  test('goes on with those that it was merged or split from', () => {
    const into = { clause: 'both', text: 'Six hundred thousand. No alliance.' }
    const parts = [
      { clause: 'men', text: 'Six hundred thousand. ' },
      { clause: 'bloc', text: 'No alliance.' },
    ]
    const revisions = [
      first,
      revised('r2', ['r1'], { op: 'merge', clauses: ['army', 'nato'], into }),
      revised('r3', ['r2'], { op: 'split', clause: 'both', into: parts }),
    ]
    expect(told('r3', 'men', ...revisions)).toEqual([
      'r3 men: split, amended',
      'r2 both: merged, amended',
      'r1 army: added',
      'r1 nato: added',
    ])
  })

  test('of a clause that ended has its end', () => {
    const removed = revised('r2', ['r1'], { op: 'remove', clause: 'nato' })
    expect(told('r2', 'nato', first, removed)).toEqual(['r2 nato: removed', 'r1 nato: added'])
    expect(history('r1', 'nothing', first)).toBeUndefined()
  })

  test('ends where the revisions go in a circle', () => {
    const one = revised('r1', ['r2'], add('a', 'One.'))
    const two = revised('r2', ['r1'], amend('a', 'Two.'))
    expect(told('r1', 'a', one, two)).toEqual(['r1 a: added'])
  })
})
