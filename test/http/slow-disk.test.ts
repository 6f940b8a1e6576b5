import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, onTestFinished, test } from 'vitest'
import { dataFile, newFolder } from '../store/folder.ts'
import { ask } from './running.ts'
import { record, spawned } from './spawned.ts'

/** How long each sync of the data file's log takes, in microseconds. */
const DELAY = 2_000_000

/** Has each sync of a file by a process take long, where this system lets strace do so. */
async function delaySyncs(pid: number, file: string): Promise<boolean> {
  const calls = 'fsync,fdatasync'
  const inject = ['-e', `trace=${calls}`, '-e', `inject=${calls}:delay_enter=${DELAY}`]
  const given = ['-f', '-o', '/dev/null', '-P', file, ...inject, '-p', String(pid)]
  const strace = spawn('strace', given, { stdio: ['ignore', 'ignore', 'pipe'] })
  onTestFinished(() => void strace.kill())
  const failed = once(strace, 'error').then(() => [''])
  const [said] = await Promise.race([once(strace.stderr, 'data'), failed])
  return / attached/.test(String(said))
}

test('a disk that takes 2 seconds to sync holds up the write that waits for it, and no read', async ({
  skip,
}) => {
  const folder = newFolder()
  const service = await spawned(folder)
  const { url } = service
  const pid = service.process.pid as number
  if (!(await delaySyncs(pid, `${dataFile(folder)}-wal`))) skip('needs strace, and leave to trace')
  const opened = { type: 'negotiation.opened', occurred: '2025-11-01', title: 'Talks' }
  expect((await record(url, 'talks', 'open', opened)).status).toBe(201)
  const readAll = async () => {
    for (const path of ['/health/live', '/health/ready', '/v1/negotiations/talks/parties']) {
      expect((await ask(new URL(path, url), {})).status).toBe(200)
    }
  }
  await readAll()

  let isAnswered = false
  const party = { type: 'party.listed', party: 'north', name: 'North', kind: 'state' }
  const write = record(url, 'talks', 'north', { ...party, occurred: '2025', role: 'party' })
  void write.then(() => {
    isAnswered = true
  })
  let reads = 0
  for (; !isAnswered; reads++) await readAll()
  expect((await write).status).toBe(201)
  // Had the first read waited for the sync, there would have been no time for a second round.
  expect(reads).toBeGreaterThan(1)
})
