import { describe, expect, it } from 'vitest'
import type { LedgerEvent } from '../../events/registry.ts'
import { Projections } from '../../projections/registry.ts'
import type { AsOf } from '../../projections/time/standing-fact.ts'
import { recordedExample } from '../examples/recorded.ts'
import { generate } from '../generator/generate.ts'
import { ledgerEvents } from '../generator/ledger-events.ts'

const DAY = 86_400_000

/** What readers are told at a point, one text for each thing that they ask for. */
function answers(from: Projections, at: AsOf): Record<string, string> {
  const told = {
    negotiation: from.negotiation.at(at),
    parties: from.parties.list(at),
    persons: from.persons.list(at),
    issues: from.issues.list(at),
    sources: from.sources.list(at),
    statements: from.statements.list(at),
    drafts: from.drafts.list(at),
    table: from.drafts.current(at),
    meetings: from.meetings.list(at),
    stances: from.stances.matrix(at),
    differences: from.differences.at(at),
    timeline: from.timeline.page(at, { limit: 1000 }),
    warnings: from.warnings.list(at),
  }
  return Object.fromEntries(
    Object.entries(told).map(([name, answer]) => [name, JSON.stringify(answer) ?? 'none']),
  )
}

/** Shortly before the event was recorded, and long after. */
function points({ revision, recordedAt }: LedgerEvent): AsOf[] {
  const now = Date.parse(recordedAt)
  return [-2 * DAY, 400 * DAY].map((by) => ({ revision, validTime: now + by }))
}

const LEDGERS = [
  { name: 'the example', events: [...ledgerEvents(recordedExample())] },
  ...[1, 2, 3].map((seed) => ({
    name: `the random ledger of seed ${seed}`,
    events: [...ledgerEvents(generate({ seed, events: 100 }))],
  })),
]

describe.each(LEDGERS)('$name', ({ events }) => {
  it('tells of any revision, later, what it told when that revision was its last', () => {
    const projections = new Projections()
    const atTheTime = events.map((event) => {
      projections.apply(event)
      return points(event).map((at) => answers(projections, at))
    })
    for (const event of events) {
      const now = points(event).map((at) => answers(projections, at))
      expect(now).toEqual(atTheTime[event.revision])
    }
  })
})
