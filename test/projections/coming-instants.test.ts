import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { innermost } from '../../events/about.ts'
import { DateText } from '../../events/envelope.ts'
import { Command } from '../../events/registry.ts'
import { Projections } from '../../projections/registry.ts'
import { instantsOf } from '../../projections/time/coming-instants.ts'
import { membersOf } from '../described.ts'
import { recordedExample } from '../examples/recorded.ts'
import { generate } from '../generator/generate.ts'
import { ledgerEvents } from '../generator/ledger-events.ts'
import { inLongRun } from '../in-long-run.ts'
import { answers } from './answers.ts'
import { eventOf, type Told, tried } from './given.ts'

const DAY = 86_400_000

test('every date that a command can have is one that is looked for', () => {
  const isDate = (schema: z.ZodType) => innermost(schema) === innermost(DateText)
  const dates = membersOf(Command)
    .filter(({ schema }) => isDate(schema))
    .map(({ path }) => path.replace('/replacement', ''))
  expect(dates.length).toBeGreaterThan(6)
  for (const path of dates) expect(path).toMatch(/^(\/positions)?\/\w+$/)
})

describe('the last change up to now', () => {
  const opening = { type: 'negotiation.opened', recordedAt: '2025-12-01T10:00:00.000Z' }
  const change = (told: readonly Told[], now: string) => {
    const projections = new Projections()
    for (const [revision, one] of told.entries()) projections.apply(eventOf(one, revision))
    return new Date(projections.comingInstants.lastBy(Date.parse(now))).toISOString()
  }

  test('is when the head was recorded, as long as nothing lies ahead', () => {
    expect(change([opening], '2026-03-01T00:00Z')).toBe(opening.recordedAt)
  })

  test('is when a plan begins, and when its window closes', () => {
    const meeting = {
      type: 'meeting.announced',
      recordedAt: '2025-12-01T11:00:00.000Z',
      body: { meeting: 'm', scheduled: '2025-12-10/2025-12-12' },
    }
    expect(change([opening, meeting], '2025-12-09T23:59Z')).toBe(meeting.recordedAt)
    expect(change([opening, meeting], '2025-12-10T00:00Z')).toBe('2025-12-10T00:00:00.000Z')
    expect(change([opening, meeting], '2025-12-12T23:59Z')).toBe('2025-12-10T00:00:00.000Z')
    expect(change([opening, meeting], '2026-12-01T00:00Z')).toBe('2025-12-13T00:00:00.000Z')
  })
})

test('an undone event leaves no instant', () => {
  const { history, comingInstants } = new Projections()
  const event = eventOf({ type: 'negotiation.opened', occurred: '2030' }, 0)
  tried(history, () => comingInstants.apply(event, instantsOf(event)))
  expect(comingInstants.lastBy(Date.parse('2040-01-01'))).toBe(Number.NEGATIVE_INFINITY)
})

const LEDGERS = [
  { name: 'the example', events: [...ledgerEvents(recordedExample())] },
  ...[1, 2, 3].map((seed) => ({
    name: `the random ledger of seed ${seed}`,
    events: [...ledgerEvents(generate({ seed, events: 120 }))],
  })),
]

describe.each(LEDGERS)('$name', ({ events }) => {
  test('answers between that instant and now as it does now', () => {
    const projections = new Projections()
    for (const event of events) projections.apply(event)
    const recordedAt = Date.parse(events.at(-1)?.recordedAt as string)
    const revision = projections.history.revision
    const ahead = fc.integer({ min: 0, max: 800 * DAY })
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(ahead, share, (later, part) => {
        const now = recordedAt + later
        const last = projections.comingInstants.lastBy(now)
        const between = Math.floor(last + (now - last) * part)
        const [then, today] = [last, between].map((validTime) =>
          answers(projections, { revision, validTime }),
        )
        expect(then).toEqual(today)
      }),
      { numRuns: inLongRun(40, 10) },
    )
  })
})
