import { describe, expect, test } from 'vitest'
import { Parties } from '../../projections/parties/parties.ts'
import { given, idOf, type Told } from './given.ts'

function ledger(told: Told[]) {
  return given(told, (history) => ({ parties: new Parties(history) }))
}

function listed(party: string, body: object = {}, occurred = '2025-11-10'): Told {
  return { type: 'party.listed', occurred, body: { party, ...body } }
}

function withdrawn(party: string, occurred: string, body: object = {}): Told {
  return { type: 'party.withdrawn', occurred, body: { party, ...body } }
}

describe('every party known at a revision is listed, with its status at the valid time', () => {
  const told = [
    listed('usa', { name: 'United States', role: 'mediator' }),
    withdrawn('usa', '2025-11-20', { reason: 'No progress' }),
    listed('russia', { since: '../' }, '2025-11-30'),
  ]

  test.each([
    ['2025-11-09T00:00Z', 'not_yet_listed', undefined],
    ['2025-11-10T00:00Z', 'listed', true],
    ['2025-11-11T00:00Z', 'listed', undefined],
    ['2025-11-20T12:00Z', 'listed', true],
    ['2025-11-21T00:00Z', 'withdrawn', undefined],
  ])('at %s one is %s', (validTime, status, possibly) => {
    const { parties, at } = ledger(told)
    const usa = parties.one('usa', at(validTime))
    expect([usa?.status, usa?.possibly]).toEqual([status, possibly])
  })

  test('with the other status that it may have, where it is possible only', () => {
    const { parties, at } = ledger(told)
    const other = (time: string) => parties.one('usa', at(time))?.orElse
    expect(['2025-11-10T12:00Z', '2025-11-20T12:00Z'].map(other)).toEqual([
      'not_yet_listed',
      'withdrawn',
    ])
    expect(parties.one('usa', at('2025-11-11T00:00Z'))).not.toHaveProperty('orElse')
  })

  test('and stays, where a withdrawal provably lies before it was listed', () => {
    const { parties, at } = ledger([listed('usa'), withdrawn('usa', '2025-11-05')])
    expect(parties.one('usa', at())).toMatchObject({ status: 'listed' })
    expect(parties.one('usa', at())).toHaveProperty('withdrawn', null)
  })

  test('with what it is and what says so', () => {
    const { parties, at } = ledger(told)
    expect(parties.list(at())).toMatchObject([
      {
        party: 'usa',
        name: 'United States',
        kind: 'state',
        role: 'mediator',
        status: 'withdrawn',
        listed: { revision: 0, id: idOf(0), occurred: { text: '2025-11-10' } },
        withdrawn: { revision: 1, reason: 'No progress' },
        groupings: [],
        members: [],
      },
      { party: 'russia', status: 'listed', since: { text: '../' } },
    ])
  })

  test('`since` says when a listing counts, and `../` that it always did', () => {
    const { parties, at } = ledger(told)
    expect(parties.one('russia', at('1990-01-01T00:00Z'))).toMatchObject({
      status: 'listed',
      possibly: true,
    })
  })

  test('one that was recorded later is not known yet', () => {
    const { parties, at } = ledger(told)
    expect(parties.list(at(undefined, 1)).map(({ party }) => party)).toEqual(['usa'])
    expect(parties.one('russia', at(undefined, 1))).toBeUndefined()
  })

  test('a party that withdrew may return, and withdraw once more', () => {
    const { parties, at } = ledger([
      ...[listed('usa'), withdrawn('usa', '2025-11-20'), withdrawn('usa', '2025-12-20')],
      { type: 'party.returned', occurred: '2025-12-05', body: { party: 'usa', reason: 'A plea' } },
    ])
    const usa = (time: string) => parties.one('usa', at(time))
    const days = ['2025-11-25', '2025-12-05', '2025-12-06', '2025-12-20', '2025-12-21']
    const told = days.map((day) => {
      const { status, orElse, withdrawn } = usa(`${day}T12:00Z`) ?? {}
      return [status, orElse, withdrawn?.revision]
    })
    expect(told).toEqual([
      ['withdrawn', undefined, 1],
      ['listed', 'withdrawn', 1],
      ['listed', undefined, undefined],
      ['listed', 'withdrawn', 2],
      ['withdrawn', undefined, 2],
    ])
    expect(usa('2025-12-06T12:00Z')?.returned).toMatchObject({ revision: 3, reason: 'A plea' })
    expect(usa('2025-11-25T12:00Z')).toHaveProperty('returned', null)
  })

  test('a withdrawal that the ledger voids never was', () => {
    const { parties, at } = ledger([...told, { type: 'entry.voided', body: { target: idOf(1) } }])
    expect(parties.one('usa', at())).toMatchObject({ status: 'listed' })
    expect(parties.one('usa', at())).toHaveProperty('withdrawn', null)
  })

  test('asking for a party does not make one', () => {
    const { parties, at } = ledger(told)
    expect(parties.one('nobody', at())).toBeUndefined()
    expect(parties.list(at())).toHaveLength(2)
  })
})

describe('a grouping has the members that joined and have not left', () => {
  const member = (type: string, party: string, occurred: string, body: object = {}): Told => ({
    type: `grouping.${type}`,
    occurred,
    body: { grouping: 'eu', party, ...body },
  })
  const told = [
    listed('eu', { kind: 'grouping' }),
    listed('france'),
    listed('uk'),
    member('joined', 'uk', '2025-11-12', { since: '1973-01-01' }),
    member('joined', 'france', '2025-11-12', { since: '../' }),
    member('left', 'uk', '2020-01-31'),
    member('joined', 'uk', '2025-11-25'),
  ]
  const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id)

  test.each([
    ['1972-12-31T00:00Z', ['france']],
    ['1973-01-02T00:00Z', ['france', 'uk']],
    ['2020-02-01T00:00Z', ['france']],
    ['2025-11-26T00:00Z', ['france', 'uk']],
  ])('at %s: %j', (validTime, members) => {
    const { parties, at } = ledger(told)
    expect(ids(parties.membersOf('eu', at(validTime)))).toEqual(members)
    expect(parties.one('eu', at(validTime))?.members).toHaveLength(members.length)
    expect(ids(parties.groupingsOf('uk', at(validTime)))).toEqual(
      members.includes('uk') ? ['eu'] : [],
    )
  })

  test('possibly, until it has joined for certain, with what says so', () => {
    const { parties, at } = ledger(told)
    expect(parties.membersOf('eu', at('2025-11-25T12:00Z'))).toMatchObject([
      { id: 'france', joined: { revision: 4 } },
      { id: 'uk', joined: { revision: 6 }, possibly: true },
    ])
    expect(parties.one('uk', at('2025-11-26T00:00Z'))?.groupings[0]).not.toHaveProperty('possibly')
  })

  test('possibly, where two reports of a joining leave it open', () => {
    const reports = [
      member('joined', 'poland', '2026-02-01', { since: '2025-11/2025-12' }),
      member('joined', 'poland', '2026-02-01', { since: '2025-11-15/2025-12-31' }),
    ]
    const { parties, at } = ledger([listed('eu', { kind: 'grouping' }), ...reports])
    expect(parties.membersOf('eu', at('2025-11-20T00:00Z'))).toMatchObject([
      { id: 'poland', joined: { revision: 1 }, possibly: true },
    ])
    expect(parties.groupingsOf('poland', at('2026-01-01T00:00Z'))[0]).not.toHaveProperty('possibly')
  })

  test('possibly, where two reports of a leaving leave it open', () => {
    const leavings = [
      member('left', 'france', '2025-11-27/2025-11-29'),
      member('left', 'france', '2025-11-28'),
    ]
    const { parties, at } = ledger([...told, ...leavings])
    const members = (time: string) => parties.membersOf('eu', at(time))
    expect(members('2025-11-28T12:00Z')).toMatchObject([{ id: 'france', possibly: true }, {}])
    expect(ids(members('2025-11-29T00:00Z'))).toEqual(['uk'])
  })

  test('without those that have withdrawn from the negotiation', () => {
    const withdrawal = { type: 'party.withdrawn', occurred: '2025-12-01', body: { party: 'uk' } }
    const { parties, at } = ledger([...told, withdrawal])
    expect(ids(parties.membersOf('eu', at('2025-12-02T00:00Z')))).toEqual(['france'])
    expect(parties.groupingsOf('uk', at('2025-12-02T00:00Z'))).toEqual([])
  })

  test('and a return alone makes no member: the party joins again', () => {
    const { parties, at, and } = ledger([
      ...told,
      { type: 'party.withdrawn', occurred: '2025-12-01', body: { party: 'uk' } },
      { type: 'party.returned', occurred: '2025-12-10', body: { party: 'uk' } },
    ])
    const members = () => ids(parties.membersOf('eu', at('2025-12-20T00:00Z')))
    expect(members()).toEqual(['france'])
    and([member('joined', 'uk', '2025-12-12')])
    expect(members()).toEqual(['france', 'uk'])
  })
})

test('aliases are those of the latest list that counts by then', () => {
  const { parties, at } = ledger([
    listed('usa', { name: 'United States', aliases: ['Washington', 'USA'] }),
    { type: 'party.renamed', occurred: '2025-11-20', body: { party: 'usa', role: 'observer' } },
    { type: 'party.renamed', occurred: '2025-11-25', body: { party: 'usa', aliases: ['US'] } },
  ])
  const aliasesAt = (time: string) => parties.one('usa', at(time))?.aliases
  expect(aliasesAt('2025-11-22T00:00Z')).toEqual(['Washington', 'USA'])
  expect(aliasesAt('2025-11-26T00:00Z')).toEqual(['US'])
})
