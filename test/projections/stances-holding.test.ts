import { describe, expect, test } from 'vitest'
import { idOf } from './given.ts'
import { ended, heard, idIn, ledger, retracted, said } from './told-stances.ts'

const before = said({ on: '2025-11-01', stance: 'undecided' })

describe('rule 3: a position holds until', () => {
  const open = said({ on: '2025-11-10' })
  const named = said({ on: '2025-11-10', until: '2025-11-20' })

  test.each([
    ['the end that it names', [named]],
    ['a recorded end', [open, ended(open, '2025-11-20')]],
    ['its speaker’s retraction', [open, retracted(open, '2025-11-20')]],
    ['the earliest of them: named', [named, ended(named, '2025-11-25')]],
    [
      'the earliest of them: recorded',
      [named, ended(named, '2025-11-20'), retracted(named, '2025-11-25')],
    ],
    ['an end that arrived before it', [ended(open, '2025-11-20'), open]],
    ['a retraction that arrived before it', [retracted(open, '2025-11-20'), open]],
    [
      'an end counted from the start of its month',
      [open, retracted(open, '2025-11-20/2025-12-24')],
    ],
  ])('%s', (_, told) => {
    const { cell } = ledger(...told)
    expect(cell('2025-11-19T23:59:59.999Z').stance).toBe('supports')
    expect(cell('2025-11-20T00:00:00.000Z').stance).toBe('no_record')
  })

  test('an end of another party’s position is none of its own', () => {
    expect(ledger(open, ended(open, '2025-11-20', 'russia')).cell().stance).toBe('supports')
  })

  test('and does not hold at all where it ends before it begins', () => {
    expect(ledger(open, retracted(open, '2025-11-05')).cell('2025-11-10').stance).toBe('no_record')
  })

  test('while its end may not have come, what follows it is possible only', () => {
    const { cell } = ledger(before, open, ended(open, '2025-11-20/2025-11-24'))
    expect(cell('2025-11-22')).toMatchObject({ stance: 'undecided', possibly: true })
    expect(cell('2025-11-25')).toMatchObject({ stance: 'undecided', possibly: false })
    expect(ledger(open, ended(open, '2025-11-20/2025-11-24')).cell('2025-11-22')).toMatchObject({
      stance: 'no_record',
      possibly: true,
    })
  })
})

describe('rule 3: then the one before it leads again', () => {
  const open = said({ on: '2025-11-10' })

  test('marked where a retraction is the cause', () => {
    const { cell } = ledger(before, open, retracted(open, '2025-11-20'))
    expect(cell('2025-11-15').declared).not.toHaveProperty('afterRetraction')
    expect(cell().declared).toMatchObject({ stance: 'undecided', afterRetraction: true })
  })

  test('unmarked where it would have ended anyway', () => {
    const both = [before, open, ended(open, '2025-11-21'), retracted(open, '2025-11-20')]
    const { cell } = ledger(...both)
    expect(cell('2025-11-20').declared).toMatchObject({ afterRetraction: true })
    expect(cell('2025-11-21').declared).not.toHaveProperty('afterRetraction')
  })

  test('unmarked where something later leads', () => {
    const { cell } = ledger(open, retracted(open, '2025-11-20'), said({ on: '2025-11-15' }))
    expect(cell().declared).not.toHaveProperty('afterRetraction')
  })

  test('until the retraction itself is voided', () => {
    const { cell } = ledger(before, open, retracted(open, '2025-11-20'), {
      type: 'entry.voided',
      body: { target: idOf(2) },
    })
    expect(cell(undefined, 2).stance).toBe('undecided')
    expect(cell(undefined, 3)).toEqual(cell(undefined, 1))
  })

  test('and a retraction corrected to another statement lets go of the first', () => {
    const other = said({ on: '2025-11-12', stance: 'opposes' })
    const replacement = {
      ...{ type: 'statement.retracted', occurred: '2025-11-20', statement: idIn(other) },
    }
    const { cell } = ledger(open, other, retracted(open, '2025-11-20'), {
      type: 'entry.corrected',
      body: { target: idOf(2), replacement },
    })
    expect(cell(undefined, 2).stance).toBe('opposes')
    expect(cell(undefined, 3)).toMatchObject({
      stance: 'supports',
      declared: { afterRetraction: true },
    })
  })
})

describe('rule 3: a ledger correction', () => {
  const wrong = said({ on: '2025-11-10', stance: 'opposes' })
  const right = { ...said({ on: '2025-11-10' }).body, type: 'statement.recorded' }

  test('acts as if the target had never been, at every valid time, from its revision on', () => {
    const voided = { type: 'entry.voided', occurred: '2025-12-20', body: { target: idOf(1) } }
    const { cell } = ledger(before, wrong, voided)
    for (const day of ['2025-11-10', '2025-12-25']) {
      expect(cell(day, 1).stance).toBe('opposes')
      expect(cell(day, 2)).toEqual(cell(day, 0))
    }
  })

  test('keeps its target’s rank', () => {
    const replacement = { ...right, occurred: '2025-11-10' }
    const { cell } = ledger(wrong, said({ on: '2025-11-10', stance: 'undecided' }), {
      type: 'entry.corrected',
      body: { target: idOf(0), replacement },
    })
    expect(cell()).toMatchObject({ stance: 'undecided', declared: { leader: { revision: 1 } } })
  })

  test('of several of one entry the latest that is not itself undone decides', () => {
    const correct = (stance: string) => {
      const replacement = { ...right, ...said({ on: '2025-11-10', stance }).body }
      return {
        type: 'entry.corrected',
        body: { target: idOf(0), replacement: { ...replacement, occurred: '2025-11-10' } },
      }
    }
    const { cell } = ledger(wrong, correct('supports'), correct('undecided'), {
      type: 'entry.voided',
      body: { target: idOf(2) },
    })
    expect([0, 1, 2, 3].map((revision) => cell(undefined, revision).stance)).toEqual([
      'opposes',
      'supports',
      'undecided',
      'supports',
    ])
  })
})

test('rule 3: a party’s withdrawal is a position of its own', () => {
  const { cell } = ledger(before, said({ on: '2025-11-10', stance: 'withdrawn' }))
  expect(cell()).toMatchObject({ stance: 'withdrawn', basis: 'declared' })
  expect(cell().declared).not.toHaveProperty('afterRetraction')
})

test('rule 3: being unsupported marks a position and never changes who leads', () => {
  const cited = { evidence: [{ source: 'a' }] }
  const { cell } = ledger(
    { type: 'source.recorded', body: { source: 'a' } },
    before,
    said({ on: '2025-11-10', but: cited }),
    { type: 'source.amended', body: { source: 'a', amendment: 'killed' } },
  )
  const leader = (revision: number, support: string) => ({
    stance: 'supports',
    declared: { leader: { revision, support } },
  })
  expect(cell(undefined, 2)).toMatchObject(leader(2, 'supported'))
  expect(cell(undefined, 3)).toMatchObject(leader(2, 'unsupported'))
  expect(cell('2025-11-05').declared).toMatchObject({ leader: { support: 'uncited' } })
})

describe('rule 3: an open until is bounded by when the event was recorded', () => {
  const standing = {
    ...{ on: '2025-11-10', by: 'Wire', since: '../', stance: 'opposes' },
    recordedAt: '2025-11-20T00:00:00.000Z',
  }

  test('so it may be later only than what began before then', () => {
    const later = (on: string) => heard({ on, by: 'Post', recordedAt: '2025-12-01T00:00:00.000Z' })
    expect(ledger(heard(standing), later('2025-11-19')).cell().stance).toBe('conflicting')
    expect(ledger(heard(standing), later('2025-11-20')).cell().stance).toBe('supports')
  })

  test('and what is already standing holds at every valid time, possibly only until then', () => {
    const { cell } = ledger(heard(standing))
    expect(cell('1991-08-24')).toMatchObject({
      stance: 'opposes',
      possibly: true,
      reported: { leader: { alreadyStanding: true, since: { text: '../', from: null } } },
    })
    expect(cell('2025-11-20').possibly).toBe(false)
  })
})
