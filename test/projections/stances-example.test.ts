import { expect, test } from 'vitest'
import { Stances } from '../../projections/stances/stances.ts'
import { recordedExample } from '../examples/recorded.ts'
import { ledgerEvents } from '../generator/ledger-events.ts'
import { given } from './given.ts'

const { stances, at, fold } = given([], (history) => ({ stances: new Stances(history) }))
for (const event of ledgerEvents(recordedExample())) fold(event)

const ISSUES = ['army-cap', 'donbas', 'nato']

function stancesOf(party: string, validTime: string) {
  return Object.fromEntries(
    stances.ofParty(party, at(validTime)).flatMap(({ subject, stance, basis, reported }) => {
      if (subject.kind !== 'issue') return []
      return [[subject.id, [stance, basis, reported?.leader.alreadyStanding ?? false]]]
    }),
  )
}

test.each([
  ['ukraine', ['opposes', 'reported', true]],
  ['russia', ['proposes', 'reported', true]],
  ['european-allies', ['opposes', 'reported', true]],
  ['usa', ['no_record', null, false]],
])('in the example %s has no stance but a reported one, already standing', (party, stance) => {
  const expected = Object.fromEntries(ISSUES.map((issue) => [issue, stance]))
  expect(stancesOf(party, '2025-12-01T00:00Z')).toEqual(expected)
  expect(stancesOf(party, '2025-11-29T00:00Z')).toEqual(expected)
})
