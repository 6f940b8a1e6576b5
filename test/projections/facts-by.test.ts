import { expect, test } from 'vitest'
import { FactsBy } from '../../projections/time/facts-by.ts'
import { given, type Told, tried } from './given.ts'

const raised = (issue: string): Told => ({ type: 'issue.raised', body: { issue } })

function ledger() {
  return given([raised('army-cap')], (history) => ({
    issues: new FactsBy(history, (f) => (f.type === 'issue.raised' ? [f.body.issue] : [])),
  }))
}

test('a read of a key that no fact has had makes none', () => {
  const { issues, at } = ledger()
  expect(issues.of('borders').latest(at())).toBeUndefined()
  expect([...issues.keys()]).toEqual(['army-cap'])
})

test('a tentative fact leaves no key behind, so that a dry run changes no order', () => {
  const { issues, history, and } = ledger()
  tried(history, () => {
    and([raised('borders')])
    expect([...issues.keys()]).toEqual(['army-cap', 'borders'])
  })
  expect([...issues.keys()]).toEqual(['army-cap'])
})
