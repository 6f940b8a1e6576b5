import { describe, expect, test } from 'vitest'
import { messageOf } from '../words/in-english.ts'
import { idOf, type Told } from './given.ts'
import { ledger, told, warned } from './told-warnings.ts'

const revised = (revision: string, basis: string[], operations: object[], more: object = {}) =>
  told('draft.revised', '2025-11-05', { draft: 'plan', revision, basis, operations, ...more })
const heard = (revision: string, draft = 'plan') =>
  told('draft.revisionReported', '2025-11-04', { draft, revision })
const voided = (entry: number): Told => ({ type: 'entry.voided', body: { target: idOf(entry) } })
const add = (clause: string, more: object = {}) => ({ op: 'add', clause, text: 'War.', ...more })
const agree = (clause: string) => ({ op: 'set_status', clause, status: 'agreed' })
const amend = (clause: string) => ({ op: 'amend', clause, text: 'Peace.' })

const FIRST = revised('p1', [], [add('a'), add('b')])

/** The messages of the warnings that the last event raised. */
function raised(...facts: Told[]): string[] {
  const { warnings, head } = ledger(facts)
  return [...warnings.raising(head)].flat().map(messageOf)
}

describe('an operation that changes nothing', () => {
  test.each<[string, ...object[]]>([
    ['a status of what was removed', { op: 'remove', clause: 'a' }, agree('a')],
    ['a move into itself', { op: 'move', clause: 'a', under: 'a' }],
    ['a place after what is elsewhere', { op: 'move', clause: 'b', under: 'a', after: 'b' }],
  ])('%s', (_, ...operations) => {
    expect(warned([FIRST, revised('p2', ['p1'], operations)])).toEqual([
      'operation_without_effect @1',
    ])
    const adding = told('draft.operationsAdded', '2025-11-06', { revision: 'p2', operations })
    const opened = revised('p2', ['p1'], [], { complete: false })
    expect(warned([FIRST, opened, adding])).toEqual(['operation_without_effect @2'])
  })

  test('is named with its reason, and how many more of the entry are like it', () => {
    expect(raised(FIRST, revised('p2', ['p1'], [agree('x'), agree('y'), agree('a')]))).toEqual([
      'To set status clause x in revision p2 changes nothing: there is no clause x, and 1 more like it.',
    ])
  })

  test('may have come to that by a correction of what it rests on', () => {
    const facts = [FIRST, revised('p2', ['p1'], [agree('a')])]
    const replacement = { ...FIRST.body, type: 'draft.revised', operations: [add('b')] }
    const corrected = { type: 'entry.corrected', body: { target: idOf(0), replacement } }
    expect(warned(facts)).toEqual([])
    expect(warned([...facts, corrected])).toEqual(['operation_without_effect @1'])
  })
})

describe('an operation whose words have no place', () => {
  test.each<[string, ...object[]]>([
    ['an amendment of what was removed', { op: 'remove', clause: 'a' }, amend('a')],
    ['a clause after what is elsewhere', add('c', { under: 'a', after: 'b' })],
    ['a merge with itself', { op: 'merge', clauses: ['a', 'a'], into: { clause: 'c', text: '' } }],
    [
      'a merge of which a part is gone',
      { op: 'remove', clause: 'a' },
      { op: 'merge', clauses: ['a', 'b'], into: { clause: 'c', text: 'War.' } },
    ],
  ])('%s', (_, ...operations) => {
    expect(warned([FIRST, revised('p2', ['p1'], operations)])).toEqual(['operation_displaced @1'])
  })

  test('is named with its reason, and how many more of the entry are like it', () => {
    expect(raised(FIRST, revised('p2', ['p1'], [amend('x'), amend('y'), amend('a')]))).toEqual([
      'To amend clause x in revision p2 cannot be done, and its words are shown all the same: there is no clause x, and 1 more like it.',
    ])
  })
})

describe('a revision made from one that is not known', () => {
  const later = [
    FIRST,
    revised('p2', ['p1'], [add('c')]),
    revised('p3', ['p2'], []),
    revised('p4', ['p3'], []),
  ]

  test('because that was voided: the voiding raises it, on every one that rests on it', () => {
    expect(warned(later)).toEqual([])
    expect(raised(...later, voided(1))).toEqual([
      'Revision p3 is made from p2, of which no entry that stands tells.',
      'Revision p4 is made from p3, whose own basis is not known.',
    ])
    expect(warned([...later, voided(1), voided(4)])).toEqual([])
  })

  test('because it was only heard of, until somebody has its text', () => {
    const facts = [heard('h1'), revised('p2', ['h1'], [add('a')])]
    expect(raised(...facts)).toEqual(['Revision p2 is made from h1, whose text is not known.'])
    expect(warned([...facts, revised('h1-text', [], [], { attests: 'h1' })])).toEqual([])
  })

  test('though its text comes from another, which is known', () => {
    const facts = [FIRST, revised('q1', [], []), revised('p2', ['p1', 'q1'], []), voided(1)]
    expect(warned(facts)).toEqual(['basis_unknown @2'])
  })
})

describe('a revision that is said to be the text of another', () => {
  const text = (revision: string, attests: string, draft = 'plan') =>
    revised(revision, [], [], { attests, draft })

  test.each<[string, string[], Told[]]>([
    ['heard of once', [], [heard('h'), text('a', 'h')]],
    [
      'that has been given another text',
      ['attested_twice @2 !1'],
      [heard('h'), text('a', 'h'), text('b', 'h')],
    ],
    [
      'in another draft',
      ['attested_in_other_draft @1 !0'],
      [heard('h', 'counter'), text('a', 'h')],
    ],
    ['whose text is recorded', ['attested_has_text @1 !0'], [FIRST, text('a', 'p1')]],
    ['and the other entry was voided', [], [heard('h'), text('a', 'h'), text('b', 'h'), voided(1)]],
  ])('%s', (_, expected, facts) => {
    expect(warned(facts)).toEqual(expected)
  })
})

describe('a revision that was said to be complete', () => {
  const more = told('draft.operationsAdded', '2025-11-06', {
    revision: 'p1',
    operations: [add('c')],
  })
  const done = told('draft.revisionCompleted', '2025-11-06', { revision: 'p1' })
  const begun = revised('p1', [], [], { complete: false })

  test.each<[string, string[], Told[]]>([
    ['and goes on', ['revision_complete_already @1 !0'], [FIRST, more]],
    ['and goes on after its completion', ['revision_complete_already @2 !1'], [begun, done, more]],
    ['and is completed again', ['revision_complete_already @2 !1'], [begun, done, done]],
    ['once all of it was there', [], [begun, more, done]],
    ['by an entry that was voided', [], [begun, done, more, voided(1)]],
  ])('%s', (_, expected, facts) => {
    expect(warned(facts)).toEqual(expected)
  })
})
