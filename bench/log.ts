import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { LedgerLog } from '../src/ledger/log/ledger-log.ts'
import { Writer } from '../src/ledger/writer.ts'
import { openSigning } from '../src/signing/open-signing.ts'
import { openSqliteStore } from '../src/store/sqlite/open.ts'
import { ServingThread } from '../src/workers/serving-thread.ts'
import { type Generated, generate } from '../test/generator/generate.ts'
import { work } from './callers.ts'
import { type Case, perSecond } from './compare.ts'
import { inFolder } from './folder.ts'

const CALLERS = 64

/** The cost of signing a write. */
export function* log({ events }: { readonly events: number }): Generator<Case> {
  const commands = [...generate({ seed: 1, events })]
  yield {
    name: `recorded and signed, ${CALLERS} callers`,
    unit: 'events/s',
    subject: () => record(commands, true),
    peer: { name: 'the same, not signed', run: () => record(commands, false) },
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
