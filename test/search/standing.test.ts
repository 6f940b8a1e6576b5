import { expect, test } from 'vitest'
import type { LedgerEvent } from '../../events/registry.ts'
import { SearchIndex } from '../../src/search/index/search-index.ts'
import { ledgerEvents } from '../generator/ledger-events.ts'
import { newFolder } from '../store/folder.ts'
import { fed } from './feed.ts'

const idOf = (revision: number) =>
  `00000000-0000-8000-8000-${revision.toString(16).padStart(12, '0')}`

const raised = { type: 'issue.raised', occurred: '2026-03-01', issue: 'cap' }
const first = { ...raised, title: 'Army', proposition: 'An army of 800,000' }
const reason = { occurred: '2026-03-01', reason: 'entry_error' }
const voided = (target: number) => ({ ...reason, type: 'entry.voided', target: idOf(target) })
const corrected = (target: number, proposition: string) => ({
  ...{ ...reason, type: 'entry.corrected', target: idOf(target) },
  replacement: { ...raised, title: 'Army', proposition },
})

function indexed(...commands: object[]) {
  const events = [
    ...ledgerEvents(
      commands.map((command, hour) => ({
        recordedAt: new Date(Date.UTC(2026, 2, 2, hour)).toISOString(),
        command,
      })),
    ),
  ] as LedgerEvent[]
  const index = SearchIndex.open(`${newFolder()}/index.sqlite`)
  for (const event of fed({ talks: events }, 1)) index.add([event])
  const asks = { limit: 9, order: 'relevance', ledger: 'talks' } as const
  /** The revisions whose words are found as known after each revision. */
  return (text: string) =>
    events.map(({ revision }) =>
      index.find({ ...asks, text, revision }).hits.map((hit) => hit.revision),
    )
}

test('a void takes words away, and to void it brings them back', () => {
  const found = indexed(first, voided(0), voided(1), voided(2))
  expect(found('army')).toEqual([[0], [], [0], []])
})

test('a correction of a correction has its own words found', () => {
  const found = indexed(first, corrected(0, 'A militia'), corrected(1, 'A navy'), voided(2))
  expect(found('800')).toEqual([[0], [], [], []])
  expect(found('militia')).toEqual([[], [1], [], [1]])
  expect(found('navy')).toEqual([[], [], [2], []])
})

test('a correction that does not decide is never found', () => {
  const found = indexed(first, corrected(0, 'A militia'), voided(1), corrected(1, 'A navy'))
  expect(found('navy')).toEqual([[], [], [], [3]])
})

test('a chain of corrections of any length is settled', () => {
  const chain = Array.from({ length: 300 }, (_, n) => corrected(n, `Version${n + 1}`))
  const found = indexed(first, ...chain)
  expect(found('army').at(-1)).toEqual([300])
  expect(found('version300').at(-1)).toEqual([300])
  expect(found('version7').at(-1)).toEqual([])
})
