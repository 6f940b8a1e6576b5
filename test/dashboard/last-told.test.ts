import { expect, test } from 'vitest'
import type { EventType } from '../../events/registry.ts'
import type { Ledger } from '../../src/dashboard/data/ledger.ts'
import { withLastTold } from '../../src/dashboard/state/last-told.ts'

/** The revision that is found last of a ledger of entries of those types. */
function lastTold(...types: EventType[]): number | undefined {
  const read = (_: string, { event }: { event: number }) => ({ event: { type: types[event] } })
  let found: number | undefined
  const at = { revision: types.length - 1, validTime: 0 }
  withLastTold({ read } as unknown as Ledger, at, (revision) => {
    found = revision
  })
  return found
}

test('releases and erasures are not what moved last', () => {
  expect(lastTold('negotiation.opened', 'statement.recorded')).toBe(1)
  const released = ['entry.released', 'entry.erased', 'entry.released'] as const
  expect(lastTold('negotiation.opened', 'statement.recorded', ...released)).toBe(1)
  expect(lastTold('negotiation.opened', 'entry.released', 'entry.voided')).toBe(2)
})

test('as many of them as a ledger may have are not all asked for', () => {
  const many = Array.from({ length: 500 }, () => 'entry.released' as const)
  expect(lastTold('negotiation.opened', ...many)).toBe(400)
})
