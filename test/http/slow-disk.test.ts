import { join } from 'node:path'
import { expect, test } from 'vitest'
import { dataFile, newFolder } from '../store/folder.ts'
import { ask } from './running.ts'
import { record, spawned } from './spawned.ts'
import { DELAY_MS, delayCalls } from './strace.ts'

test.for<[string, string, (folder: string) => string]>([
  ['sync the events', 'fsync,fdatasync', (folder) => `${dataFile(folder)}-wal`],
  // Its log is not synced with each head: that it is slow at all shows in its writes.
  ['write the signed heads', 'pwrite64', (folder) => join(`${folder}-keys`, 'signed.sqlite-wal')],
])(
  'a disk that takes 2 seconds to %s holds up the write that waits for it, and no read',
  async ([, calls, file], { skip }) => {
    const folder = newFolder()
    const service = await spawned(folder)
    const { url } = service
    const opened = { type: 'negotiation.opened', occurred: '2025-11-01', title: 'Talks' }
    expect((await record(url, 'talks', 'open', opened)).status).toBe(201)
    const pid = service.process.pid as number
    if (!(await delayCalls(calls, pid, file(folder)))) skip('needs strace, and leave to trace')
    const readAll = async () => {
      for (const path of ['/health/live', '/health/ready', '/v1/negotiations/talks/parties']) {
        expect((await ask(new URL(path, url), {})).status).toBe(200)
      }
    }
    await readAll()

    let isAnswered = false
    const party = { type: 'party.listed', party: 'north', name: 'North', kind: 'state' }
    const began = performance.now()
    const write = record(url, 'talks', 'north', { ...party, occurred: '2025', role: 'party' })
    void write.then(() => {
      isAnswered = true
    })
    let reads = 0
    for (; !isAnswered; reads++) await readAll()
    expect((await write).status).toBe(201)
    expect(performance.now() - began).toBeGreaterThan(DELAY_MS)
    // Had the first read waited for the disk, there would have been no time for a second round.
    expect(reads).toBeGreaterThan(1)
  },
)
