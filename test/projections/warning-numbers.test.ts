import { describe, expect, test } from 'vitest'
import { messageOf } from '../words/in-english.ts'
import { idOf, type Told } from './given.ts'
import { ledger, listed, told, warned } from './told-warnings.ts'

const CAP = { kind: 'issue', id: 'army-cap' }

function says(
  comparator: string,
  value: number | string,
  more: object = {},
  occurred = '2025-11-30',
): Told {
  const quantity = { comparator, value, unit: 'soldiers' }
  return told('statement.recorded', occurred, {
    statement: 'demand',
    positions: [{ party: 'russia', subject: CAP, quantity, ...more }],
  })
}

describe('a number that disagrees with another report of it', () => {
  const WARNED = ['numbers_disagree @2 !1']
  const range = (value: string, to: string) => ({
    ...{ comparator: 'between', value, to, unit: 'soldiers' },
  })
  const soldiers = (value: number) => ({ comparator: 'exactly', value, unit: 'soldiers' })
  test.each<[string, string[], Told[]]>([
    ['60,000 and 600,000', WARNED, [says('exactly', 60_000), says('exactly', 600_000)]],
    ['the same number', [], [says('exactly', 600_000), says('exactly', 600_000)]],
    [
      'at most one and more than it',
      WARNED,
      [says('at_most', 600_000), says('more_than', 600_000)],
    ],
    ['at most one and at least it', [], [says('at_most', 600_000), says('at_least', 600_000)]],
    [
      'less than one and exactly it',
      WARNED,
      [says('less_than', 600_000), says('exactly', 600_000)],
    ],
    ['about one and a tenth more', [], [says('about', 600_000), says('exactly', 660_000)]],
    ['a tenth of a degree apart', WARNED, [says('exactly', '1.5'), says('exactly', '1.6')]],
    ['the same, written otherwise', [], [says('exactly', '1.50'), says('exactly', 1.5)]],
    ['more than one and just that', WARNED, [says('more_than', 1.5), says('exactly', 1.5)]],
    ['more than one and the next', [], [says('more_than', 1), says('exactly', 1.001)]],
    [
      'twenty digits of which the last differs',
      WARNED,
      [says('exactly', '90071992547409930001'), says('exactly', '90071992547409930002')],
    ],
    ['a tenth more of a decimal, exactly', [], [says('about', 0.1), says('exactly', 0.11)]],
    ['and the least thing beyond', WARNED, [says('about', 0.1), says('exactly', '0.1100001')]],
    [
      'a range and a number beyond it',
      WARNED,
      [says('between', 0.5, { quantity: range('0.5', '1.5') }), says('exactly', '1.51')],
    ],
    [
      'a range and the number at its end',
      [],
      [says('between', 0.5, { quantity: range('0.5', '1.5') }), says('exactly', '1.5')],
    ],
    ['about one and beyond', WARNED, [says('about', 600_000), says('exactly', 660_001)]],
    ['the demand of another party', [], [says('exactly', 1), says('exactly', 2, { party: 'usa' })]],
    [
      'on another subject',
      [],
      [says('exactly', 1), says('exactly', 2, { subject: { kind: 'clause', id: 'army-cap' } })],
    ],
    [
      'in another unit',
      [],
      [says('exactly', 1), says('exactly', 2, { quantity: { ...soldiers(2), unit: 'tanks' } })],
    ],
    ['a day later it has changed', [], [says('exactly', 1), says('exactly', 2, {}, '2025-12-01')]],
    [
      'in a month it may be the same',
      WARNED,
      [says('exactly', 1), says('exactly', 2, {}, '2025-11')],
    ],
    [
      'a day later, of what stood already',
      WARNED,
      [says('exactly', 1), says('exactly', 2, { since: '../' }, '2025-12-01')],
    ],
    [
      'two in one statement',
      [],
      [
        told('statement.recorded', '2025-11-30', {
          statement: 'both',
          positions: [
            { party: 'russia', subject: CAP, quantity: soldiers(1) },
            { party: 'russia', subject: CAP, quantity: soldiers(2) },
          ],
        }),
      ],
    ],
  ])('%s: %j', (_, expected, facts) => {
    expect(warned([listed('russia'), ...facts].concat(listed('usa')))).toEqual(expected)
  })

  test('is warned of in the later entry, which names the earlier report', () => {
    const { warnings, head } = ledger([
      listed('russia'),
      says('exactly', 600_000),
      says('at_most', 60_000),
    ])
    expect(warnings.of(1, head)).toEqual([])
    expect(warnings.of(2, head).map(messageOf)).toEqual([
      'Of party russia on issue army-cap, in soldiers, it reports at most 60000 soldiers, and entry 1 reports exactly 600000 soldiers.',
    ])
  })

  test('counts once both of them do', () => {
    const { warnings, at } = ledger([
      listed('russia'),
      says('exactly', 600_000),
      says('exactly', 60_000, {}, '2025-11'),
    ])
    expect(warnings.list(at('2025-11-29T23:59Z'))).toEqual([])
    expect(warnings.list(at('2025-11-30T00:00Z'))).toHaveLength(1)
  })

  test('is gone when the earlier entry is corrected', () => {
    const { type, body } = says('exactly', 60_000)
    const replacement = { type, occurred: '2025-11-30', ...body }
    const corrected = told('entry.corrected', '2025-12-01', { target: idOf(1), replacement })
    const facts = [listed('russia'), says('exactly', 600_000), says('exactly', 60_000), corrected]
    expect(warned(facts)).toEqual([])
    expect(warned(facts.slice(0, 3))).toEqual(WARNED)
  })
})

test('the points of one draft disagree where two reports may be of the same time', () => {
  const reported = (revision: string, points: number, occurred: string, draft = 'plan') =>
    told('draft.revisionReported', occurred, { draft, revision, points })
  expect(
    warned([
      reported('a', 28, '2025-11-20'),
      reported('b', 26, '2025-11-20'),
      reported('c', 28, '2025-11-20'),
      reported('d', 19, '2025-11-23'),
      reported('e', 22, '2025-11-23', 'counter-plan'),
    ]),
  ).toEqual(['numbers_disagree @1 !0', 'numbers_disagree @2 !1'])
})
