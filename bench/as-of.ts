import type { LedgerEvent } from '../events/registry.ts'
import { Projections } from '../projections/registry.ts'
import type { AsOf } from '../projections/time/standing-fact.ts'
import { generate } from '../test/generator/generate.ts'
import { ledgerEvents } from '../test/generator/ledger-events.ts'
import { Random } from '../test/generator/random.ts'
import { type Case, perSecond, single } from './compare.ts'
import type { Sized } from './sized.ts'

/** The points of both axes that are read in a round; each costs the peer a replay. */
const POINTS = 500

/** Chooses what to read at a point, so that the choice is not timed. */
type Choose = (from: Projections, at: AsOf, random: Random) => () => unknown

const READS: Readonly<Record<string, Choose>> = {
  'stance of one party on one subject': ({ stances }, at, random) => {
    const party = random.pick(stances.parties(at.revision))
    const subject = random.pick(stances.subjects(at.revision))
    return () => stances.cell(party, subject, at)
  },
  'every meeting, in order':
    ({ meetings }, at) =>
    () =>
      meetings.list(at),
  'drafts on the table, with the text of the current one':
    ({ drafts }, at) =>
    () =>
      drafts.onTable(at),
}

/** Reads at random points of both axes, from one set of projections that holds all of history. */
export function* asOf({ sized }: Sized): Generator<Case> {
  const events = sized(20_000)
  const ledger = [...ledgerEvents(generate({ seed: 1, events }))]
  const whole = replayed(ledger)
  const half = { revision: ledger.length >> 1, validTime: timeOf(ledger, ledger.length >> 1) }
  for (const [name, choose] of Object.entries(READS)) {
    yield single({
      name: `${name}, of ${events} events`,
      unit: 'reads/s',
      subject: () => {
        const random = new Random(1)
        const reads = Array.from({ length: POINTS }, () =>
          choose(whole, pointOf(ledger, random), random),
        )
        return perSecond(POINTS, () => {
          for (const read of reads) read()
        })
      },
      peer: {
        name: 'replay of the first half of the events in memory, then one such read',
        run: () =>
          perSecond(1, () => {
            choose(replayed(ledger.slice(0, half.revision + 1)), half, new Random(1))()
          }),
      },
    })
  }
}

function replayed(ledger: readonly LedgerEvent[]): Projections {
  const projections = new Projections()
  for (const event of ledger) projections.apply(event)
  return projections
}

/** Any revision past the cast's first entries, and any valid time that the ledger speaks of. */
function pointOf(ledger: readonly LedgerEvent[], random: Random): AsOf {
  const revision = random.integer(Math.min(20, ledger.length - 1), ledger.length - 1)
  return { revision, validTime: timeOf(ledger, random.integer(0, ledger.length - 1)) }
}

function timeOf(ledger: readonly LedgerEvent[], revision: number): number {
  return Date.parse((ledger[revision] as LedgerEvent).recordedAt)
}
