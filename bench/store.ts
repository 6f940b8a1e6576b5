import type { StoredEvent } from '../src/store/event-store.ts'
import { openSqliteStore } from '../src/store/sqlite/open.ts'
import { callersOf, work } from './callers.ts'
import { type Case, perSecond, single } from './compare.ts'
import { inFolder } from './folder.ts'
import { rawFile } from './raw-file.ts'
import { sealedLedger } from './sealed-ledger.ts'
import type { Sized } from './sized.ts'

/** Durable append of sealed events to the SQLite store, by callers that each wait for the answer. */
export function* store({ sized }: Sized): Generator<Case> {
  for (const { name, callers, events } of callersOf(sized(20_000))) {
    const ledger = sealedLedger(1, events)
    const subject = () => append(ledger, callers)
    yield single({ name, unit: 'events/s', subject, peer: rawFile(ledger, callers) })
  }
}

async function append(ledger: readonly StoredEvent[], callers: number): Promise<number> {
  return inFolder(async (folder) => {
    const store = await openSqliteStore(folder)
    const rate = await perSecond(ledger.length, () =>
      work(ledger, callers, (event) => store.append('bench', event.revision - 1, [event])),
    )
    await store.close()
    return rate
  })
}
