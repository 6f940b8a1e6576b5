import { describe, expect, test } from 'vitest'
import type { ClauseOperation } from '../../events/clause-operation.ts'
import { type Clause, type Content, EMPTY, readingOrder } from '../../projections/drafts/clause.ts'
import { applyOperation } from '../../projections/drafts/clauses.ts'
import { reasonOf } from '../words/in-english.ts'

type Op = ClauseOperation

const add = (clause: string, more: Partial<Op> = {}): Op =>
  ({ op: 'add', clause, text: `Text of ${clause}.`, ...more }) as Op

/** 1 (1-1, 1-2) and 2, as revision `first` made them. */
const GIVEN = [add('1'), add('1-1', { under: '1' }), add('1-2', { under: '1' }), add('2')]

function from(...ops: Op[]) {
  let content = GIVEN.reduce((so, op) => applyOperation(so, op, 'first').content, EMPTY)
  const reasons: string[] = []
  const displaced: string[] = []
  for (const op of ops) {
    const applied = applyOperation(content, op, 'second')
    if (applied.ineffective) {
      expect(applied.content).toBe(content)
      reasons.push(reasonOf(applied.ineffective))
    }
    if (applied.displaced) displaced.push(reasonOf(applied.displaced))
    content = applied.content
  }
  const clause = (id: string) => clauseOf(content, id)
  return { content, reasons, displaced, shape: shape(content), clause }
}

/** Each clause in reading order, indented, with an asterisk where it has no place. */
const shape = (content: Content) =>
  Array.from(
    readingOrder(content),
    ({ clause, depth }) => `${'  '.repeat(depth)}${clause.id}${clause.unplaced ? '*' : ''}`,
  )

const clauseOf = (content: Content, id: string) => content.clauses.get(id) as Clause

describe('a clause that is restored', () => {
  test('stands again under its id, where it is put; one that stands cannot be', () => {
    const one = { op: 'add', clause: 'a', text: 'One.' } as const
    const again = { op: 'restore', clause: 'a', text: 'Two.' } as const
    const ended = [one, { op: 'remove', clause: 'a' } as const].reduce(
      (content, op) => applyOperation(content, op, 'r1').content,
      EMPTY,
    )
    const { content } = applyOperation(ended, again, 'r2')
    expect(content.clauses.get('a')).toMatchObject({ text: 'Two.', addedIn: 'r2' })
    expect(applyOperation(content, again, 'r3').ineffective).toMatchObject({
      code: 'clause_present',
    })
    const reworded = applyOperation(content, { ...again, text: 'Three.' }, 'r3')
    expect(reworded.displaced).toMatchObject({ code: 'clause_present', params: { clause: 'a' } })
    expect(reworded.content.clauses.get('a')?.text).toBe('Three.')
  })

  test('may lose its heading', () => {
    const added = { op: 'add', clause: 'a', heading: 'Aims', text: '' } as const
    const { content } = applyOperation(EMPTY, added, 'r1')
    const amended = applyOperation(content, { op: 'amend', clause: 'a', heading: null }, 'r2')
    expect(amended.content.clauses.get('a')?.heading).toBeNull()
  })
})

describe('adding', () => {
  test('the last in its place where "after" is not given, the first where it is null', () => {
    expect(from(add('3'), add('0', { after: null })).shape).toEqual([
      '0',
      '1',
      '  1-1',
      '  1-2',
      '2',
      '3',
    ])
  })

  test('after a sibling, within a clause', () => {
    expect(from(add('1-1a', { under: '1', after: '1-1' })).shape).toEqual([
      '1',
      '  1-1',
      '  1-1a',
      '  1-2',
      '2',
    ])
  })

  test('a clause is proposed unless its status is given, and knows the revision it came with', () => {
    const { clause } = from(add('3', { label: 'III', proposers: ['usa'] }))
    expect(clause('3')).toMatchObject({
      label: 'III',
      heading: null,
      status: 'proposed',
      proposers: ['usa'],
      addedIn: 'second',
    })
    expect(from(add('3', { status: 'placeholder' })).clause('3').status).toBe('placeholder')
  })

  test('has no effect under an id that stands with these words', () => {
    expect(from(add('1')).reasons).toEqual(['there is a clause 1 already'])
  })

  test('in a place that is not there puts the words last, marked, whatever is added after', () => {
    const within = from(add('3', { under: '9' }))
    expect(within.displaced).toEqual(['there is no clause 9 to stand under'])
    expect(within.shape).toEqual(['1', '  1-1', '  1-2', '2', '3*'])
    const behind = from(add('3', { after: '1-1' }), add('4'))
    expect(behind.displaced).toEqual(['there is no clause 1-1 in that place to stand after'])
    expect(behind.shape).toEqual(['1', '  1-1', '  1-2', '2', '4', '3*'])
  })
})

describe('amending', () => {
  test('changes what is given and leaves the rest', () => {
    const { clause } = from({ op: 'amend', clause: '1-1', text: 'New.', proposers: ['usa'] })
    expect(clause('1-1')).toMatchObject({
      text: 'New.',
      heading: null,
      proposers: ['usa'],
      addedIn: 'first',
      wordedIn: 'second',
      changedIn: 'second',
    })
  })

  test('without new words leaves the revision that gave it its words', () => {
    const { clause } = from({ op: 'amend', clause: '2', text: 'Text of 2.', heading: 'Two' })
    expect(clause('2')).toMatchObject({ heading: 'Two', wordedIn: 'first', changedIn: 'second' })
  })

  test('of a clause that is not there puts the words last, marked', () => {
    const { displaced, shape, clause } = from({ op: 'amend', clause: '9', text: 'Peace.' })
    expect(displaced).toEqual(['there is no clause 9'])
    expect(shape.at(-1)).toBe('9*')
    expect(clause('9').text).toBe('Peace.')
  })

  test('of a clause that was removed brings its new words, with its label and heading', () => {
    const { shape, clause } = from(
      { op: 'relabel', clause: '2', label: 'II' },
      { op: 'remove', clause: '2' },
      { op: 'amend', clause: '2', text: 'Peace.' },
    )
    expect(shape.at(-1)).toBe('2*')
    expect(clause('2')).toMatchObject({ label: 'II', text: 'Peace.', status: 'proposed' })
  })

  test('has no effect where it gives no words to what is not there, or what is so already', () => {
    const unworded: Op = { op: 'amend', clause: '9', proposers: ['usa'] }
    expect(from(unworded).reasons).toEqual(['there is no clause 9'])
    expect(from({ op: 'amend', clause: '2', text: 'Text of 2.' }).reasons).toEqual([
      'it is so already',
    ])
  })

  test('an empty text is a text', () => {
    expect(from({ op: 'amend', clause: '2', text: '' }).clause('2').text).toBe('')
  })
})

describe('moving', () => {
  test('takes along what stands within', () => {
    const moved = from({ op: 'move', clause: '1', under: '2' })
    expect(moved.shape).toEqual(['2', '  1', '    1-1', '    1-2'])
    expect(moved.clause('1')).toMatchObject({ under: '2', wordedIn: 'first', changedIn: 'second' })
  })

  test('among its siblings', () => {
    expect(from({ op: 'move', clause: '1-2', under: '1', after: null }).shape).toEqual([
      '1',
      '  1-2',
      '  1-1',
      '2',
    ])
  })

  test('has no effect within itself, after itself, or where it stands already', () => {
    expect(from({ op: 'move', clause: '1', under: '1-2' }).reasons).toEqual([
      'a clause cannot stand within itself',
    ])
    expect(from({ op: 'move', clause: '1', under: '1' }).reasons).toHaveLength(1)
    expect(from({ op: 'move', clause: '1', after: '1' }).reasons).toHaveLength(1)
    expect(from({ op: 'move', clause: '2', after: '1' }).reasons).toEqual([
      'it stands there already',
    ])
  })
})

test('moving what was removed shows its last words last, marked, until it has a place', () => {
  const removed: Op = { op: 'remove', clause: '2' }
  const moved: Op = { op: 'move', clause: '2', after: null }
  const { shape, displaced, clause } = from(removed, moved)
  expect(displaced).toEqual(['there is no clause 2'])
  expect(shape).toEqual(['1', '  1-1', '  1-2', '2*'])
  expect(clause('2').text).toBe('Text of 2.')
  expect(from(removed, moved, moved).shape).toEqual(['2', '1', '  1-1', '  1-2'])
})

test('a label is only a label: it can be taken away, and two clauses may bear the same', () => {
  const { clause } = from(
    { op: 'relabel', clause: '1', label: 'E.4' },
    { op: 'relabel', clause: '2', label: 'E.4' },
    { op: 'relabel', clause: '1' },
  )
  expect([clause('1').label, clause('2').label]).toEqual([null, 'E.4'])
})

describe('removing', () => {
  test('ends the clause and all within it, and keeps them as they were', () => {
    const { clause, shape } = from({ op: 'remove', clause: '1' })
    expect(shape).toEqual(['2'])
    expect(clause('1-1')).toMatchObject({ status: 'removed', text: 'Text of 1-1.', under: '1' })
  })

  test('what was removed can be added again', () => {
    const removed = { op: 'remove', clause: '1' } as const
    expect(from(removed, add('1')).shape).toEqual(['2', '1'])
  })
})

describe('merging', () => {
  const merge = (clauses: string[], more: Partial<Op> = {}): Op =>
    ({ op: 'merge', clauses, into: { clause: 'm', text: 'Both.' }, ...more }) as Op

  test('puts one clause in the place of the first, with what stood within them, and keeps lineage', () => {
    const { shape, clause } = from(add('2-1', { under: '2' }), merge(['2', '1']))
    expect(shape).toEqual(['m', '  2-1', '  1-1', '  1-2'])
    expect(clause('m').lineage).toEqual({ from: ['2', '1'], into: [] })
    expect(clause('1')).toMatchObject({ status: 'merged_into', lineage: { into: ['m'] } })
    expect(clause('1-1')).toMatchObject({ under: 'm', status: 'proposed' })
  })

  test('into the place that is given', () => {
    expect(from(merge(['1-1', '1-2'], { after: '1' })).shape).toEqual(['1', 'm', '2'])
    expect(from(merge(['1-1', '1-2'], { under: '1', after: '1-2' })).shape).toEqual([
      '1',
      '  m',
      '2',
    ])
  })

  test('a clause with one that stands within it', () => {
    expect(from(merge(['1-1', '1'])).shape).toEqual(['m', '  1-2', '2'])
  })

  test('the status survives where they all had it, and the proposers are those of all', () => {
    const agreed = (clause: string): Op => ({ op: 'set_status', clause, status: 'agreed' })
    const by = (clause: string, party: string): Op => ({ op: 'amend', clause, proposers: [party] })
    const { clause } = from(agreed('1'), agreed('2'), by('1', 'a'), by('2', 'b'), merge(['1', '2']))
    expect(clause('m')).toMatchObject({ status: 'agreed', proposers: ['a', 'b'] })
    expect(from(agreed('1'), merge(['1', '2'])).clause('m').status).toBe('proposed')
  })

  test('gives the new clause the status and alternatives of `into`, and no position', () => {
    const alternatives = [{ text: 'Or.', proposers: ['a'], opponents: ['b'] }]
    const into = { clause: 'm', text: 'Both.', status: 'bracketed', alternatives, proposers: ['c'] }
    const had = { op: 'amend', clause: '1', alternatives } as const
    const said = { op: 'take_position', clause: '1', party: 'b', stance: 'opposes' }
    const took = { ...said, commitment: 'firm' } as Op
    const { clause } = from(had, took, { op: 'merge', clauses: ['1', '2'], into } as Op)
    const { status, proposers } = into
    expect(clause('m')).toMatchObject({ status, alternatives, proposers, positions: [] })
    expect(from(had, took, merge(['1', '2'])).clause('m').alternatives).toEqual([])
    expect(clause('1')).toMatchObject({ alternatives, positions: [{ party: 'b' }] })
  })

  test('of which a part is gone ends nothing, and its words are last, marked', () => {
    const { displaced, shape, clause } = from({ op: 'remove', clause: '2' }, merge(['1', '2']))
    expect(displaced).toEqual(['there is no clause 2'])
    expect(shape).toEqual(['1', '  1-1', '  1-2', 'm*'])
    expect(clause('m')).toMatchObject({ text: 'Both.', lineage: { from: ['2'], into: [] } })
  })

  test('shows its words last also where a clause is alone, or the place ends with it', () => {
    expect(from(merge(['1', '1'])).displaced).toHaveLength(1)
    expect(from(merge(['1', '2'], { under: '1-1' })).displaced).toEqual([
      'its place is within a clause that it ends',
    ])
    const onto = { clause: '2', text: '' }
    expect(from({ op: 'merge', clauses: ['1', '2'], into: onto }).displaced).toHaveLength(1)
  })
})

describe('splitting', () => {
  const split = (clause: string, ...into: string[]): Op => ({
    op: 'split',
    clause,
    into: into.map((id) => ({ clause: id, text: `Part ${id}.` })),
  })

  test('puts the parts in its place; what stood within follows the last; keeps lineage', () => {
    const { shape, clause } = from(split('1', 'a', 'b'))
    expect(shape).toEqual(['a', 'b', '  1-1', '  1-2', '2'])
    expect(clause('1')).toMatchObject({ status: 'split_into', lineage: { into: ['a', 'b'] } })
    expect(clause('b').lineage.from).toEqual(['1'])
  })

  test('gives the parts what each of `into` has, else the status and proposers of the whole', () => {
    const had: Op = { op: 'amend', clause: '1', proposers: ['a'] }
    const into = [
      { clause: 'a', text: '', status: 'agreed' as const, proposers: ['b'] },
      { clause: 'b', text: '' },
    ]
    const { clause } = from(had, { op: 'split', clause: '1', into })
    expect(clause('a')).toMatchObject({ status: 'agreed', proposers: ['b'] })
    expect(clause('b')).toMatchObject({ status: 'proposed', proposers: ['a'], alternatives: [] })
  })

  test('what is gone shows the words of its parts last, marked', () => {
    const { displaced, shape } = from({ op: 'remove', clause: '1' }, split('1', 'a', 'b'))
    expect(displaced).toEqual(['there is no clause 1'])
    expect(shape).toEqual(['2', 'a*', 'b*'])
  })

  test('ends nothing with ids that are taken or given twice', () => {
    expect(from(split('1', 'a', '2')).displaced).toEqual(['there is a clause 2 already'])
    expect(from(split('1', 'a', 'a')).displaced).toEqual(['there is a clause a already'])
    expect(from(split('1', '1', 'a')).displaced).toHaveLength(1)
    expect(from(split('1', 'a', '2')).shape).toEqual(['1', '  1-1', '  1-2', '2', 'a*'])
  })
})

test('a status can be set, and an agreed clause reopened', () => {
  const set = (status: 'agreed' | 'bracketed'): Op => ({ op: 'set_status', clause: '1', status })
  expect(from(set('agreed'), set('bracketed')).clause('1').status).toBe('bracketed')
  expect(from(set('agreed'), set('agreed')).reasons).toEqual(['it is so already'])
})

test('a party has one position in a clause, its latest', () => {
  const take = (party: string, stance: 'opposes' | 'supports'): Op => ({
    op: 'take_position',
    clause: '1',
    party,
    stance,
    commitment: 'ad_referendum',
  })
  const { clause } = from(
    take('usa', 'opposes'),
    take('ukraine', 'opposes'),
    take('usa', 'supports'),
  )
  expect(clause('1').positions).toMatchObject([
    { party: 'ukraine', stance: 'opposes' },
    {
      party: 'usa',
      stance: 'supports',
      commitment: 'ad_referendum',
      note: null,
      takenIn: 'second',
    },
  ])
})
