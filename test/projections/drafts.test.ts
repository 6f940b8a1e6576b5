import { describe, expect, test } from 'vitest'
import { Drafts } from '../../projections/drafts/drafts.ts'
import { given, idOf, type Told, tried } from './given.ts'

const tabled = (draft: string, occurred = '2025-11-01', proposers = ['usa']): Told => ({
  type: 'draft.tabled',
  occurred,
  body: { draft, title: `The ${draft} plan`, proposers },
})

const revised = (revision: string, more: object = {}, occurred = '2025-11-02'): Told => ({
  type: 'draft.revised',
  occurred,
  body: { draft: 'us', revision, ...more },
})

const reported = (revision: string, more: object = {}, occurred = '2025-11-02'): Told => ({
  type: 'draft.revisionReported',
  occurred,
  body: { draft: 'us', revision, ...more },
})

const add = (clause: string, text = `Text of ${clause}.`) => ({ op: 'add', clause, text })
const amend = (clause: string, text: string) => ({ op: 'amend', clause, text })
const operationsAdded = (revision: string, operations: object[], occurred?: string): Told => ({
  type: 'draft.operationsAdded',
  ...(occurred === undefined ? {} : { occurred }),
  body: { revision, operations },
})

function ledger(...told: Told[]) {
  const folded = given(told, (history) => ({ drafts: new Drafts(history) }))
  const { drafts, at } = folded
  return {
    ...folded,
    text: (revision: string, ...when: Parameters<typeof at>) =>
      drafts.content(revision, at(...when))?.clauses.map(({ id, text }) => `${id}: ${text}`),
  }
}

describe('a draft', () => {
  test('is there from the first of its facts that counts, tabled and without a text', () => {
    const { drafts, at } = ledger(tabled('us', '2025-11-02'))
    expect(drafts.one('us', at('2025-11-01T23:59:59Z'))).toBeUndefined()
    expect(drafts.list(at('2025-11-01T23:59:59Z'))).toEqual([])
    expect(drafts.one('us', at())).toMatchObject({
      title: 'The us plan',
      proposers: ['usa'],
      status: 'tabled',
      language: null,
      statusFact: { id: idOf(0) },
      current: null,
      latestAttested: null,
      content: null,
      revisions: [],
    })
  })

  test('may be opened by a report, of which the contents are unknown', () => {
    const opens = { title: 'The plan', proposers: ['usa'] }
    const { drafts, at } = ledger(reported('r1', { opens, points: 28, description: 'Leans.' }))
    expect(drafts.one('us', at())).toMatchObject({
      title: 'The plan',
      proposers: ['usa'],
      status: 'reported',
      current: { draftRevision: 'r1', kind: 'reported', contents: 'unknown', points: 28 },
      latestAttested: null,
      content: { contents: 'unknown', clauses: [] },
    })
  })

  test('has a name even where the fact that opened it does not count yet', () => {
    const { drafts, at } = ledger(tabled('us', '2025-11-05'), revised('r1'))
    expect(drafts.one('us', at('2025-11-03T00:00Z'))).toMatchObject({
      title: 'The us plan',
      statusFact: null,
      current: { draftRevision: 'r1' },
    })
  })

  test('has the latest status given to it as a whole; a revision has its own', () => {
    const status = (occurred: string, body: object): Told => ({
      type: 'draft.statusChanged',
      occurred,
      body: { draft: 'us', ...body },
    })
    const { drafts, at } = ledger(
      tabled('us'),
      revised('r1'),
      status('2025-11-04', { status: 'consolidated' }),
      status('2025-11-03', { status: 'circulated' }),
      status('2025-11-05', { status: 'initialled', revision: 'r1' }),
      { type: 'draft.withdrawn', occurred: '2025-11-06', body: { draft: 'us', by: ['usa'] } },
    )
    const statusAt = (day: string) => drafts.one('us', at(`${day}T00:00Z`))?.status
    expect(['2025-11-03', '2025-11-04', '2025-11-05', '2025-11-07'].map(statusAt)).toEqual([
      'circulated',
      'consolidated',
      'consolidated',
      'withdrawn',
    ])
    expect(drafts.one('us', at())?.current?.status).toBe('initialled')
  })
})

describe('revisions', () => {
  test('the current one is the latest in valid time, whatever came in last', () => {
    const { drafts, at } = ledger(
      tabled('us'),
      revised('late', {}, '2025-11-20'),
      revised('early', {}, '2025-11-10'),
      reported('heard', {}, '2025-11-25'),
    )
    const us = drafts.one('us', at())
    expect(us?.revisions.map(({ draftRevision }) => draftRevision)).toEqual([
      'early',
      'late',
      'heard',
    ])
    expect(us?.current).toMatchObject({ draftRevision: 'heard', kind: 'reported' })
    expect(us?.latestAttested).toMatchObject({ draftRevision: 'late', kind: 'attested' })
    expect(drafts.one('us', at('2025-11-15T00:00Z'))?.current?.draftRevision).toBe('early')
  })

  test('the first basis gives the text, be it of another draft; further bases are parents too', () => {
    const { drafts, at, text } = ledger(
      tabled('us'),
      tabled('eu'),
      revised('us-1', { operations: [add('a')] }),
      revised('eu-1', { draft: 'eu', operations: [add('b')] }),
      revised('both', { basis: ['eu-1', 'us-1'], operations: [add('c')] }),
    )
    expect(text('both')).toEqual(['b: Text of b.', 'c: Text of c.'])
    expect(drafts.one('us', at())?.current?.basis).toEqual(['eu-1', 'us-1'])
  })

  test('on a reported basis the text starts empty, and says so at every remove', () => {
    const { drafts, at } = ledger(
      tabled('us'),
      reported('heard'),
      revised('r1', { basis: ['heard'], operations: [add('a'), amend('b', '')] }),
      revised('r2', { basis: ['r1'] }),
    )
    const unknown = { contents: 'known', basisUnknown: true, clauses: [{ id: 'a' }, { id: 'b' }] }
    expect(drafts.content('r1', at())).toMatchObject(unknown)
    expect(drafts.content('r2', at())).toMatchObject(unknown)
    expect(drafts.content('r1', at())?.displaced).toEqual([
      { op: 'amend', clause: 'b', code: 'clause_absent', params: { clause: 'b' }, entry: 2 },
    ])
  })

  test('are incomplete until they are said to be complete', () => {
    const { drafts, at, text } = ledger(
      tabled('us'),
      revised('r1', { complete: false, operations: [add('a')] }),
      operationsAdded('r1', [add('b')]),
      { type: 'draft.revisionCompleted', body: { revision: 'r1' } },
    )
    const contents = [1, 2, 3].map((n) => drafts.content('r1', at(undefined, n))?.contents)
    expect(contents).toEqual(['incomplete', 'incomplete', 'known'])
    expect(text('r1', undefined, 1)).toHaveLength(1)
    expect(text('r1', undefined, 2)).toHaveLength(2)
  })

  test('take their operations by the rank of the entries, whenever these occurred', () => {
    const { text } = ledger(
      tabled('us'),
      revised('r1', { complete: false }, '2025-11-05'),
      operationsAdded('r1', [add('a')], '2025-11-09'),
      operationsAdded('r1', [amend('a', 'Later entry.')], '2025-11-07'),
    )
    expect(text('r1')).toEqual(['a: Later entry.'])
  })

  test('of a reported revision have no text to change: their words are shown, marked', () => {
    const { drafts, at } = ledger(tabled('us'), reported('r1'), operationsAdded('r1', [add('a')]))
    const content = drafts.content('r1', at())
    expect(content).toMatchObject({ contents: 'unknown', clauses: [{ id: 'a', unplaced: true }] })
    expect(content?.displaced).toMatchObject([{ op: 'add', entry: 2 }])
  })

  test('of a reported revision leave the words of the revision that attests it', () => {
    const { drafts, text, at } = ledger(
      tabled('us'),
      reported('r1'),
      operationsAdded('r1', [add('a', 'As heard.'), add('b')]),
      revised('r2', { basis: [], attests: 'r1', operations: [add('a', 'As written.')] }),
    )
    expect(text('r1')).toEqual(['a: As written.', 'b: Text of b.'])
    expect(drafts.content('r1', at())?.ineffective).toMatchObject([{ op: 'add', clause: 'a' }])
  })
})

describe('a ledger correction', () => {
  const history = [
    tabled('us'),
    revised('r1', { complete: false }),
    operationsAdded('r1', [add('a', 'Wrong.')]),
    operationsAdded('r1', [add('b')]),
    revised('r2', { basis: ['r1'], operations: [add('c')] }, '2025-11-03'),
  ]
  const corrected = (target: number, { type, body }: Told): Told => ({
    type: 'entry.corrected',
    body: { target: idOf(target), replacement: { type, ...body } },
  })
  const voided = (target: number): Told => ({
    type: 'entry.voided',
    body: { target: idOf(target) },
  })

  test('rebuilds the revision and those that rest on it, and leaves earlier answers as they were', () => {
    const { text } = ledger(...history, corrected(2, operationsAdded('r1', [add('a', 'Right.')])))
    expect(text('r2')).toEqual(['a: Right.', 'b: Text of b.', 'c: Text of c.'])
    expect(text('r2', undefined, 4)).toEqual(['a: Wrong.', 'b: Text of b.', 'c: Text of c.'])
    expect(text('r1')).toEqual(['a: Right.', 'b: Text of b.'])
  })

  test('of a basis that is taken out leaves what rests on it with an unknown basis', () => {
    const { drafts, at, text } = ledger(...history, voided(1))
    expect(drafts.content('r1', at())).toBeUndefined()
    expect(drafts.content('r2', at())).toMatchObject({ basisUnknown: true })
    expect(text('r2')).toEqual(['c: Text of c.'])
    expect(text('r2', undefined, 4)).toHaveLength(3)
  })

  test('that takes out the operations of one entry, and its own undoing', () => {
    const { text } = ledger(...history, voided(3), voided(5))
    expect(text('r2', undefined, 5)).toEqual(['a: Wrong.', 'c: Text of c.'])
    expect(text('r2', undefined, 6)).toHaveLength(3)
  })

  test('that is undone brings operations back at their rank', () => {
    const { drafts, at, text } = ledger(
      tabled('us'),
      revised('r1', { complete: false }),
      operationsAdded('r1', [add('a', 'First.')]),
      operationsAdded('r1', [amend('a', 'Second.')]),
      voided(2),
      voided(4),
    )
    expect(drafts.content('r1', at(undefined, 4))?.clauses).toMatchObject([{ unplaced: true }])
    expect(text('r1')).toEqual(['a: Second.'])
    expect(drafts.content('r1', at())?.clauses[0]?.unplaced).toBeUndefined()
  })

  test('may move a revision to another basis, or to another id', () => {
    const { text } = ledger(
      ...history,
      corrected(4, revised('r2', { operations: [add('c')] })),
      corrected(1, revised('r0', { operations: [add('z')] })),
      corrected(4, revised('r2', { basis: ['r0'], operations: [add('c')] })),
    )
    expect(text('r2', undefined, 5)).toEqual(['c: Text of c.'])
    expect(text('r1')).toBeUndefined()
    expect(text('r2')).toEqual(['z: Text of z.', 'c: Text of c.'])
  })

  test('that makes two revisions rest on each other leaves both with an unknown basis', () => {
    const { drafts, at, text } = ledger(
      ...history,
      revised('r3', { basis: ['r2'] }),
      corrected(1, revised('r1', { basis: ['r2'], operations: [add('a')] })),
      corrected(1, revised('r1', { operations: [add('a')] })),
    )
    const before = at(undefined, 6)
    expect(text('r1', undefined, 6)).toEqual(['a: Wrong.', 'b: Text of b.'])
    expect(text('r2', undefined, 6)).toEqual(['c: Text of c.'])
    expect(text('r3', undefined, 6)).toEqual(['c: Text of c.'])
    for (const id of ['r1', 'r2', 'r3']) {
      expect(drafts.content(id, before)?.basisUnknown).toBe(true)
      expect(drafts.content(id, at())?.basisUnknown).toBeUndefined()
    }
    expect(text('r3')?.at(-1)).toBe('c: Text of c.')
  })
})

describe('the draft on the table', () => {
  const told = [
    tabled('us', '2025-11-01'),
    tabled('eu', '2025-11-10'),
    revised('us-1', { operations: [add('a')] }, '2025-11-20'),
  ]

  test('is the one with the latest revision, and the others compete with it', () => {
    const { drafts, at } = ledger(...told)
    const onTable = (day: string) => drafts.onTable(at(`${day}T00:00Z`))
    expect(onTable('2025-10-01')).toEqual({ onTable: null, competing: [] })
    expect(onTable('2025-11-15')).toMatchObject({
      onTable: { draft: 'eu', content: null },
      competing: [{ draft: 'us' }],
    })
    expect(onTable('2025-11-20')).toMatchObject({
      onTable: {
        draft: 'us',
        content: { draftRevision: 'us-1', clauses: [{ id: 'a', depth: 0 }] },
      },
      competing: [{ draft: 'eu' }],
    })
  })

  test('is none that was withdrawn', () => {
    const { drafts, at } = ledger(...told, {
      type: 'draft.withdrawn',
      occurred: '2025-11-21',
      body: { draft: 'us', by: [] },
    })
    expect(drafts.onTable(at())).toMatchObject({
      onTable: { draft: 'eu' },
      competing: [{ draft: 'us', status: 'withdrawn' }],
    })
  })
})

test('a clause can be read where it ended before the revision', () => {
  const { drafts, at } = ledger(
    tabled('us'),
    revised('r1', { operations: [add('a'), add('b')] }),
    revised('r2', {
      basis: ['r1'],
      operations: [{ op: 'merge', clauses: ['a', 'b'], into: { clause: 'm', text: '' } }],
    }),
  )
  expect(drafts.clause('r2', 'a', at())).toMatchObject({
    status: 'merged_into',
    text: 'Text of a.',
    lineage: { from: [], into: ['m'] },
    changedIn: 'r2',
  })
  expect(drafts.clause('r1', 'a', at())?.status).toBe('proposed')
})

test('a tentative fold leaves no trace', () => {
  const { drafts, at, history, entries, and, text } = ledger(
    tabled('us'),
    revised('r1', { complete: false, operations: [add('a')] }),
  )
  const before = drafts.one('us', at())
  tried(history, () => {
    and([operationsAdded('r1', [add('b')]), revised('r2', { basis: ['r1'] })])
    expect(text('r2')).toHaveLength(2)
  })
  expect(entries.event(2)).toBeUndefined()
  expect(drafts.one('us', at())).toEqual(before)
})

describe('recorded words are kept and the text on the table is shown', () => {
  test('a revision that attests one with a text of its own is made from that text', () => {
    const { text } = ledger(
      tabled('us'),
      revised('r0', { operations: [add('c0', 'Six.')] }),
      revised('r1', { basis: ['r0'], attests: 'r0', operations: [amend('c0', 'Seven.')] }),
    )
    expect(text('r1')).toEqual(['c0: Seven.'])
  })

  test('a revision that attests the report it is based on is made from what the report was', () => {
    const { drafts, at, text } = ledger(
      tabled('us'),
      revised('r0', { operations: [add('c0', 'Six.')] }),
      reported('heard', { basis: ['r0'] }),
      revised('r1', { basis: ['heard'], attests: 'heard', operations: [add('c1', 'New.')] }),
    )
    expect(text('r1')).toEqual(['c0: Six.', 'c1: New.'])
    expect(text('heard')).toEqual(text('r1'))
    expect(drafts.revision('r1', at())).not.toHaveProperty('basisUnknown')
  })

  test('a circle of basis and attestation leaves the words of its own operations', () => {
    const { text } = ledger(
      tabled('us'),
      reported('heard', { basis: ['r1'] }),
      revised('r1', { basis: ['heard'], attests: 'heard', operations: [add('c1', 'Kept.')] }),
    )
    expect(text('r1')).toEqual(['c1: Kept.'])
  })

  test('a reported revision whose text is attested counts as one that we have', () => {
    const { drafts, at } = ledger(
      tabled('us'),
      revised('text', { operations: [add('c0')], attests: 'heard' }, '2025-11-03'),
      reported('heard', {}, '2025-11-05'),
    )
    expect(drafts.one('us', at())?.latestAttested).toMatchObject({ draftRevision: 'heard' })
  })

  test('a later report without a text does not displace the text', () => {
    const { drafts, at } = ledger(
      tabled('us'),
      revised('r1', { operations: [add('c0')] }, '2025-11-03'),
      reported('r2', { basis: ['r1'] }, '2025-11-05'),
    )
    const draft = drafts.one('us', at())
    expect(draft?.current).toMatchObject({ draftRevision: 'r2', contents: 'unknown' })
    expect(draft?.content).toMatchObject({ draftRevision: 'r1', clauses: [{ id: 'c0' }] })
  })

  test('nor does a draft that was only heard of take the place of one with a text', () => {
    const opens = { title: 'Leaked', proposers: ['eu'] }
    const { drafts, at } = ledger(
      tabled('us'),
      revised('r1', { operations: [add('c0')] }, '2025-11-03'),
      reported('leak', { draft: 'eu', opens }, '2025-11-05'),
    )
    expect(drafts.onTable(at())).toMatchObject({
      onTable: { draft: 'us' },
      competing: [{ draft: 'eu' }],
    })
  })
})

describe('a draft that is tabled before whatever follows', () => {
  const late = (type: string, occurred: string, body: object = {}): Told => ({
    ...{ type: `draft.${type}`, occurred, body: { draft: 'us', ...body } },
    recordedAt: '2026-01-20T00:00:00.000Z',
  })
  const status = (told: Told[], time: string) => {
    const { drafts, at } = ledger(...told)
    const { status, possibly = false, orElse = null } = drafts.one('us', at(time)) ?? {}
    return [status, possibly, orElse]
  }
  const NOT_THERE = [undefined, false, null]

  test('is not there before, though the window of its withdrawal reaches back', () => {
    const told = [tabled('us', '2025-11-10'), late('withdrawn', '2025-11', { by: ['usa'] })]
    expect(status(told, '2025-11-05T00:00Z')).toEqual(NOT_THERE)
    expect(status(told, '2025-11-15T00:00Z')).toEqual(['tabled', true, 'withdrawn'])
    expect(status(told, '2025-12-05T00:00Z')).toEqual(['withdrawn', false, null])
  })

  test.each(['../2025-11-30', '2016'])('is not there long before, withdrawn %s', (withdrawn) => {
    const told = [tabled('us', '2025-03-02'), late('withdrawn', withdrawn, { by: ['usa'] })]
    expect(status(told, '2016-06-01T00:00Z')).toEqual(NOT_THERE)
  })

  test('is withdrawn, surely, the day after it was tabled and withdrawn', () => {
    const told = [tabled('us', '2025-11-10'), late('withdrawn', '2025-11-10', { by: ['usa'] })]
    expect(status(told, '2025-11-12T00:00Z')).toEqual(['withdrawn', false, null])
  })

  test('has a status given on some day of the month surely once the month is over', () => {
    const signed = late('statusChanged', '2025-11', { status: 'signed' })
    const told = [tabled('us', '2025-11-10'), signed]
    expect(status(told, '2025-11-05T00:00Z')).toEqual(NOT_THERE)
    expect(status(told, '2025-12-05T00:00Z')).toEqual(['signed', false, null])
  })

  test('is there possibly while it may not have been tabled', () => {
    const told = [late('tabled', '2025-11')]
    expect(status(told, '2025-11-10T00:00Z')).toEqual(['tabled', true, null])
    expect(status(told, '2025-12-01T00:00Z')).toEqual(['tabled', false, null])
  })
})
