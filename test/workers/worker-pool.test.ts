import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { jobOf, LimitExceeded } from '../../src/workers/job.ts'
import { TooBusy } from '../../src/workers/turns.ts'
import { type PoolOptions, WorkerPool } from '../../src/workers/worker-pool.ts'
import type play from './jobs/play.ts'

const PLAY = jobOf<typeof play>(new URL('./jobs/play.ts', import.meta.url))
const SUM = { act: 'add', a: 1, b: 2 } as const

function pool(options: Partial<PoolOptions> = {}): WorkerPool {
  const made = new WorkerPool({ threads: 2, ...options })
  onTestFinished(() => made.close())
  return made
}

/** Jobs that run until they are told to go on. */
function held(workers: WorkerPool, clients: readonly string[]) {
  const until = new SharedArrayBuffer(4)
  const jobs = clients.map((client) => workers.run(PLAY, { act: 'wait', until }, client))
  return {
    jobs,
    release() {
      Atomics.store(new Int32Array(until), 0, 1)
      Atomics.notify(new Int32Array(until), 0)
      return Promise.all(jobs)
    },
  }
}

test('a job is done in a thread, and its answer comes back', async () => {
  expect(await pool().run(PLAY, SUM)).toBe(3)
})

test('a job tells how far it is, before its answer comes', async () => {
  const told: number[] = []
  await pool().run(PLAY, { act: 'tell' }, '', undefined, ({ done }) => void told.push(done))
  expect(told).toEqual([0, 1, 2])
})

test('a job that throws fails alone, with its own error', async () => {
  const workers = pool()
  await expect(workers.run(PLAY, { act: 'fail' })).rejects.toThrow(new TypeError('no such thing'))
  expect(await workers.run(PLAY, SUM)).toBe(3)
})

test('a job whose thread ends fails, and the next has another thread', async () => {
  const workers = pool({ threads: 1 })
  await expect(workers.run(PLAY, { act: 'exit' })).rejects.toThrow('ended')
  expect(await workers.run(PLAY, SUM)).toBe(3)
})

test.each([
  ['goes on for ever', 'spin', 'it takes more than 0.5 s of work'],
  ['is caught in a regular expression', 'backtrack', 'it takes more than 0.5 s of work'],
  ['fills the memory', 'hoard', 'it takes more than 64 MiB of memory'],
  ['fills its buffers', 'inflate', 'it takes more than 64 MiB of buffers'],
  ['overflows the stack', 'recurse', 'it takes too much memory'],
  ['refuses what it is given', 'refuse', 'it has more than 3 clauses'],
] as const)('a job that %s exceeds a limit, and the next is done', async (_, act, why) => {
  const cpuMs = act === 'hoard' || act === 'inflate' ? 60_000 : 500
  const workers = pool({ threads: 1, cpuMs, heapMb: 64, bufferMb: 64 })
  const job = workers.run(PLAY, { act })
  await expect(job).rejects.toThrow(why)
  await expect(job).rejects.toBeInstanceOf(LimitExceeded)
  expect(await workers.run(PLAY, SUM)).toBe(3)
})

test('there are no more threads than the limit says', async () => {
  const workers = pool({ threads: 3 })
  const three = held(workers, ['a', 'b', 'c'])
  const others = Array.from('defgh', (client) => workers.run(PLAY, SUM, client))
  expect(new Set(await three.release()).size).toBe(3)
  expect(await Promise.all(others)).toEqual([3, 3, 3, 3, 3])
})

test('the jobs of one client never have all threads', async () => {
  const workers = pool()
  const many = held(workers, ['a', 'a', 'a'])
  expect(await workers.run(PLAY, SUM, 'b')).toBe(3)
  await many.release()
})

test('more jobs than may wait are refused', async () => {
  const workers = pool({ threads: 1, maxWaiting: 1 })
  const both = held(workers, ['a', 'b'])
  await expect(workers.run(PLAY, SUM)).rejects.toBeInstanceOf(TooBusy)
  await both.release()
  expect(await workers.run(PLAY, SUM)).toBe(3)
})

/** A pool in which no limit ends a job, so that something else must. */
const unlimited = () => pool({ threads: 1, cpuMs: Number.POSITIVE_INFINITY })

test.each([
  ['at once', 0],
  ['before its thread runs', 1],
  ['when its thread runs', 200],
])('a job that nobody waits for any more ends, done or waiting: who left %s', async (_, turns) => {
  const workers = unlimited()
  const leaving = new AbortController()
  const jobs = [PLAY, PLAY].map((job) => workers.run(job, { act: 'spin' }, 'a', leaving.signal))
  const ends = Promise.all(jobs.map((job) => expect(job).rejects.toThrow('gone')))
  for (let turn = 0; turn < turns; turn++) await nextTurn()
  leaving.abort(new Error('gone'))
  await ends
  expect(await workers.run(PLAY, SUM)).toBe(3)
})

test('a pool that closes refuses what it was doing and what waits, and ends', async () => {
  const workers = unlimited()
  const jobs = [workers.run(PLAY, { act: 'spin' }), workers.run(PLAY, SUM)]
  const refused = Promise.allSettled(jobs)
  await workers.close()
  for (const { status, reason } of (await refused) as PromiseRejectedResult[]) {
    expect([status, reason]).toEqual(['rejected', expect.any(TooBusy)])
  }
  await expect(workers.run(PLAY, SUM)).rejects.toBeInstanceOf(TooBusy)
})
