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
