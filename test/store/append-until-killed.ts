import { promisify } from 'node:util'
import { openSqliteStore } from '../../src/store/sqlite/open.ts'
import { events } from '../contract/sample.ts'

/**
 * A process that appends to several ledgers of a data folder until it is killed, several events at
 * a time, and prints `ledger revision` for each append once it is acknowledged.
 *
 *     node append-until-killed.ts <folder> <events an append> <ledger>...
 */
const [folder, size, ...ledgers] = process.argv.slice(2)
const store = await openSqliteStore(folder!)
// Waits where the reader is slow: a write at once fails on a full pipe.
const print = promisify((line: string, done: (error?: Error | null) => void) =>
  process.stdout.write(line, done),
)

async function append(ledger: string): Promise<never> {
  for (let head = await store.head(ledger); ; ) {
    head = await store.append(ledger, head, events(ledger, head + 1, head + 1 + Number(size)))
    await print(`${ledger} ${head}\n`)
  }
}

await Promise.all(ledgers.map(append))
