import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { LedgerLog } from '../src/ledger/log/ledger-log.ts'
import { Writer } from '../src/ledger/writer.ts'
import { openSigning } from '../src/signing/open-signing.ts'
import { openSqliteStore } from '../src/store/sqlite/open.ts'
import { ServingThread } from '../src/workers/serving-thread.ts'
import { type Generated, generate } from '../test/generator/generate.ts'
import { work } from './callers.ts'
import { type Case, perSecond, single } from './compare.ts'
import { inFolder } from './folder.ts'
import { startPosting } from './posting.ts'
import type { Sized } from './sized.ts'

const CALLERS = 64
const UNSIGNED = join(import.meta.dirname, 'unsigned-service.ts')

/** The cost of signing a write. */
export async function* benchLog({ sized }: Sized): AsyncGenerator<Case> {
  const events = sized(50_000)
  const commands = [...generate({ seed: 1, events })]
  yield single({
    name: `recorded and signed, ${CALLERS} callers`,
    unit: 'events/s',
    subject: () => record(commands, true),
    peer: { name: 'the same, not signed', run: () => record(commands, false) },
  })
  const [signing, unsigned] = [await startPosting(1), await startPosting(1, UNSIGNED)]
  try {
    yield {
      name: `POST, ${CALLERS} connections, signed`,
      measures: {
        rate: { unit: 'requests/s', goal: { atLeast: 0.91 } },
        micros: { unit: 'µs of processor time', goal: { atMost: 1.1 } },
      },
      subject: () => signing.post(CALLERS, events),
      peer: { name: 'the same, not signed', run: () => unsigned.post(CALLERS, events) },
    }
  } finally {
    await unsigned.stop()
    await signing.stop()
  }
}

async function record(commands: readonly Generated[], isSigned: boolean): Promise<number> {
  return inFolder(async (folder) => {
    const data = join(folder, 'data')
    const store = await openSqliteStore(data)
    const signing = await openSigning({
      data,
      seedFile: '',
      nextSeedFile: '',
      formerSeedFiles: [],
      isShared: false,
    })
    const thread = new ServingThread()
    const ledgerLog = isSigned ? new LedgerLog('bench', { store, thread, signing }) : undefined
    const origin = (ledger: string) => `bench.example/n/${ledger}`
    const { requests } = signing
    const means = { store, thread, clock: Date.now, random: randomBytes, origin, requests }
    const writer = new Writer('bench', { ...means, log: ledgerLog })
    const rate = await perSecond(commands.length, () =>
      work(commands, CALLERS, ({ command }) => writer.write({ commands: command, actor: 'bench' })),
    )
    await writer.close()
    await store.close()
    await signing.close()
    return rate
  })
}
