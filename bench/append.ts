import { randomBytes } from 'node:crypto'
import { RequestDigests } from '../src/ledger/request-digests.ts'
import { Writer } from '../src/ledger/writer.ts'
import { openSqliteStore } from '../src/store/sqlite/open.ts'
import { ServingThread } from '../src/workers/serving-thread.ts'
import { type Generated, generate } from '../test/generator/generate.ts'
import { callersOf, work } from './callers.ts'
import { type Case, perSecond, single } from './compare.ts'
import { inFolder } from './folder.ts'
import { rawFile } from './raw-file.ts'
import { sealedLedger } from './sealed-ledger.ts'
import type { Sized } from './sized.ts'

/**
 * Commands read, decided, sealed and made durable in one ledger, by callers that each wait for the
 * receipt of one command before they send the next.
 */
export function* append({ sized }: Sized): Generator<Case> {
  for (const { name, callers, events } of callersOf(sized(20_000))) {
    const commands = [...generate({ seed: 1, events })]
    const subject = () => write(commands, callers)
    const peer = rawFile(sealedLedger(1, events), callers)
    yield single({ name, unit: 'events/s', subject, peer })
  }
}

async function write(commands: readonly Generated[], callers: number): Promise<number> {
  return inFolder(async (folder) => {
    const store = await openSqliteStore(folder)
    const origin = (ledger: string) => `bench.example/n/${ledger}`
    const requests = new RequestDigests([randomBytes(32)])
    const means = { store, clock: Date.now, random: randomBytes, origin, requests }
    const writer = new Writer('bench', { ...means, thread: new ServingThread() })
    const rate = await perSecond(commands.length, () =>
      work(commands, callers, ({ command }) => writer.write({ commands: command, actor: 'bench' })),
    )
    await writer.close()
    await store.close()
    return rate
  })
}
