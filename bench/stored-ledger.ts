import { join } from 'node:path'
import { ledgerOf } from '../src/ledger/ledger-name.ts'
import { openSqliteStore } from '../src/store/sqlite/open.ts'
import { makeFolder } from './folder.ts'
import { sealedLedger } from './sealed-ledger.ts'

/** The number of events an append of the preparation carries. */
const BATCH = 500

/** A generated ledger to store, by its negotiation. */
export interface PreparedLedger {
  readonly negotiation: string
  readonly events: number
}

/** A new folder of data with generated ledgers, for the caller to remove. */
export async function storeLedgers(ledgers: readonly PreparedLedger[]) {
  const { folder, remove } = makeFolder()
  const data = join(folder, 'data')
  const store = await openSqliteStore(data)
  for (const { negotiation, events } of ledgers) {
    const sealed = sealedLedger(1, events, negotiation)
    for (let next = 0; next < events; next += BATCH) {
      await store.append(ledgerOf(negotiation), next - 1, sealed.slice(next, next + BATCH))
    }
  }
  await store.close()
  return { data, remove }
}
