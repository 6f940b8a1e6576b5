import { expect, test } from 'vitest'
import { moveBetween } from '../../projections/changes/stance-changes.ts'
import { Projections } from '../../projections/registry.ts'
import type { StanceCell } from '../../projections/stances/stance-cell.ts'
import { atOnce } from '../../projections/time/pieces.ts'
import type { AsOf } from '../../projections/time/standing-fact.ts'
import { generate } from '../generator/generate.ts'
import { ledgerEvents } from '../generator/ledger-events.ts'
import { Random } from '../generator/random.ts'
import { inLongRun } from '../in-long-run.ts'

const EVENTS = 250
const POINTS = inLongRun(2_000, 60)
const DAY = 86_400_000

/** The cells that differ between two matrices: those of the first, and then what only the second has. */
function movedCells(projections: Projections, from: AsOf, to: AsOf): string[] {
  const [before, after] = [from, to].map((asOf) => {
    const { rows } = atOnce(projections.stances.matrix(asOf))
    return new Map(rows.flatMap(({ cells }) => cells.map((cell) => [nameOf(cell), cell])))
  }) as [Map<string, StanceCell>, Map<string, StanceCell>]
  const names = new Set([...before.keys(), ...after.keys()])
  return [...names].filter((name) => moveBetween(before.get(name), after.get(name)) !== undefined)
}

function nameOf({ party, subject }: Pick<StanceCell, 'party' | 'subject'>): string {
  return `${party} on ${subject.kind} ${subject.id}`
}

test.each([5, 17, 23])('what moved is what differs between two matrices (seed %i)', (seed) => {
  const random = new Random(seed)
  const projections = new Projections()
  const events = [...ledgerEvents(generate({ seed, events: EVENTS }))]
  const moment = (revision: number): AsOf => ({
    revision,
    validTime:
      Date.parse(events[revision]?.recordedAt ?? '') +
      (random.chance(0.5) ? 0 : random.integer(-100, 100) * DAY),
  })
  let found = 0
  for (const [head, event] of events.entries()) {
    projections.apply(event)
    if (head === 0 || !random.chance(POINTS / EVENTS)) continue
    const to = moment(random.integer(Math.floor(head / 2), head))
    const from = moment(random.chance(0.3) ? to.revision : random.integer(0, to.revision))
    const moved = atOnce(projections.changes.between(from, to)).stances.map(nameOf)
    expect(moved, `from ${JSON.stringify(from)} to ${JSON.stringify(to)}`).toEqual(
      movedCells(projections, from, to),
    )
    found += moved.length
  }
  expect(found).toBeGreaterThan(POINTS)
})
