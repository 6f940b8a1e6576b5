import { openSqliteStore } from '../src/store/sqlite/open.ts'
import { type Case, perSecond } from './compare.ts'
import { inFolder } from './folder.ts'
import { writeDurably } from './raw-file.ts'
import { sealedLedger, textOf } from './sealed-ledger.ts'

const CASES = [
  { callers: 1, events: 2_000 },
  { callers: 64, events: 20_000 },
  { callers: 256, events: 20_000 },
]

/** Durable append of sealed events to the SQLite store, by callers that each wait for the answer. */
export function* store(): Generator<Case> {
  for (const { callers, events } of CASES) {
    const ledger = sealedLedger(1, events)
    const lines = ledger.map(textOf)
    yield {
      name: callers === 1 ? 'one caller' : `${callers} callers`,
      unit: 'events/s',
      subject: () => append(ledger, callers),
      peer: {
        name: `preallocated file, fdatasync after every ${callers === 1 ? 'event' : `${callers} events`}`,
        run: () => writeDurably(lines, callers),
      },
    }
  }
}

async function append(ledger: ReturnType<typeof sealedLedger>, callers: number): Promise<number> {
  return inFolder(async (folder) => {
    const store = await openSqliteStore(folder)
    const waiting = ledger.values()
    const caller = async () => {
      for (const event of waiting) await store.append('bench', event.revision - 1, [event])
    }
    const rate = await perSecond(ledger.length, async () => {
      await Promise.all(Array.from({ length: callers }, caller))
    })
    await store.close()
    return rate
  })
}
