import { describe, expect, test } from 'vitest'
import { idOf, type Told } from './given.ts'
import {
  CAP,
  ended,
  heard,
  idIn,
  joined,
  ledger,
  left,
  retracted,
  said,
  withdrew,
} from './told-stances.ts'

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
  ])('%s: surely before that day, possibly on it, and not after', (_, told) => {
    const { cell } = ledger(...told)
    const answers = ['2025-11-19T23:59:59.999Z', '2025-11-20T00:00Z', '2025-11-21T00:00Z'].map(
      (at) => [cell(at).stance, cell(at).possibly],
    )
    expect(answers).toEqual([
      ['supports', false],
      ['supports', true],
      ['no_record', false],
    ])
  })

  test('an end of another party’s position is none of its own', () => {
    expect(ledger(open, ended(open, '2025-11-20', 'russia')).cell().stance).toBe('supports')
  })

  test('an end that provably lies before the position began ends nothing', () => {
    const { cell } = ledger(open, retracted(open, '2025-11-05'))
    expect(cell('2025-11-15')).toMatchObject({ stance: 'supports', possibly: false })
  })

  test('an end that may lie before it is read at or after its start', () => {
    const { cell } = ledger(open, retracted(open, '2025-11'))
    expect(cell('2025-11-15')).toMatchObject({ stance: 'supports', possibly: true })
    expect(cell('2025-12-15')).toMatchObject({ stance: 'no_record', possibly: false })
  })

  test('a plan may be given up before it begins', () => {
    const plan = said({ on: '2025-11-10', since: '2026-01' })
    expect(ledger(plan).cell('2026-02-01').stance).toBe('supports')
    expect(ledger(plan, retracted(plan, '2025-11-20')).cell('2026-02-01').stance).toBe('no_record')
  })

  test('while its end may not have come it holds, possibly, and what would follow is named', () => {
    const { cell } = ledger(before, open, ended(open, '2025-11-20/2025-11-24'))
    expect(cell('2025-11-22')).toMatchObject({
      stance: 'supports',
      possibly: true,
      orElse: { stance: 'undecided', basis: 'declared', position: { revision: 0 } },
    })
    expect(cell('2025-11-25')).toMatchObject({ stance: 'undecided', possibly: false })
    expect(ledger(open, ended(open, '2025-11-20/2025-11-24')).cell('2025-11-22')).toMatchObject({
      stance: 'supports',
      possibly: true,
      orElse: { stance: 'no_record', basis: null, position: null },
    })
  })

  test('an end that makes no difference to the stance makes none to its certainty', () => {
    const again = said({ on: '2025-11-15' })
    const { cell } = ledger(open, again, ended(again, '2025-11-20/2025-11-24'))
    expect(cell('2025-11-22')).toMatchObject({ stance: 'supports', possibly: false })
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
    expect(cell('2025-11-21').declared).toMatchObject({ afterRetraction: true })
    expect(cell('2025-11-22').declared).not.toHaveProperty('afterRetraction')
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

describe('rule 3: of a joint statement', () => {
  const of = (party: string) => ({ party, subject: CAP, stance: 'supports' })
  const joint = said({
    on: '2025-11-10',
    but: {
      jointlyWith: [{ speaker: { kind: 'person', id: 'jan' }, onBehalfOf: 'poland' }],
      positions: ['ukraine', 'poland', 'russia'].map(of),
    },
  })
  const takenBack = (on: string, ...by: string[]): Told => {
    const told = retracted(joint, on)
    return { ...told, body: { ...told.body, by } }
  }
  const stands = (told: Told[], on: string) => {
    const { cell } = ledger(joint, ...told)
    const parties = ['ukraine', 'poland', 'russia']
    return parties.filter((party) => cell(on, undefined, party).stance === 'supports')
  }

  test('one speaker takes back what it declared; what the other declared stands', () => {
    const { cell } = ledger(joint, takenBack('2025-11-20', 'poland'))
    const answer = (party: string) => cell('2025-11-25', undefined, party)
    expect(answer('poland')).toMatchObject({ stance: 'no_record' })
    expect(answer('ukraine')).toMatchObject({ stance: 'supports', basis: 'declared' })
  })

  test('what it says of others, for whom nobody speaks, ends with the last who takes it back', () => {
    const first = takenBack('2025-11-20', 'poland')
    const last = takenBack('2025-11-25', 'ukraine')
    expect(stands([first], '2025-11-26')).toEqual(['ukraine', 'russia'])
    expect(stands([last, first], '2025-11-24')).toEqual(['ukraine', 'russia'])
    expect(stands([last, first], '2025-11-25')).toEqual(['ukraine', 'russia'])
    expect(stands([last, first], '2025-11-26')).toEqual([])
    expect(stands([takenBack('2025-11-20', 'poland', 'ukraine')], '2025-11-26')).toEqual([])
  })

  test('a retraction that names nobody is by all of them', () => {
    expect(stands([retracted(joint, '2025-11-20')], '2025-11-26')).toEqual([])
  })

  test('a party for which nobody speaks in it takes nothing back', () => {
    const all = ['ukraine', 'poland', 'russia']
    expect(stands([takenBack('2025-11-20', 'russia')], '2025-11-26')).toEqual(all)
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

describe('rule 3: what has come about lies before it was recorded', () => {
  test('a retraction of today, recorded at noon, is sure at one', () => {
    const words = said({ on: '2025-11-10', recordedAt: '2025-11-10T18:00:00.000Z' })
    const gone = { ...retracted(words, '2025-11-20'), recordedAt: '2025-11-20T12:00:00.000Z' }
    const { cell } = ledger(words, gone)
    expect(cell('2025-11-20T11:00Z')).toMatchObject({ stance: 'supports', possibly: true })
    expect(cell('2025-11-20T13:00Z')).toMatchObject({ stance: 'no_record', possibly: false })
  })

  test('what was already standing when it was said stood at every time before, possibly', () => {
    const standing = heard({ on: '2025-11-10', since: '../', stance: 'opposes' })
    const { cell } = ledger(standing)
    expect(cell('1991-08-24')).toMatchObject({
      stance: 'opposes',
      possibly: true,
      orElse: { stance: 'no_record' },
      reported: { leader: { alreadyStanding: true, since: { text: '../', from: null } } },
    })
    expect(cell('2025-11-11')).toMatchObject({ stance: 'opposes', possibly: false })
  })
})

describe('rule 3: a date that is open on one side', () => {
  const answers = (told: Told[], ...days: string[]) => {
    const { cell } = ledger(...told)
    return days.map((day) => [cell(day).stance, cell(day).possibly])
  }
  const on = '2026-01-10'
  const recordedAt = '2026-01-10T18:00:00.000Z'
  const until = (date: string) => said({ on, recordedAt, until: date })

  test('“until June 2027 or later”: surely before June, possibly from then on, for ever', () => {
    const days = ['2027-05-31', '2027-06-15', '2099-01-01']
    expect(answers([until('2027-06-01/..')], ...days)).toEqual([
      ['supports', false],
      ['supports', true],
      ['supports', true],
    ])
  })

  test('“since June 2027 or later”: not before June, possibly from then on, for ever', () => {
    const since = said({ on, recordedAt, since: '2027-06-01/..' })
    expect(answers([since], '2027-05-31', '2027-06-15', '2099-01-01')).toEqual([
      ['no_record', false],
      ['supports', true],
      ['supports', true],
    ])
  })

  test('“until the end of 2027 at the latest”: possibly, until that day closes', () => {
    const days = ['2026-01-12', '2027-12-31', '2028-01-01']
    const expected = [
      ['supports', true],
      ['supports', true],
      ['no_record', false],
    ]
    expect(answers([until('../2027-12-31')], ...days)).toEqual(expected)
  })

  const open = said({ on: '2025-11-10', of: 'allies' })
  const member = joined('ukraine', 'allies', '2020-01-01')
  test.each([
    ['a retraction', retracted(open, '../2025-11-20')],
    ['a recorded end', ended(open, '../2025-11-20', 'allies')],
    ['a leaving', left('ukraine', 'allies', '../2025-11-20')],
    ['a withdrawal', withdrew('ukraine', '../2025-11-20')],
  ])('likewise %s, dated by the day at the latest', (_, end) => {
    expect(answers([open, member, end], '2025-11-15', '2025-11-20', '2025-11-21')).toEqual([
      ['supports', true],
      ['supports', true],
      ['no_record', false],
    ])
  })
})
