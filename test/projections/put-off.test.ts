import { expect, test } from 'vitest'
import type { LedgerEvent } from '../../events/registry.ts'
import { Projections } from '../../projections/registry.ts'
import type { AsOf } from '../../projections/time/standing-fact.ts'
import { generate } from '../generator/generate.ts'
import { ledgerEvents } from '../generator/ledger-events.ts'
import { Random } from '../generator/random.ts'
import { countSteps } from '../steps.ts'
import { eventOf, idOf, type Told, tried } from './given.ts'

const ARMY = { kind: 'issue', id: 'army' } as const
const LATE = Date.UTC(2030, 0, 1)

/** Every party on every subject, with its history. */
function stancesAt({ stances }: Projections, at: AsOf) {
  return stances.subjects(at.revision).map((subject) => ({
    subject,
    cells: stances.parties(at.revision).map((party) => stances.cell(party, subject, at)),
    histories: stances.parties(at.revision).map((party) => stances.history(party, subject, at)),
    stretch: stances.onSubject(subject, at),
  }))
}

const folded = (
  events: readonly LedgerEvent[],
  before?: (p: Projections, e: LedgerEvent) => void,
) => {
  const projections = new Projections()
  for (const event of events) {
    before?.(projections, event)
    projections.apply(event)
  }
  return projections
}

test.each([1, 2])(
  'stances that nobody read meanwhile are those read after each event (seed %i)',
  (seed) => {
    const events = [...ledgerEvents(generate({ seed, events: 250 }))]
    const unread = folded(events)
    const read = folded(events, (projections, { revision }) => {
      if (revision > 0) stancesAt(projections, { revision: revision - 1, validTime: LATE })
    })
    const tentative = folded(events, (projections, event) => {
      tried(projections.history, () => projections.apply(event))
    })
    const random = new Random(seed)
    for (let point = 0; point < 25; point++) {
      const { recordedAt } = random.pick(events)
      const at = {
        revision: random.integer(0, events.length - 1),
        validTime: Date.parse(recordedAt),
      }
      const expected = stancesAt(read, at)
      expect(stancesAt(unread, at)).toEqual(expected)
      expect(stancesAt(tentative, at)).toEqual(expected)
    }
  },
)

test('a voice whose publisher is learnt while its positions wait has its name of each revision', () => {
  const leaked = (publisher?: string) => ({ source: 'leak', ...(publisher && { publisher }) })
  const told: Told[] = [
    { type: 'party.listed', body: { party: 'ua' } },
    { type: 'source.recorded', body: leaked() },
    { type: 'source.recorded', body: { source: 'other', publisher: 'outlet 20' } },
  ]
  for (let n = 0; n < 100; n++) {
    const isLeaked = n > 20 && n < 60 && n % 2 === 0
    // The latest on either side are of one voice: others are searched by their labels.
    const stance = isLeaked || n === 98 ? 'supports' : 'opposes'
    const positions = [{ party: 'ua', subject: ARMY, stance }]
    const speaker = { kind: 'anonymous', describedAs: 'an official' }
    const evidence = [{ source: isLeaked ? 'leak' : 'other' }]
    const body = { statement: `s${n}`, speaker, positions, evidence }
    told.push({ type: 'statement.recorded', body })
    if (n % 40 !== 20) continue
    const replacement = {
      type: 'source.recorded',
      ...leaked(`outlet ${n}`),
      occurred: '2025-11-01',
    }
    told.push({ type: 'entry.corrected', body: { target: idOf(1), replacement } })
  }
  let recordedAt: string | undefined
  const events = told.map((one, revision) => {
    const event = eventOf(one, revision, recordedAt)
    recordedAt = event.recordedAt
    return event
  })
  const unread = folded(events)
  const read = folded(events, ({ stances }, { revision }) => {
    stances.cell('ua', ARMY, { revision: revision - 1, validTime: LATE })
  })
  for (let revision = 0; revision < events.length; revision += 1) {
    const at = { revision, validTime: LATE }
    expect(unread.stances.cell('ua', ARMY, at)).toEqual(read.stances.cell('ua', ARMY, at))
  }
})

test('the first read of a cell takes in few positions, however many were put in', async () => {
  const readAfter = (many: number) => {
    const statement = (n: number): Told => ({
      type: 'statement.recorded',
      body: { statement: `s${n}`, positions: [{ party: 'ua', subject: ARMY, stance: 'supports' }] },
    })
    const { stances } = folded(
      Array.from({ length: many }, (_, n) =>
        eventOf(statement(n), n, new Date(Date.UTC(2026, 0, 1, 0, 0, n)).toISOString()),
      ),
    )
    return () => stances.cell('ua', ARMY, { revision: many, validTime: LATE })
  }
  const [few, many] = await countSteps(readAfter(500), readAfter(2_500))
  expect(many).toBeLessThan(few * 3)
})
