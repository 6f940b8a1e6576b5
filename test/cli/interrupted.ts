import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { expect, onTestFinished } from 'vitest'
import { told } from '../http/interrupted.ts'
import { type Client, started } from '../http/running.ts'
import { inherited } from '../inherited.ts'
import { folder, ledger, MAIN } from './kit.ts'

/**
 * Imports a file of `count` commands with `ledger import` at a stretch, and into another service
 * with interruptions: once by Ctrl-C, once by kill -9. Expects both ledgers to be the same in the
 * end.
 */
export async function expectCommandResumable(
  commands: Iterable<unknown>,
  count: number,
): Promise<void> {
  const file = join(folder(), 'commands.ndjson')
  await pipeline(Readable.from(lines(commands)), createWriteStream(file))
  const whole = await started()
  expect(await imported(whole, file)).toMatchObject({ events: count, replayed: 0 })

  const service = await started()
  const first = await interrupted(service, file, { from: count / 3, by: 'SIGINT' })
  expect(first).toEqual([130, null])
  const second = await interrupted(service, file, { from: (2 * count) / 3, by: 'SIGKILL' })
  expect(second).toEqual([null, 'SIGKILL'])
  const { events, replayed } = await imported(service, file)
  expect(events).toBe(count)
  expect(replayed).toBeGreaterThan((2 * count) / 3)
  expect(await told(service.url)).toEqual(await told(whole.url))
}

function* lines(commands: Iterable<unknown>): Generator<string> {
  for (const command of commands) yield `${JSON.stringify(command)}\n`
}

async function imported({ url }: Client, file: string) {
  const { stdout, stderr } = await ledger(['--url', url, 'import', 'talks', file])
  expect(stderr).toBe('')
  return JSON.parse(stdout) as { events: number; replayed: number }
}

/** Starts an import, sends it the signal once the ledger has so many events, and says how it ended. */
async function interrupted(
  { url, store }: Client,
  file: string,
  { from, by }: { from: number; by: NodeJS.Signals },
) {
  const words = [MAIN, '--url', url, 'import', 'talks', file]
  const child = spawn(process.execPath, words, { env: inherited(), stdio: 'ignore' })
  onTestFinished(() => void child.kill('SIGKILL'))
  const ended = once(child, 'exit')
  await expect
    .poll(() => store.head('negotiation-talks'), { interval: 5, timeout: 1_200_000 })
    .toBeGreaterThan(from)
  child.kill(by)
  return ended
}
