import { describe, expect, test } from 'vitest'
import { Issues } from '../../projections/issues.ts'
import { given, idOf, type Told } from './given.ts'

function ledger(told: Told[]) {
  return given(told, (history) => ({ issues: new Issues(history) }))
}

const told: Told[] = [
  {
    type: 'issue.raised',
    occurred: '2025-11-02',
    body: { issue: 'army-cap', title: 'Army', proposition: 'The army is capped.' },
  },
  {
    type: 'issue.reframed',
    occurred: '2025-11-10',
    body: { issue: 'army-cap', proposition: 'The army is capped at 600,000.' },
  },
  { type: 'issue.reframed', occurred: '2025-11-06', body: { issue: 'army-cap', title: 'Forces' } },
  { type: 'issue.raised', occurred: '2025-11-03', body: { issue: 'borders' } },
]

test('an issue has the theme that whoever raised it named, if any', () => {
  const themed = { issue: 'gas', title: 'Gas', proposition: 'Gas flows.', theme: 'Energy' }
  const { issues, at } = ledger([
    ...told,
    { type: 'issue.raised', occurred: '2025-11-04', body: themed },
  ])
  expect(issues.one('gas', at())?.theme).toBe('Energy')
  expect(issues.one('army-cap', at())).not.toHaveProperty('theme')
})

test('an issue reads as it was put then, however late the framing is recorded', () => {
  const { issues, at } = ledger(told)
  const put = (validTime: string, revision?: number) => {
    const { title, proposition } = issues.one('army-cap', at(validTime, revision)) ?? {}
    return `${title}: ${proposition}`
  }
  expect(put('2025-11-03T00:00Z')).toBe('Army: The army is capped.')
  expect(put('2025-11-07T00:00Z')).toBe('Forces: The army is capped.')
  expect(put('2025-11-11T00:00Z')).toBe('Forces: The army is capped at 600,000.')
  expect(put('2025-11-11T00:00Z', 1)).toBe('Army: The army is capped at 600,000.')
})

test('its history holds every framing in whole, the latest last', () => {
  const { issues, at } = ledger(told)
  expect(issues.one('army-cap', at('2025-11-10T12:00Z'))).toMatchObject({
    possibly: true,
    framings: [
      { revision: 0, title: 'Army', proposition: 'The army is capped.' },
      { revision: 2, title: 'Forces', proposition: 'The army is capped.' },
      {
        revision: 1,
        title: 'Forces',
        proposition: 'The army is capped at 600,000.',
        possibly: true,
      },
    ],
  })
})

test('an issue known and not yet raised then is listed as such', () => {
  const { issues, at } = ledger(told)
  const list = issues.list(at('2025-11-02T12:00Z'))
  expect(list).toMatchObject([
    { issue: 'army-cap', state: 'open', possibly: true },
    { issue: 'borders', state: 'not_yet_raised', title: 'An issue', framings: [] },
  ])
  expect(list[1]).not.toHaveProperty('possibly')
  expect(issues.list(at(undefined, 2))).toHaveLength(1)
  expect(issues.one('assets', at())).toBeUndefined()
})

test('settled, reopened and settled again: the latest step by valid time decides', () => {
  const step = (type: string, occurred: string, body = {}): Told => ({
    type: `issue.${type}`,
    occurred,
    body: { issue: 'borders', ...body },
  })
  const { issues, at } = ledger([
    ...told,
    step('settled', '2025-11-20'),
    step('settled', '2025-11-05', { outcome: 'As they are' }),
    step('reopened', '2025-11-09', { reason: 'New claims' }),
  ])
  const states = ['04', '06', '10', '21'].map(
    (day) => issues.one('borders', at(`2025-11-${day}T00:00Z`))?.state,
  )
  expect(states).toEqual(['open', 'settled', 'open', 'settled'])
  expect(issues.one('borders', at())?.steps).toMatchObject([
    { revision: 5, state: 'settled', note: 'As they are' },
    { revision: 6, state: 'open', note: 'New claims' },
    { revision: 4, state: 'settled' },
  ])
})

test('an issue that the ledger voids is no longer known, and at earlier revisions it is', () => {
  const { issues, at } = ledger([...told, { type: 'entry.voided', body: { target: idOf(3) } }])
  expect(issues.one('borders', at())).toBeUndefined()
  expect(issues.one('borders', at(undefined, 3))?.state).toBe('open')
})

describe('an issue whose settling or reopening is a window', () => {
  const raised: Told = { type: 'issue.raised', occurred: '2025-10-01', body: { issue: 'cap' } }
  const step = (type: string, occurred: string): Told => ({
    ...{ type: `issue.${type}`, occurred, body: { issue: 'cap' } },
    recordedAt: '2026-02-01T00:00:00.000Z',
  })
  const state = (steps: Told[], time: string) => {
    const { issues, at } = ledger([raised, ...steps])
    const { state, possibly = false, orElse = null } = issues.one('cap', at(time)) ?? {}
    return [state, possibly, orElse]
  }

  test('is open, possibly, while it may not have been settled, and names the other state', () => {
    const settled = [step('settled', '2025-11/2025-12')]
    expect(state(settled, '2025-10-15T00:00Z')).toEqual(['open', false, null])
    expect(state(settled, '2025-11-20T00:00Z')).toEqual(['open', true, 'settled'])
    expect(state(settled, '2026-01-01T00:00Z')).toEqual(['settled', false, null])
  })

  test('is open again where it was settled and reopened in one month, in whatever order told', () => {
    const month = [step('reopened', '2025-11'), step('settled', '2025-11')]
    expect(state(month, '2026-01-01T00:00Z')).toEqual(['open', false, null])
  })
})

describe('an issue that is settled at or after it was raised', () => {
  const step = (type: string, occurred: string): Told => ({
    ...{ type: `issue.${type}`, occurred, body: { issue: 'cap' } },
    recordedAt: '2026-01-20T00:00:00.000Z',
  })
  const read = (told: Told[], time: string) => {
    const { issues, at } = ledger(told)
    const { state, possibly = false, orElse = null } = issues.one('cap', at(time)) ?? {}
    return [state, possibly, orElse]
  }

  test.each(['2025-11', '../2025-11-30', '2025-11-01'])(
    'is not yet raised before, settled %s',
    (settled) => {
      const told = [step('raised', '2025-11-10'), step('settled', settled)]
      expect(read(told, '2025-11-05T00:00Z')).toEqual(['not_yet_raised', false, null])
    },
  )

  test('is settled surely once the end has passed, however wide the window of its raising', () => {
    const told = [step('raised', '2025-11'), step('settled', '2025-11-20')]
    expect(read(told, '2025-11-25T00:00Z')).toEqual(['settled', false, null])
    expect(read(told, '2025-11-15T00:00Z')).toEqual(['open', true, 'not_yet_raised'])
  })
})
