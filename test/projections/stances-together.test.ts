import { describe, expect, test } from 'vitest'
import { atOnce } from '../../projections/time/pieces.ts'
import type { Told } from './given.ts'
import {
  CAP,
  heard,
  joined,
  ledger,
  left,
  listed,
  retracted,
  said,
  withdrew,
} from './told-stances.ts'

describe('rule 4: at a valid time a party also answers through its groupings', () => {
  const theirs = said({ on: '2025-11-05', of: 'allies' })
  const stances = (of: ReturnType<typeof ledger>, ...days: string[]) =>
    days.map((day) => of.cell(day).stance)

  test('so a joiner inherits, and a leaver loses', () => {
    const told = ledger(
      theirs,
      joined('ukraine', 'allies', '2025-11-10'),
      left('ukraine', 'allies', '2025-11-20'),
    )
    expect(stances(told, '2025-11-09', '2025-11-10', '2025-11-20', '2025-11-21')).toEqual([
      'no_record',
      'supports',
      'supports',
      'no_record',
    ])
    expect(told.cell('2025-11-15').declared?.leader).toMatchObject({
      party: 'ukraine',
      via: 'allies',
    })
    expect(told.cell('2025-11-15', undefined, 'allies').declared?.leader.via).toBeNull()
  })

  test('a membership counts from its own since, and late arrivals find their place', () => {
    const told = ledger(
      left('ukraine', 'allies', '2025-11-20'),
      joined('ukraine', 'allies', '2025-11-25', '2025-11-10'),
      theirs,
    )
    expect(stances(told, '2025-11-09', '2025-11-15', '2025-11-26')).toEqual([
      'no_record',
      'supports',
      'no_record',
    ])
  })

  test('while it may not have joined or left yet, what follows from it is possible only', () => {
    const told = ledger(
      theirs,
      joined('ukraine', 'allies', '2025-11-10/2025-11-12'),
      left('ukraine', 'allies', '2025-11-20/2025-11-22'),
    )
    const answers = ['2025-11-11', '2025-11-15', '2025-11-21', '2025-11-24'].map((day) => {
      const { stance, possibly } = told.cell(day)
      return [stance, possibly]
    })
    expect(answers).toEqual([
      ['supports', true],
      ['supports', false],
      ['supports', true],
      ['no_record', false],
    ])
  })

  test('a party that withdraws from the negotiation answers through none from then on', () => {
    const member = joined('ukraine', 'allies', '2025-11-06')
    const told = ledger(theirs, member, withdrew('ukraine', '2025-11-15'))
    expect(stances(told, '2025-11-14', '2025-11-16')).toEqual(['supports', 'no_record'])
    told.and([joined('ukraine', 'allies', '2025-11-18')])
    expect(told.cell('2025-11-20').stance).toBe('supports')
  })

  test('and through no grouping of its groupings, whose members are parties', () => {
    const { cell } = ledger(
      theirs,
      joined('nordics', 'allies', '2025-11-01'),
      joined('ukraine', 'nordics', '2025-11-01'),
    )
    expect(cell(undefined, undefined, 'nordics').stance).toBe('supports')
    expect(cell().stance).toBe('no_record')
  })
})

describe('rule 4: several reports of one joining or leaving are one', () => {
  const theirs = said({ on: '2025-11-05', of: 'allies', stance: 'opposes' })
  const joining = [
    joined('ukraine', 'allies', '2026-01-10', '2025-11/2025-12'),
    joined('ukraine', 'allies', '2026-01-11', '2025-11-15/2025-12-31'),
  ]
  const late = (told: Told, n: number) => ({ ...told, recordedAt: `2026-02-0${n}T00:00:00.000Z` })

  test('two uncertain joinings make a member, possibly', () => {
    const { cell } = ledger(theirs, ...joining.map(late))
    expect(cell('2025-11-20')).toMatchObject({
      stance: 'opposes',
      possibly: true,
      orElse: { stance: 'no_record' },
    })
    expect(cell('2026-01-01')).toMatchObject({ stance: 'opposes', possibly: false })
  })

  test('two uncertain leavings leave a member, possibly', () => {
    const { cell } = ledger(
      theirs,
      joined('ukraine', 'allies', '2020'),
      late(left('ukraine', 'allies', '2025-11/2025-12'), 1),
      late(left('ukraine', 'allies', '2025-11-15/2025-12-31'), 2),
    )
    expect(cell('2025-11-20')).toMatchObject({ stance: 'opposes', possibly: true })
    expect(cell('2026-01-01')).toMatchObject({ stance: 'no_record', possibly: false })
  })

  test('who joined and left in one month is out, and a member of before is in again', () => {
    const month = [joined('ukraine', 'allies', '2025-11'), left('ukraine', 'allies', '2025-11')]
    const out = { stance: 'no_record', possibly: false }
    expect(ledger(theirs, ...month).cell('2026-01-15')).toMatchObject(out)
    const before = joined('ukraine', 'allies', '2020')
    const back = { stance: 'opposes', possibly: false }
    expect(ledger(theirs, before, ...month).cell('2026-01-15')).toMatchObject(back)
  })
})

describe('rule 5: together', () => {
  const declared = said({ on: '2025-11-10', stance: 'supports' })

  test('the declared answer is given if there is one, with both layers', () => {
    const { cell } = ledger(declared, heard({ on: '2025-11-20', stance: 'undecided' }))
    expect(cell()).toMatchObject({
      ...{ party: 'ukraine', stance: 'supports', basis: 'declared' },
      declared: { leader: { revision: 0 } },
      reported: { stance: 'undecided', leader: { revision: 1 } },
    })
  })

  test('a report that may have been retracted contradicts it possibly', () => {
    const report = heard({ on: '2025-11-12', stance: 'opposes' })
    const taken = retracted(report, '2025-11-14/2025-12-31')
    const { cell } = ledger(said({ on: '2025-11-10' }), report, {
      ...taken,
      recordedAt: '2026-01-10T00:00:00.000Z',
    })
    expect(cell('2025-11-20')).toMatchObject({
      ...{ stance: 'conflicting', possibly: true, basis: 'declared' },
      orElse: { stance: 'supports', basis: 'declared', position: { revision: 0 } },
      conflict: [{ revision: 1 }, { revision: 0 }],
    })
    expect(cell('2026-01-10')).toMatchObject({ stance: 'supports', possibly: false })
  })

  test('a report of the same day may be later: then it would contradict', () => {
    const { cell } = ledger(
      said({ on: '2025-11-10T15:00Z' }),
      heard({ on: '2025-11-10', stance: 'opposes' }),
    )
    expect(cell()).toMatchObject({
      ...{ stance: 'supports', possibly: true, basis: 'declared' },
      orElse: { stance: 'conflicting', position: { revision: 1 } },
    })
  })

  test('where what was declared may have ended, the report is the other answer', () => {
    const own = said({ on: '2025-11-10', until: '2025-11-20/..' })
    const { cell } = ledger(own, heard({ on: '2025-11-05', stance: 'undecided' }))
    expect(cell('2025-11-25')).toMatchObject({
      ...{ stance: 'supports', possibly: true, basis: 'declared' },
      orElse: { stance: 'undecided', basis: 'reported' },
    })
  })

  test('a declared withdrawal is one', () => {
    const withdrawn = said({ on: '2025-11-10', stance: 'withdrawn' })
    const { cell } = ledger(withdrawn, heard({ on: '2025-11-20', stance: 'opposes' }))
    expect(cell()).toMatchObject({ stance: 'withdrawn', basis: 'declared' })
  })

  test('else the reported answer', () => {
    const { cell } = ledger(declared, heard({ on: '2025-11-05', stance: 'opposes' }))
    expect(cell('2025-11-07')).toMatchObject({
      stance: 'opposes',
      basis: 'reported',
      declared: null,
    })
  })

  test('else no_record', () => {
    const nothing = { stance: 'no_record', basis: null, declared: null, reported: null }
    expect(ledger(declared).cell('2025-11-05')).toMatchObject({ ...nothing, possibly: false })
    expect(ledger(declared).cell(undefined, undefined, 'nobody')).toMatchObject(nothing)
  })

  test.each([
    ['a later report on the other side', '2025-11-11', 'opposes', 'conflicting'],
    ['a report of the same from', '2025-11-10', 'opposes', 'supports'],
    ['an earlier report', '2025-11-09', 'opposes', 'supports'],
    ['a later report on the same side', '2025-11-11', 'proposes', 'supports'],
    ['a later report on no side', '2025-11-11', 'withdrawn', 'supports'],
  ])('with %s it is conflicting or not', (_, on, stance, together) => {
    const { cell } = ledger(declared, heard({ on, stance }))
    expect(cell()).toMatchObject({ stance: together, basis: 'declared' })
    expect(cell().declared?.stance).toBe('supports')
    expect(cell().reported?.stance).toBe(stance)
  })
})

test('a cell that nothing changed is the same object, also via a grouping and where it is only possible', () => {
  const told = ledger(
    ...listed('ukraine', 'allies', 'russia'),
    said({ on: '2025-11-05', of: 'allies' }),
    said({ on: '2025-11-06/2025-11-12', of: 'russia', stance: 'opposes' }),
    joined('ukraine', 'allies', '2025-11-08'),
    said({ on: '2025-11-09', of: 'ukraine', stance: 'opposes' }),
    left('ukraine', 'allies', '2025-11-20'),
  )
  const cells = (day: string) =>
    ['allies', 'ukraine', 'russia'].map((party) => told.kept(day, undefined, party))
  const [allies, ukraine, russia] = cells('2025-11-10')
  expect([ukraine?.declared?.leader.via, russia?.possibly]).toEqual([null, true])
  expect(cells('2025-11-11')).toEqual([allies, ukraine, russia])
  for (const [n, cell] of cells('2025-11-11').entries()) expect(cell).toBe(cells('2025-11-10')[n])
  expect(cells('2025-11-13')[2]).not.toBe(cells('2025-11-10')[2])
  const before = told.kept('2025-11-08')
  expect(before).toBe(told.kept('2025-11-08T12:00Z'))
  expect(before.declared?.leader.via).toBe('allies')
  expect(before).not.toBe(allies)
})

test('a column that was read before a late statement came answers for no other moment', () => {
  const told = ledger(...listed('ukraine'), said({ on: '2025-11-10' }))
  const stanceAt = (day: string) =>
    told.stances.onSubject(CAP, { revision: 1, validTime: Date.parse(day) })[0]?.stance
  expect(['2025-11-10', '2025-11-12'].map(stanceAt)).toEqual(['supports', 'supports'])
  told.and([said({ on: '2025-11-05', stance: 'opposes' })])
  expect(['2025-11-05', '2025-11-07'].map(stanceAt)).toEqual(['no_record', 'no_record'])
})

test('the matrix has every party listed and every subject known, whatever the valid time', () => {
  const clause = { party: 'russia', subject: { kind: 'clause', id: 'art-1' }, stance: 'opposes' }
  const { stances, at } = ledger(
    ...listed('russia', 'ukraine'),
    said({ on: '2025-11-10', but: { positions: [clause] } }),
    { type: 'issue.raised', occurred: '2025-11-20', body: { issue: 'cap' } },
    { type: 'entry.voided', body: { target: '00000000-0000-4000-8000-000000000002' } },
  )
  expect(atOnce(stances.matrix(at('2020-01-01T00:00Z', 3)))).toMatchObject({
    parties: ['russia', 'ukraine'],
    subjects: [
      { kind: 'clause', id: 'art-1' },
      { kind: 'issue', id: 'cap' },
    ],
    rows: [
      { party: 'russia', cells: [{ stance: 'no_record' }, { stance: 'no_record' }] },
      { party: 'ukraine', cells: [{ stance: 'no_record' }, { stance: 'no_record' }] },
    ],
  })
  expect(atOnce(stances.matrix(at(undefined, 2))).rows[0]?.cells).toMatchObject([
    { stance: 'opposes' },
  ])
  expect(atOnce(stances.matrix(at(undefined, 0)))).toMatchObject({
    parties: ['russia'],
    subjects: [],
  })
  const issues = atOnce(stances.matrix(at(undefined, 3), 'issue'))
  expect(issues.subjects).toEqual([{ kind: 'issue', id: 'cap' }])
  expect(issues.rows.map(({ cells }) => cells.map(({ subject }) => subject.id))).toEqual([
    ['cap'],
    ['cap'],
  ])
  const cellsOf = (revision: number) =>
    atOnce(stances.matrix(at(undefined, revision), 'issue')).rows.flatMap(({ cells }) => cells)
  for (const [n, cell] of cellsOf(4).entries()) expect(cell).toBe(cellsOf(3)[n])
  expect(stances.subjects(4)).toEqual([{ kind: 'issue', id: 'cap' }])
  expect(stances.ofParty('russia', at(undefined, 2))).toHaveLength(1)
  expect(stances.onSubject({ kind: 'issue', id: 'cap' }, at())).toHaveLength(2)
})
