import { describe, expect, it } from 'vitest'
import type { LedgerEvent } from '../../events/registry.ts'
import { Projections } from '../../projections/registry.ts'
import type { AsOf } from '../../projections/time/standing-fact.ts'
import { recordedExample } from '../examples/recorded.ts'
import { generate } from '../generator/generate.ts'
import { ledgerEvents } from '../generator/ledger-events.ts'
import { inLongRun } from '../in-long-run.ts'
import { answers } from './answers.ts'

/** Every so many revisions are compared: all of them in the long run. */
const STEP = inLongRun(1, 5)

const DAY = 86_400_000

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
  it('tells of a revision, later, what it told when that revision was its last', () => {
    const projections = new Projections()
    const atTheTime = events.map((event) => {
      projections.apply(event)
      if (event.revision % STEP !== 0) return []
      return points(event).map((at) => answers(projections, at))
    })
    for (const event of events) {
      if (event.revision % STEP !== 0) continue
      const now = points(event).map((at) => answers(projections, at))
      expect(now).toEqual(atTheTime[event.revision])
    }
  })
})
