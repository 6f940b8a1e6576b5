import { describe, expect, test } from 'vitest'
import { EMPTY } from '../../projections/drafts/clause.ts'
import { Drafts } from '../../projections/drafts/drafts.ts'
import type { AsOf } from '../../projections/time/standing-fact.ts'
import { prepare } from '../../src/drafting/prepare.ts'
import { levelled, type Unit } from '../../src/drafting/units.ts'
import { given, idOf, type Told } from '../projections/given.ts'
import { type Version, versions } from './versions.ts'

const COUNT = 120

/** Records each version as a whole text, matched with the one before. */
function recorded(all: readonly Version[]) {
  const ledger = given(
    [{ type: 'draft.tabled', occurred: '1989', body: { draft: 'law' } }],
    (h) => ({
      drafts: new Drafts(h),
    }),
  )
  for (const [n, { revision, from, units }] of all.entries()) {
    const before = n === 0 ? undefined : ledger.drafts.built(`v${n - 1}`, ledger.at())
    const { operations } = prepare([before?.content ?? EMPTY], levelled(units), {
      ...{ same: [], ids: new Map(), parties: new Map<string, string>() },
      newId: (k) => `${revision}-${k}`,
    })
    const basis = n === 0 ? [] : [`v${n - 1}`]
    const body = { draft: 'law', revision, basis, operations }
    ledger.and([{ type: 'draft.revised', occurred: from, body }])
  }
  const read = (asOf: AsOf) =>
    ledger.drafts
      .one('law', asOf)
      ?.content?.clauses.map(
        ({ label, heading, text, depth }): Unit => ({ label, heading, text, depth }),
      )
  return { ...ledger, read }
}

const bytes = (units: readonly Unit[] | undefined) => Buffer.from(JSON.stringify(units))

describe.each([1, 2, 3])(`${COUNT} dated versions of law %i`, (seed) => {
  const law = versions(seed, COUNT)
  const { read, at } = recorded(law)

  test('each reads back, byte for byte, on its first day and its last', () => {
    for (const [n, { from, units }] of law.entries()) {
      const last = law[n + 1]?.from
      const days = [
        `${from}T00:00Z`,
        ...(last ? [new Date(Date.parse(last) - 1).toISOString()] : []),
      ]
      for (const day of days) {
        expect(bytes(read(at(day))).equals(bytes(levelled(units))), `${from} on ${day}`).toBe(true)
      }
    }
  })

  test('each is, at the revision that recorded it, the last', () => {
    for (const [n, { units }] of law.entries()) {
      expect(bytes(read(at(undefined, n + 1))).equals(bytes(levelled(units)))).toBe(true)
    }
  })
})

test('a version that was recorded wrongly reads as it was, until it was corrected', () => {
  const law = versions(4, 20)
  const { read, at, and, events, head } = recorded(law)
  const wrong = events[6]?.body as { operations: object[] }
  const extra = { op: 'add', clause: 'extra', text: 'Missed at first.' }
  const replacement = { ...wrong, type: 'draft.revised', operations: [...wrong.operations, extra] }
  const told: Told = { type: 'entry.corrected', body: { target: idOf(6), replacement } }
  and([
    { ...told, body: { ...told.body, replacement: { ...replacement, occurred: law[5]?.from } } },
  ])
  const day = `${law[5]?.from}T12:00Z`
  const right = [
    ...levelled(law[5]?.units ?? []),
    { label: null, heading: null, text: 'Missed at first.', depth: 0 },
  ]
  expect(bytes(read(at(day, head - 1))).equals(bytes(levelled(law[5]?.units ?? [])))).toBe(true)
  expect(bytes(read(at(day))).equals(bytes(right))).toBe(true)
})
