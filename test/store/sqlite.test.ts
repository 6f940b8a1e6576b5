import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteStore } from '../../src/store/sqlite/open.ts'
import { eventStoreContract } from '../contract/event-store.contract.ts'

eventStoreContract('SQLite', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'ledger-'))
  return {
    open: () => openSqliteStore(folder),
    cleanup: () => rm(folder, { recursive: true }),
  }
})
