import { afterAll, describe, it } from 'vitest'
import { openKurrentStore } from '../../src/store/kurrentdb/open.ts'
import { eventStoreContract } from '../contract/event-store.contract.ts'
import { sameDigests } from '../replay/same-digests.ts'
import { NO_SERVER, serverBinary } from './binary.ts'
import { damage } from './damage.ts'
import { hands } from './hands.ts'
import { startServer } from './server.ts'
import { services } from './services.ts'
import { sharing } from './sharing.ts'
// How long services disagree is judged in the long run.
import '../in-long-run.ts'

const binary = serverBinary()
const given = process.env.KURRENTDB_URL

if (given === undefined && binary === undefined) {
  describe.skip(NO_SERVER, () => {
    it('keeps the contract of the event store', () => undefined)
  })
} else {
  const server = given === undefined ? await startServer(binary as string) : undefined
  const url = given ?? (server as { url: string }).url
  afterAll(() => server?.stop())

  eventStoreContract('KurrentDB', async () => ({
    open: async () => openKurrentStore(url),
    cleanup: async () => {},
  }))
  damage(url, true)
  hands(url, given === undefined ? 'own' : 'given')
  sharing(url)
  services(url)
  sameDigests({ LEDGER_STORE: url })
}
