import { expect, test } from 'vitest'
import { FactsBy } from '../../projections/time/facts-by.ts'
import { given, idOf } from './given.ts'

test('given folds what a test tells, and reads back at any point', () => {
  const { titles, at, head } = given(
    [
      { type: 'issue.raised', occurred: '2025-11-02', body: { issue: 'army-cap', title: 'Cap' } },
      {
        type: 'entry.corrected',
        body: {
          target: idOf(0),
          replacement: { type: 'issue.raised', issue: 'army-cap', title: 'Army cap' },
        },
      },
    ],
    (history) => ({ titles: new FactsBy(history, ({ type }) => [type]) }),
  )
  const titleAt = (revision: number) =>
    titles.of('issue.raised').latest(at('2025-11-03T00:00Z', revision))

  expect(head).toBe(1)
  expect(titleAt(0)).toMatchObject({ entry: 0, recordedIn: 0, body: { title: 'Cap' } })
  expect(titleAt(1)).toMatchObject({ entry: 0, recordedIn: 1, body: { title: 'Army cap' } })
  expect(titles.of('issue.raised').latest(at('2025-10-31T00:00Z'))).toBeUndefined()
})

test('given refuses a body that could not have been recorded', () => {
  expect(() => given([{ type: 'issue.raised', body: { issue: 'Army cap' } }])).toThrow('not_an_id')
})
