import { describe, expect, test } from 'vitest'
import { Drafts } from '../../../projections/drafts/drafts.ts'
import { given, type Told } from '../given.ts'
import { historyIn } from '../texts-of.ts'
import { add } from './texts.ts'

const revised = (revision: string, basis: string[], ...operations: object[]): Told => ({
  type: 'draft.revised',
  body: { draft: 'us', revision, basis, proposers: [`of-${revision}`], operations },
})
const amend = (clause: string, text: string) => ({ op: 'amend', clause, text })

/** The steps of a clause, the latest first: `revision clause: changes`. */
function history(revision: string, clause: string, ...told: Told[]) {
  const { drafts, at } = given(told, (h) => ({ drafts: new Drafts(h) }))
  return historyIn(drafts, revision, clause, at())
}

const told = (...given: Parameters<typeof history>) =>
  history(...given)?.map(
    (step) => `${step.draftRevision} ${step.clause.id}: ${step.changes.join(', ')}`,
  )

/** The words that each step inserted; steps that inserted none are left out. */
function inserted(...given: Parameters<typeof history>) {
  const words = history(...given)?.map(({ draftRevision: revision, text }) => [
    revision,
    ...text.flatMap((run) => (run.kind === 'inserted' ? [run.text] : [])),
  ])
  return words?.filter(({ length }) => length > 1)
}

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

  test('goes on in every text that a revision was made from', () => {
    const revisions = [
      revised('fa', [], add('x1', 'One.'), add('x2', 'Two is two.'), add('x3', 'Three.')),
      revised('fb', ['fa'], amend('x2', 'Two is two and a bit.'), add('x4', 'Four is new.')),
      revised('fc', ['fa'], amend('x1', 'One is one.'), { op: 'remove', clause: 'x3' }),
      revised(
        'fd',
        ['fc', 'fb'],
        { op: 'restore', clause: 'x4', text: 'Four is new.' },
        amend('x2', 'Two is two and a little bit.'),
      ),
    ]
    expect(told('fd', 'x4', ...revisions)).toEqual(['fd x4: added', 'fb x4: added'])
    expect(history('fd', 'x4', ...revisions)?.[0]?.text).toEqual([
      { kind: 'same', text: 'Four is new.' },
    ])
    expect(told('fd', 'x2', ...revisions)).toEqual([
      'fd x2: amended',
      'fb x2: amended',
      'fa x2: added',
    ])
    expect(inserted('fd', 'x2', ...revisions)).toEqual([
      ['fd', 'little '],
      ['fb', ' and a bit'],
      ['fa', 'Two is two.'],
    ])
  })

  test('goes on through what one revision merged and split within itself', () => {
    const parts = [
      { clause: 'ec1', text: 'Gamma. ' },
      { clause: 'ec2', text: 'Three.' },
    ]
    const steps = [
      { op: 'split', clause: 'ec', into: parts },
      { op: 'merge', clauses: ['ec1', 'ec2'], into: { clause: 'ec3', text: 'Gamma. Three.' } },
      amend('ec3', 'Gamma. Three and more.'),
    ]
    const revisions = [
      revised('e1', [], add('ec', 'Gamma. Three.')),
      revised('e2', ['e1'], ...steps),
    ]
    expect(told('e2', 'ec3', ...revisions)?.map((step) => step.split(':')[0])).toEqual([
      'e2 ec3',
      'e2 ec1',
      'e2 ec2',
      'e1 ec',
    ])
    expect(inserted('e2', 'ec3', ...revisions)).toEqual([
      ['e2', ' and more'],
      ['e1', 'Gamma. Three.'],
    ])
    const back = { op: 'restore', clause: 'ec1', text: 'Gamma again.' }
    const restored = revised('e2', ['e1'], ...steps, back)
    expect(inserted('e2', 'ec1', revisions[0] as Told, restored)).toEqual([
      ['e2', ' again.'],
      ['e1', 'Gamma. Three.'],
    ])
  })

  test('names those that an operation says propose its words', () => {
    const own = { proposers: ['jp'] }
    const second = revised('r2', ['r1'], { ...amend('army', 'Six hundred thousand men.'), ...own })
    const steps = history('r2', 'army', first, second)
    expect(steps?.map(({ proposers }) => proposers)).toEqual([['jp'], ['of-r1']])
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
