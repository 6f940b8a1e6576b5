import { describe, expect, test } from 'vitest'
import { Persons } from '../../projections/parties/persons.ts'
import { given, idOf, type Told } from './given.ts'

function ledger(told: Told[]) {
  return given(told, (history) => ({ persons: new Persons(history) }))
}

const NAMED: Told = {
  type: 'person.named',
  occurred: '2025-11-30',
  body: { person: 'umerov', name: 'Rustem Umerov', describedAs: 'Secretary' },
}

function accredited(occurred: string, body: object = {}): Told {
  return { type: 'person.accredited', occurred, body: { person: 'umerov', party: 'ua', ...body } }
}

function recalled(occurred: string, body: object = {}): Told {
  return { type: 'person.recalled', occurred, body: { person: 'umerov', party: 'ua', ...body } }
}

describe('whom a person speaks for', () => {
  const bounded = accredited('2025-11-01', { since: '2025-11-10', until: '2025-11-20' })
  test.each<[string, Told[], string, string]>([
    ['nobody, where nothing says so', [], '2025-11-10', 'no'],
    ['not before it began', [accredited('2025-11-10')], '2025-11-09', 'no'],
    ['possibly on the day it began', [accredited('2025-11-10')], '2025-11-10', 'possibly'],
    ['certainly from the day after', [accredited('2025-11-10')], '2025-11-11', 'certainly'],
    ['`since` says when it began', [bounded], '2025-11-09', 'no'],
    ['and `until` when it ends', [bounded], '2025-11-19', 'certainly'],
    ['possibly on the day it ends', [bounded], '2025-11-20', 'possibly'],
    ['not from the day after', [bounded], '2025-11-21', 'no'],
    [
      'an end left open is not certain',
      [accredited('2025-11', { until: '2025-12/..' })],
      '2026-06-01',
      'possibly',
    ],
    ['a recall ends it', [accredited('2025-11-10'), recalled('2025-11-15')], '2025-11-16', 'no'],
    ['not before', [accredited('2025-11-10'), recalled('2025-11-15')], '2025-11-14', 'certainly'],
    [
      'a recall that may have come first is read as coming after',
      [accredited('2025-11-10'), recalled('2025-11')],
      '2025-12-05',
      'no',
    ],
    [
      'accredited and recalled in one month, and before that too: accredited again',
      [accredited('2020'), accredited('2025-11'), recalled('2025-11')],
      '2025-12-05',
      'certainly',
    ],
    [
      'recalled by some day at the latest: possibly, until that day closes',
      [accredited('2025-11-01'), recalled('../2025-11-20')],
      '2025-11-15',
      'possibly',
    ],
    ['and not after it', [accredited('2025-11-01'), recalled('../2025-11-20')], '2025-11-21', 'no'],
    [
      'what stood already stood before its recall',
      [accredited('2025-11-20', { since: '../' }), recalled('2025-11-09')],
      '2025-12-05',
      'no',
    ],
    [
      'one that came first does not',
      [accredited('2025-11-10'), recalled('2025-11-09')],
      '2025-12-05',
      'certainly',
    ],
    [
      'one by another party does not',
      [accredited('2025-11-10'), recalled('2025-11-15', { party: 'us' })],
      '2025-12-05',
      'certainly',
    ],
    [
      'accredited again',
      [accredited('2025-11-10'), recalled('2025-11-15'), accredited('2025-11-20')],
      '2025-11-22',
      'certainly',
    ],
    [
      'to another party is not to this one',
      [accredited('2025-11-10', { party: 'us' })],
      '2025-11-22',
      'no',
    ],
  ])('%s', (_, told, day, answer) => {
    const { persons, at } = ledger([NAMED, ...told])
    expect(persons.accreditedTo('umerov', 'ua', at(`${day}T00:00Z`))).toBe(answer)
  })

  test('a late record changes what is known then, not what was known before', () => {
    const { persons, at } = ledger([NAMED, accredited('2025-11-10')])
    expect(persons.accreditedTo('umerov', 'ua', at('2025-11-11T00:00Z', 0))).toBe('no')
  })
})

describe('whether a person can have spoken for a party in a window', () => {
  const day = (text: string) => {
    const from = Date.parse(`${text}T00:00Z`)
    return { from, until: from + 86_400_000 }
  }
  test.each<[string, Told[], string, boolean]>([
    ['on the very day of the accreditation', [accredited('2025-11-10')], '2025-11-10', true],
    ['the day before', [accredited('2025-11-10')], '2025-11-09', false],
    [
      'on the day of the recall',
      [accredited('2025-11-10'), recalled('2025-11-12')],
      '2025-11-12',
      true,
    ],
    ['the day after', [accredited('2025-11-10'), recalled('2025-11-12')], '2025-11-13', false],
    ['on the last day', [accredited('2025-11', { until: '2025-11-12' })], '2025-11-12', true],
    ['after the last day', [accredited('2025-11', { until: '2025-11-12' })], '2025-11-13', false],
  ])('%s', (_, told, text, answer) => {
    const { persons, head } = ledger(told)
    expect(persons.canSpeakFor('umerov', 'ua', day(text), head)).toBe(answer)
  })
})

test('a reply shows every accreditation that counts, and the recall that ended it', () => {
  const { persons, at } = ledger([
    NAMED,
    accredited('2025-11-10', { capacity: 'Head of delegation', until: '2025-12-31' }),
    recalled('2025-11-15', { reason: 'Promoted' }),
    accredited('2025-11-20'),
    accredited('2025-11-25', { party: 'un' }),
  ])
  expect(persons.list(at('2025-11-24T00:00Z'))).toMatchObject([
    {
      person: 'umerov',
      name: 'Rustem Umerov',
      describedAs: 'Secretary',
      named: { revision: 0, id: idOf(0) },
      accreditations: [
        {
          revision: 1,
          party: 'ua',
          capacity: 'Head of delegation',
          until: { text: '2025-12-31' },
          holds: 'no',
          recalled: { revision: 2, reason: 'Promoted' },
        },
        { revision: 3, party: 'ua', holds: 'certainly' },
      ],
    },
  ])
  const [, again] = persons.one('umerov', at())?.accreditations ?? []
  expect(again).toHaveProperty('recalled', null)
})

test('a person is known from the revision that names one, at every valid time', () => {
  const { persons, at } = ledger([accredited('2025-11-10'), NAMED])
  expect(persons.one('umerov', at('1990-01-01T00:00Z'))).toMatchObject({ accreditations: [] })
  expect(persons.one('umerov', at(undefined, 0))).toBeUndefined()
  expect(persons.list(at(undefined, 0))).toEqual([])
})

test('a person has the aliases with which they were named', () => {
  const named = { ...NAMED, body: { ...NAMED.body, aliases: ['Рустем Умєров'] } }
  const { persons, at } = ledger([named])
  expect(persons.one('umerov', at('2025-12-01T00:00Z'))?.aliases).toEqual(['Рустем Умєров'])
})
