import { randomBytes } from 'node:crypto'
import { Writer } from '../src/ledger/writer.ts'
import { openSqliteStore } from '../src/store/sqlite/open.ts'
import { type Generated, generate } from '../test/generator/generate.ts'
import { type Case, perSecond } from './compare.ts'
import { inFolder } from './folder.ts'
import { writeDurably } from './raw-file.ts'
import { sealedLedger, textOf } from './sealed-ledger.ts'

/** Few enough that no cascade of checkpoints is all that is seen, many enough for a second's work. */
const CASES = [
  { callers: 1, events: 2_000 },
  { callers: 64, events: 10_000 },
  { callers: 256, events: 10_000 },
]

/**
 * Commands read, decided, sealed and made durable in one ledger, by callers that each wait for the
 * receipt of one command before they send the next.
 */
export function* append(): Generator<Case> {
  for (const { callers, events } of CASES) {
    const commands = [...generate({ seed: 1, events })]
    const lines = sealedLedger(1, events).map(textOf)
    const group = callers === 1 ? 'event' : `${callers} events`
    yield {
      name: callers === 1 ? 'one caller' : `${callers} callers`,
      unit: 'events/s',
      subject: () => write(commands, callers),
      peer: {
        name: `preallocated file, fdatasync after every ${group}`,
        run: () => writeDurably(lines, callers),
      },
    }
  }
}

async function write(commands: readonly Generated[], callers: number): Promise<number> {
  return inFolder(async (folder) => {
    const store = await openSqliteStore(folder)
    const origin = (ledger: string) => `bench.example/n/${ledger}`
    const writer = new Writer('bench', { store, clock: Date.now, random: randomBytes, origin })
    const waiting = commands.values()
    const caller = async () => {
      for (const { command } of waiting) await writer.write({ commands: command, actor: 'bench' })
    }
    const rate = await perSecond(commands.length, async () => {
      await Promise.all(Array.from({ length: callers }, caller))
    })
    await writer.close()
    await store.close()
    return rate
  })
}
