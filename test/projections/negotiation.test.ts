import { describe, expect, test } from 'vitest'
import { Negotiation } from '../../projections/negotiation.ts'
import { given, idOf, type Told } from './given.ts'

function ledger(told: Told[]) {
  return given(told, (history) => ({ negotiation: new Negotiation(history) }))
}

const OPENED: Told = {
  type: 'negotiation.opened',
  occurred: '2025-11-01',
  body: { title: 'Peace talks' },
}

test('nothing is known before an opening is recorded', () => {
  const { negotiation, at } = ledger([{ type: 'issue.raised', body: { issue: 'army-cap' } }])
  expect(negotiation.at(at())).toBeUndefined()
})

test('before the day of its opening it is not yet opened, on the day possibly', () => {
  const { negotiation, at } = ledger([OPENED])
  expect(negotiation.at(at('2025-10-31T23:59:59Z'))).toEqual({
    title: 'Peace talks',
    renamings: [],
    state: 'not_yet_opened',
    history: [],
  })
  expect(negotiation.at(at('2025-11-01T00:00Z'))).toMatchObject({
    state: 'open',
    possibly: true,
    orElse: 'not_yet_opened',
  })
  expect(negotiation.at(at('2025-11-02T00:00Z'))).toEqual({
    title: 'Peace talks',
    renamings: [],
    state: 'open',
    history: [
      {
        type: 'negotiation.opened',
        entry: 0,
        revision: 0,
        id: idOf(0),
        occurred: {
          text: '2025-11-01',
          from: '2025-11-01T00:00:00.000Z',
          until: '2025-11-02T00:00:00.000Z',
        },
        recordedAt: '2025-12-01T00:00:00.000Z',
      },
    ],
  })
})

describe('the latest step by valid time decides, however late it is recorded', () => {
  const step = (type: string, occurred: string, body = {}): Told => ({
    type: `negotiation.${type}`,
    occurred,
    body,
  })
  const told = [
    OPENED,
    step('concluded', '2025-11-20', { outcome: 'agreement' }),
    step('suspended', '2025-11-05', { reason: 'A walk-out' }),
    step('resumed', '2025-11-08'),
  ]

  test.each([
    ['2025-11-04', 'open'],
    ['2025-11-06', 'suspended'],
    ['2025-11-09', 'open'],
    ['2025-11-21', 'concluded'],
  ])('at %s it is %s', (day, state) => {
    const { negotiation, at } = ledger(told)
    expect(negotiation.at(at(`${day}T00:00Z`))).toMatchObject({ state })
  })

  test('on the day of an end that may not have come, the talks go on, possibly', () => {
    const later = (type: string, on: string): Told => ({ ...step(type, on), body: {} })
    const { negotiation, at } = ledger([OPENED, later('suspended', '2025-11-05')])
    expect(negotiation.at(at('2025-11-05T12:00Z'))).toMatchObject({
      ...{ state: 'open', possibly: true, orElse: 'suspended' },
    })
    expect(negotiation.at(at('2025-11-06T00:00Z'))).not.toHaveProperty('possibly')
  })

  test('suspended talks may be concluded on a day, and are suspended until it has passed', () => {
    const both = [OPENED, told[2] as Told, told[1] as Told]
    const { negotiation, at } = ledger(both)
    const state = (time: string) => {
      const { state, orElse } = negotiation.at(at(time)) ?? {}
      return [state, orElse]
    }
    expect(state('2025-11-20T12:00Z')).toEqual(['suspended', 'concluded'])
    expect(state('2025-11-21T00:00Z')).toEqual(['concluded', undefined])
  })

  test('a suspension and a resumption of one day leave the talks open after it', () => {
    const { negotiation, at } = ledger([
      ...[OPENED, step('resumed', '2025-11-05'), step('suspended', '2025-11-05')],
    ])
    expect(negotiation.at(at('2025-11-05T12:00Z'))).toMatchObject({ orElse: 'suspended' })
    const after = negotiation.at(at('2025-11-06T00:00Z'))
    expect(after).toMatchObject({ state: 'open' })
    expect(after).not.toHaveProperty('possibly')
  })

  test('as known before the late entries, it went on', () => {
    const { negotiation, at } = ledger(told)
    expect(negotiation.at(at('2025-11-06T00:00Z', 1))?.state).toBe('open')
  })

  test('an outcome is given where it is concluded, and notes where they are known', () => {
    const { negotiation, at } = ledger(told)
    const concluded = negotiation.at(at())
    expect(concluded?.outcome).toBe('agreement')
    expect(concluded?.history.map(({ note }) => note)).toEqual([
      undefined,
      'A walk-out',
      undefined,
      undefined,
    ])
    expect(negotiation.at(at('2025-11-09T00:00Z'))).not.toHaveProperty('outcome')
  })
})

test('talks concluded on some day of the month in which they opened are not yet opened before', () => {
  const { negotiation, at } = ledger([
    { ...OPENED, occurred: '2025-11-10' },
    { type: 'negotiation.concluded', occurred: '2025-11', recordedAt: '2026-01-20T00:00:00.000Z' },
  ])
  expect(negotiation.at(at('2025-11-05T00:00Z'))).toMatchObject({
    ...{ state: 'not_yet_opened', history: [] },
  })
  expect(negotiation.at(at('2025-11-15T00:00Z'))).toMatchObject({
    ...{ state: 'open', possibly: true, orElse: 'concluded' },
  })
  const after = negotiation.at(at('2025-12-01T00:00Z'))
  expect(after).toMatchObject({ state: 'concluded' })
  expect(after).not.toHaveProperty('possibly')
})

test.each([
  [
    'suspended and concluded on one day, they are concluded',
    ['suspended', 'concluded'],
    'concluded',
  ],
  ['suspended twice, once on the day of the opening', ['suspended', 'suspended'], 'suspended'],
])('%s, in whatever order it is recorded', (_, types, state) => {
  const day = types.map((type) => ({ type: `negotiation.${type}`, occurred: '2025-11-01' }))
  for (const steps of [day, day.toReversed()]) {
    const told = [{ type: 'negotiation.opened', occurred: '2025-11-01' }, ...steps]
    const { talks, at } = given(told, (history) => ({ talks: new Negotiation(history) }))
    const found = talks.at(at('2025-11-03T00:00Z'))
    expect([found?.state, found?.possibly]).toEqual([state, undefined])
  }
})

test('a suspension after the conclusion counts only if the talks were resumed in between', () => {
  const step = (type: string, occurred: string) => ({ type: `negotiation.${type}`, occurred })
  const opened = step('opened', '2025-11-01')
  const [concluded, suspended] = [step('concluded', '2025-11-02'), step('suspended', '2025-11-06')]
  const state = (...told: Told[]) => {
    const { talks, at } = given([opened, ...told], (history) => ({
      talks: new Negotiation(history),
    }))
    return talks.at(at())?.state
  }
  expect(state(concluded, suspended)).toBe('concluded')
  expect(state(concluded, step('resumed', '2025-11-04'), suspended)).toBe('suspended')
})
