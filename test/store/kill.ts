import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'
import { openSqliteStore } from '../../src/store/sqlite/open.ts'
import { collect, events } from '../contract/sample.ts'

const BATCH = 3
const ledgers = ['negotiation-a', 'negotiation-b', 'negotiation-c', 'negotiation-d']
export const program = fileURLToPath(new URL('./append-until-killed.ts', import.meta.url))

export function startAppending(folder: string): ChildProcess {
  const arguments_ = [program, folder, String(BATCH), ...ledgers]
  return spawn(process.execPath, arguments_, { stdio: ['ignore', 'pipe', 'inherit'] })
}

/** Resolves once the process has acknowledged `count` appends, with the last of each ledger. */
async function acknowledged(child: ChildProcess, count: number): Promise<Map<string, number>> {
  const heads = new Map<string, number>()
  let lines = 0
  for await (const line of createInterface({ input: child.stdout! })) {
    const [ledger, revision] = line.split(' ')
    heads.set(ledger!, Number(revision))
    if (++lines === count) child.kill('SIGKILL')
  }
  return heads
}

/**
 * Starts a process that appends, kills it once it has acknowledged `acknowledgements` appends,
 * and holds what is stored then to what it said.
 */
export async function killWhileAppending(folder: string, acknowledgements: number): Promise<void> {
  const child = startAppending(folder)
  const exited = once(child, 'exit')
  const heads = await acknowledged(child, acknowledgements)
  expect((await exited)[1]).toBe('SIGKILL')

  const store = await openSqliteStore(folder)
  for (const ledger of ledgers) {
    const stored = await collect(store.read(ledger, 0))
    expect(stored.length).toBeGreaterThan(heads.get(ledger) ?? -1)
    expect(stored.length % BATCH).toBe(0)
    expect(stored).toEqual(events(ledger, 0, stored.length))
  }
  await store.close()
}
