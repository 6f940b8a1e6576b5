import { expect, test } from 'vitest'
import { Changes } from '../../projections/changes/changes.ts'
import { Projections } from '../../projections/registry.ts'
import { atOnce } from '../../projections/time/pieces.ts'
import type { AsOf } from '../../projections/time/standing-fact.ts'
import { generate } from '../generator/generate.ts'
import { ledgerEvents } from '../generator/ledger-events.ts'
import { Random } from '../generator/random.ts'
import { inLongRun } from '../in-long-run.ts'

const EVENTS = 300
const STEPS = inLongRun(1_000, 80)
const DAY = 86_400_000

test.each([3, 11, 29])('changes kept from step to step are those found anew (seed %i)', (seed) => {
  const random = new Random(seed)
  const projections = new Projections()
  for (const event of ledgerEvents(generate({ seed, events: EVENTS }))) projections.apply(event)
  const recordedAt = (revision: number) =>
    Date.parse(projections.entries.recorded(revision)?.recordedAt ?? '')
  const at = (revision: number, days: number): AsOf => ({
    revision,
    validTime: recordedAt(revision) + days * DAY,
  })
  let moves = 0
  let to = EVENTS - 1
  for (let step = 0; step < STEPS; step++) {
    to = random.chance(0.2) ? random.integer(40, EVENTS - 1) : Math.max(40, to - 1)
    const days = random.chance(0.5) ? 0 : random.integer(-20, 20)
    const from = at(Math.max(0, to - random.integer(0, 40)), random.chance(0.5) ? 0 : days)
    const kept = atOnce(projections.changes.between(from, at(to, days)))
    const cold = new Changes(projections.history, projections)
    const { entries: _, ...anew } = atOnce(cold.between(from, at(to, days)))
    expect(kept, `from ${JSON.stringify(from)} to ${to}, ${days} days on`).toMatchObject(anew)
    expect(kept.stances).toEqual(anew.stances)
    moves += kept.stances.length
  }
  expect(moves).toBeGreaterThan(STEPS)
})

test('what did not change from one step to the next is the same object', () => {
  const projections = new Projections()
  for (const event of ledgerEvents(generate({ seed: 3, events: EVENTS }))) projections.apply(event)
  const changesTo = (revision: number) => {
    const validTime = Date.UTC(2030, 0)
    const from = { revision: revision - 60, validTime }
    return atOnce(projections.changes.between(from, { revision, validTime })).stances
  }
  const before = new Set(changesTo(EVENTS - 1))
  const after = changesTo(EVENTS - 2)
  expect(after.filter((change) => before.has(change)).length).toBeGreaterThan(after.length / 2)
})
