import { Projections } from '../projections/registry.ts'
import { Chain } from '../src/ledger/decode.ts'
import type { StoredEvent } from '../src/store/event-store.ts'
import { openSqliteStore } from '../src/store/sqlite/open.ts'
import { type Case, perSecond } from './compare.ts'
import { inFolder } from './folder.ts'
import { sealedLedger } from './sealed-ledger.ts'

/** The number of events an append of the preparation carries. */
const BATCH = 500

/** A ledger read from the store, verified event by event and folded into every projection. */
export function* benchReplay({ events }: { readonly events: number }): Generator<Case> {
  const ledger = sealedLedger(1, events)
  const peer = { name: 'JSON.parse of the same headers and bodies', run: () => parse(ledger) }
  const unit = 'events/s'
  yield { name: `load of ${events} events`, unit, subject: () => load(ledger), peer }
  yield { name: `fold of ${events} events alone`, unit, subject: () => fold(ledger), peer }
}

async function load(ledger: readonly StoredEvent[]): Promise<number> {
  return inFolder(async (folder) => {
    const store = await openSqliteStore(folder)
    for (let next = 0; next < ledger.length; next += BATCH) {
      await store.append('bench', next - 1, ledger.slice(next, next + BATCH))
    }
    const rate = await perSecond(ledger.length, async () => {
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

function fold(ledger: readonly StoredEvent[]): Promise<number> {
  const chain = new Chain('bench')
  const events = ledger.map((stored) => chain.next(stored))
  return perSecond(events.length, () => {
    const projections = new Projections()
    for (const event of events) projections.apply(event)
  })
}

function parse(ledger: readonly StoredEvent[]): Promise<number> {
  return perSecond(ledger.length, () => {
    for (const { header, body } of ledger) {
      JSON.parse(header)
      JSON.parse(body)
    }
  })
}
