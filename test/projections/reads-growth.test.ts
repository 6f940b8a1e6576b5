import { expect, test } from 'vitest'
import { Projections } from '../../projections/registry.ts'
import { atOnce } from '../../projections/time/pieces.ts'
import type { AsOf } from '../../projections/time/standing-fact.ts'
import { countSteps } from '../steps.ts'
import { eventOf, type Told } from './given.ts'

const PARTIES = ['ua', 'pl', 'ro', 'ru']
const BLOC = 'bloc'
/** Events of a round: two parties on one new issue, a source and a meeting. */
const ROUND = 5
const day = (n: number) => new Date(Date.UTC(2000, 0, 1 + n)).toISOString().slice(0, 10)

const listed = (party: string): Told => ({
  type: 'party.listed',
  occurred: day(0),
  body: { party, name: party, role: 'party', kind: party === BLOC ? 'grouping' : 'state' },
})
const joined = (party: string): Told => ({
  type: 'grouping.joined',
  occurred: day(0),
  body: { party, grouping: BLOC },
})

function round(n: number): Told[] {
  const occurred = day(1 + n)
  const issue = `i${n}`
  const stated = (party: string, stance: string): Told => ({
    ...{ type: 'statement.recorded', occurred },
    body: {
      statement: `${party}-${n}`,
      speaker: { kind: 'party', id: party },
      attribution: { level: 'on_record' },
      positions: [
        {
          ...{ party, subject: { kind: 'issue', id: issue }, stance },
          ...{ commitment: 'firm', redLine: 'no' },
        },
      ],
      evidence: [{ source: `s${n}` }],
    },
  })
  return [
    { type: 'issue.raised', occurred, body: { issue, title: issue } },
    { type: 'source.recorded', occurred, body: { source: `s${n}`, publisher: 'P' } },
    { type: 'meeting.announced', occurred, body: { meeting: `m${n}`, opens: opened(n) } },
    stated(n % 2 === 0 ? BLOC : 'ua', 'supports'),
    stated('ru', 'opposes'),
  ]
}
const opened = (n: number) => ({ title: `M ${n}`, kind: 'meeting' })

/** A ledger whose subjects grow with it, and which is talked of by the same parties throughout. */
function ledgerOf(rounds: number) {
  const told = [...PARTIES, BLOC].map(listed).concat(['pl', 'ro'].map(joined))
  for (let n = 0; n < rounds; n++) told.push(...round(n))
  const projections = new Projections()
  let recordedAt: string | undefined
  const moments: AsOf[] = told.map((one, revision) => {
    // Recorded on the day after, so that each moment is one of the talks.
    const at = `${day(2 + Math.floor(revision / ROUND))}T00:00:${String(revision % ROUND).padStart(2, '0')}.000Z`
    const event = eventOf({ ...one, recordedAt: at }, revision, recordedAt)
    recordedAt = event.recordedAt
    projections.apply(event)
    return { revision, validTime: Date.parse(at) }
  })
  return { projections, moments }
}

type Ledger = ReturnType<typeof ledgerOf>

/** Revisions that are compared, and items of a page. */
const BETWEEN = 50
const PAGE = 20

/** The reads of a moment, each with the number of items that it answers with. */
const READS: Readonly<Record<string, (ledger: Ledger, asOf: AsOf) => number>> = {
  'one stance': ({ projections: { stances } }, asOf) => {
    stances.cell('pl', { kind: 'issue', id: 'i2' }, asOf)
    return 1
  },
  matrix: ({ projections: { stances } }, asOf) => {
    const { parties, subjects } = atOnce(stances.matrix(asOf))
    return parties.length * subjects.length
  },
  differences: ({ projections: { differences } }, asOf) =>
    atOnce(differences.at(asOf)).computed.length,
  [`changes between ${BETWEEN} revisions`]: ({ projections: { changes }, moments }, asOf) => {
    const { stances, meetings } = atOnce(
      changes.between(moments[asOf.revision - BETWEEN] as AsOf, asOf),
    )
    return stances.length + meetings.length
  },
  'a page of warnings': ({ projections: { warnings } }, asOf) => {
    let found = 0
    for (const _ of warnings.steps(asOf)) if (++found === PAGE) break
    return found
  },
  'a page of the timeline': ({ projections: { timeline } }, asOf) =>
    timeline.page(asOf, { limit: PAGE }).items.length,
}

const SMALL = ledgerOf(40)
const LARGE = ledgerOf(400)

test.each(Object.keys(READS))(
  '%s takes no more steps for an item after 2,000 events than after 200',
  async (name) => {
    const read = READS[name] as (typeof READS)[string]
    /** Steps for an item at a moment that was not read before: at the head, and in the midst. */
    const stepsIn = async (ledger: Ledger, part: number) => {
      const last = ledger.moments.length - 1
      const asOf = ledger.moments[Math.floor(last * part)] as AsOf
      // What waits is put in by the first read.
      read(ledger, ledger.moments[last - 1] as AsOf)
      let items = 0
      const [steps] = await countSteps(() => {
        items = read(ledger, asOf)
      })
      expect(items).toBeGreaterThan(0)
      return steps / items
    }
    for (const part of [1, 0.6]) {
      const [small, large] = [await stepsIn(SMALL, part), await stepsIn(LARGE, part)]
      expect(large, `at ${part} of the ledger`).toBeLessThan(small * 2)
    }
  },
)
