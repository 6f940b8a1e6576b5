import { describe, expect, test } from 'vitest'
import { Drafts } from '../../../projections/drafts/drafts.ts'
import { given, idOf, type Told } from '../given.ts'
import { blameIn } from '../texts-of.ts'

const add = (clause: string, text: string, more: object = {}) => ({
  op: 'add',
  clause,
  text,
  ...more,
})
const amend = (clause: string, text: string) => ({ op: 'amend', clause, text })
const tabled = (draft: string): Told => ({ type: 'draft.tabled', body: { draft } })
const revised = (revision: string, basis: string[], operations: object[], more = {}): Told => ({
  type: 'draft.revised',
  body: { draft: 'us', revision, basis, operations, ...more },
})

const first = revised(
  'r1',
  [],
  [
    add('army', 'The army has at most 600 000 men.', { heading: 'Forces' }),
    add('nato', 'Ukraine joins no alliance.'),
  ],
)

/** Who brought in the words of each clause of a revision: `revision: words`. */
function blamed(revision: string, ...told: Told[]) {
  const { drafts, at } = given([tabled('us'), tabled('eu'), ...told], (history) => ({
    drafts: new Drafts(history),
  }))
  const { origins = [], clauses = [] } = blameIn(drafts, revision, at()) ?? {}
  const words = clauses.map(({ clause, text }) => [
    clause,
    text.map((run) => `${origins[run.origin]?.draftRevision}: ${run.text}`),
  ])
  return { origins, clauses, words: Object.fromEntries(words) as Record<string, string[]> }
}

describe('blame', () => {
  test('names the revision that brought in each run of words, which together are the text', () => {
    const { words } = blamed(
      'r3',
      first,
      revised('r2', ['r1'], [amend('army', 'The army has at most 800 000 men.')]),
      revised('r3', ['r2'], [amend('army', 'The army has at most 800 000 men in peacetime.')]),
    )
    expect(words.army).toEqual([
      'r1: The army has at most ',
      'r2: 800',
      'r1:  000 men',
      'r3:  in peacetime',
      'r1: .',
    ])
    expect(words.nato).toEqual(['r1: Ukraine joins no alliance.'])
  })

  test('says who proposed it, at which meeting, on what evidence, and when', () => {
    const evidence = [{ source: 'axios' }]
    const { origins } = blamed(
      'r1',
      {
        type: 'draft.revised',
        occurred: '2025-11-20',
        body: {
          draft: 'us',
          revision: 'r1',
          proposers: ['usa'],
          meeting: 'geneva',
          operations: [add('army', 'One.')],
          complete: false,
          evidence,
        },
      },
      { type: 'draft.operationsAdded', body: { revision: 'r1', operations: [add('b', 'Two.')] } },
    )
    const common = {
      draft: 'us',
      draftRevision: 'r1',
      proposers: ['usa'],
      meeting: 'geneva',
      evidence,
    }
    expect(origins).toMatchObject([
      { ...common, fact: { id: idOf(2), occurred: { text: '2025-11-20' } } },
      { ...common, fact: { id: idOf(3), type: 'draft.operationsAdded' } },
    ])
  })

  test('of an operation that names who proposes it, names them, and not who drew up the revision', () => {
    const chair = { proposers: ['nz'] }
    const { words, origins } = blamed(
      'r2',
      revised('r1', [], [add('a', 'Chair text.', { proposers: ['us'] }), add('b', 'Aim.')], chair),
      revised(
        'r2',
        ['r1'],
        [{ ...amend('a', 'Chair text amended.'), proposers: ['jp'] }, amend('b', 'Aim of all.')],
        chair,
      ),
    )
    expect(words.a).toEqual(['r1: Chair text', 'r2:  amended', 'r1: .'])
    expect(
      origins.map(({ draftRevision: revision, proposers }) => [revision, ...proposers]),
    ).toEqual([
      ['r1', 'us'],
      ['r1', 'nz'],
      ['r2', 'jp'],
      ['r2', 'nz'],
    ])
  })

  test('survives moves, merges and splits', () => {
    const merge = {
      op: 'merge',
      clauses: ['army', 'nato'],
      into: {
        clause: 'both',
        text: 'The army has at most 600 000 men. Ukraine joins no alliance.',
      },
    }
    const split = {
      op: 'split',
      clause: 'both',
      into: [
        { clause: 'men', text: 'The army has at most 600 000 men. ' },
        { clause: 'bloc', text: 'Ukraine joins no military alliance.' },
      ],
    }
    const { words } = blamed(
      'r4',
      first,
      revised('r2', ['r1'], [{ op: 'move', clause: 'nato', after: null }]),
      revised('r3', ['r2'], [merge]),
      revised('r4', ['r3'], [split, { op: 'move', clause: 'bloc', under: 'men' }]),
    )
    expect(words).toEqual({
      men: ['r1: The army has at most 600 000 men.', 'r3:  '],
      bloc: ['r1: Ukraine joins no ', 'r4: military ', 'r1: alliance.'],
    })
  })

  test('of a revision made from two, finds the words that the other had already', () => {
    const { words } = blamed(
      'both',
      first,
      revised('us-2', ['r1'], [amend('nato', 'Ukraine joins no alliance for now.')]),
      revised('eu-2', ['r1'], [amend('army', 'The army has at most 800 000 men.')], {
        draft: 'eu',
      }),
      revised('both', ['us-2', 'eu-2'], [amend('army', 'The army has at most 800 000 women.')]),
    )
    expect(words).toEqual({
      army: ['r1: The army has at most ', 'eu-2: 800', 'r1:  000 ', 'both: women', 'r1: .'],
      nato: ['r1: Ukraine joins no alliance', 'us-2:  for now', 'r1: .'],
    })
  })

  test('of a clause taken over from the other parent, or brought back, is what it was', () => {
    const text = 'Ukraine joins no alliance soon.'
    const { words } = blamed(
      'both',
      first,
      revised('eu-1', [], [add('aid', 'Europe pays.')], { draft: 'eu' }),
      revised('r2', ['r1'], [{ op: 'remove', clause: 'nato' }]),
      revised(
        'both',
        ['r2', 'eu-1'],
        [
          { op: 'restore', clause: 'aid', text: 'Europe pays all.' },
          { op: 'restore', clause: 'nato', text },
        ],
      ),
    )
    expect(words.aid).toEqual(['eu-1: Europe pays', 'both:  all', 'eu-1: .'])
    expect(words.nato).toEqual(['r1: Ukraine joins no alliance', 'both:  soon', 'r1: .'])
  })

  test('of a merge in a revision made from two, finds the words that the other had already', () => {
    const into = { clause: 'both', text: 'The army has at most 800 000 men. No alliance.' }
    const { words } = blamed(
      'both',
      first,
      revised('eu-2', ['r1'], [amend('army', 'The army has at most 800 000 men.')]),
      revised('both', ['r1', 'eu-2'], [{ op: 'merge', clauses: ['army', 'nato'], into }]),
    )
    expect(words.both?.slice(0, 3)).toEqual([
      'r1: The army has at most ',
      'eu-2: 800',
      'r1:  000 men.',
    ])
  })

  test('of a blank goes with the words beside it, and is no run of its own', () => {
    const { words } = blamed(
      'r3',
      revised('r1', [], [add('a', 'The fox and the hen.')]),
      revised('r2', ['r1'], [amend('a', 'The blue fox and the green hen.')]),
      revised('r3', ['r2'], [amend('a', 'The black fox and the red hen.')]),
    )
    expect(words.a).toEqual(['r1: The ', 'r3: black ', 'r1: fox and the ', 'r3: red ', 'r1: hen.'])
  })

  test('of words that were taken out and came back is that of the later revision', () => {
    const { words } = blamed(
      'r3',
      first,
      revised('r2', ['r1'], [amend('nato', 'Ukraine joins.')]),
      revised('r3', ['r2'], [amend('nato', 'Ukraine joins no alliance.')]),
    )
    expect(words.nato).toEqual(['r1: Ukraine joins', 'r3:  no alliance', 'r1: .'])
  })

  test('of a heading is apart from that of the text; an empty text has no runs', () => {
    const { clauses, origins } = blamed(
      'r2',
      first,
      revised(
        'r2',
        ['r1'],
        [{ op: 'amend', clause: 'army', heading: 'Armed forces' }, amend('nato', '')],
      ),
    )
    const [army, nato] = clauses
    expect(army?.heading.map(({ text }) => text)).toEqual(['Armed forces'])
    expect(origins[army?.heading[0]?.origin ?? -1]?.draftRevision).toBe('r2')
    expect(origins[army?.text[0]?.origin ?? -1]?.draftRevision).toBe('r1')
    expect(nato?.text).toEqual([])
  })

  test('names the entry that stands in the place of a wrong one, from the correction on', () => {
    const replacement = { ...first.body, type: 'draft.revised', proposers: ['usa', 'ukraine'] }
    const correction = { type: 'entry.corrected', body: { target: idOf(2), replacement } }
    const { origins } = blamed('r2', first, revised('r2', ['r1'], [amend('nato', '')]), correction)
    expect(origins).toMatchObject([
      { proposers: ['usa', 'ukraine'], fact: { entry: 2, revision: 4 } },
    ])
  })
})
