import { Projections } from '../projections/registry.ts'
import { Chain } from '../src/ledger/decode.ts'
import type { StoredEvent } from '../src/store/event-store.ts'
import { openSqliteStore } from '../src/store/sqlite/open.ts'
import { type Case, perProcessorSecond, single } from './compare.ts'
import { inFolder } from './folder.ts'
import { sealedLedger } from './sealed-ledger.ts'
import type { Sized } from './sized.ts'

/** The number of events an append of the preparation carries. */
const BATCH = 500

const UNIT = 'events/s of processor time'

/** A ledger folded into every projection, and how that grows with it. */
export function* fold({ sized }: Sized): Generator<Case> {
  const [small, large] = [sized(20_000), sized(100_000)]
  const [less, more] = [sealedLedger(1, small), sealedLedger(1, large)]
  for (const ledger of [less, more]) {
    yield single({
      name: `fold of ${ledger.length} events`,
      unit: UNIT,
      goal: { atLeast: 0.3 },
      subject: () => folded(ledger),
      peer: { name: PARSE, run: () => parsed(ledger) },
    })
  }
  yield single({
    name: `fold of ${large} events, beside fewer`,
    unit: 'µs of processor time an event',
    goal: { atMost: 1.2 },
    subject: async () => 1_000_000 / (await folded(more)),
    peer: { name: `fold of ${small}`, run: async () => 1_000_000 / (await folded(less)) },
  })
}

/** A ledger read from the store, verified event by event and folded into every projection. */
export function* loading({ sized }: Sized): Generator<Case> {
  const ledger = sealedLedger(1, sized(20_000))
  yield single({
    name: `load of ${ledger.length} events, every digest verified`,
    unit: UNIT,
    goal: { atLeast: 0.12 },
    subject: () => loaded(ledger),
    peer: { name: PARSE, run: () => parsed(ledger) },
  })
}

const PARSE = 'JSON.parse of the same headers and bodies'

async function loaded(ledger: readonly StoredEvent[]): Promise<number> {
  return inFolder(async (folder) => {
    const store = await openSqliteStore(folder)
    for (let next = 0; next < ledger.length; next += BATCH) {
      await store.append('bench', next - 1, ledger.slice(next, next + BATCH))
    }
    const rate = await perProcessorSecond(ledger.length, async () => {
      const chain = new Chain('bench')
      const projections = new Projections()
      for await (const page of store.read('bench', 0)) {
        for (const stored of page) projections.apply(chain.next(stored))
      }
    })
    await store.close()
    return rate
  })
}

function folded(ledger: readonly StoredEvent[]): Promise<number> {
  const chain = new Chain('bench')
  const events = ledger.map((stored) => chain.next(stored))
  return perProcessorSecond(events.length, () => {
    const projections = new Projections()
    for (const event of events) projections.apply(event)
  })
}

function parsed(ledger: readonly StoredEvent[]): Promise<number> {
  return perProcessorSecond(ledger.length, () => {
    for (const { header, body } of ledger) {
      JSON.parse(header)
      JSON.parse(body)
    }
  })
}
