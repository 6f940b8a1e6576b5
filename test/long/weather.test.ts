import { renameSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { Acknowledged } from '../http/acknowledged.ts'
import { ask } from '../http/running.ts'
import { type Spawned, spawned } from '../http/spawned.ts'
import { delayCalls } from '../http/strace.ts'
import { dataFile, newFolder } from '../store/folder.ts'
import { watchStalls } from './watch-stalls.ts'

const REQUESTS = Number(process.env.LEDGER_TEST_WEATHER ?? 500)
const CLIENTS = 8
const STALL_MS = 500
/**
 * The largest file of a service whose disk fills up, in blocks of 512 bytes: 1 MiB. Its replies are
 * not recorded, for which there would be no space either.
 */
const SMALL = ['sh', '-c', 'ulimit -f 2048; REPLIES_FILE= exec "$@"', 'sh']

interface Weather {
  readonly preloaded?: readonly string[]
  readonly tracer?: readonly string[]
  /** @returns what ends it; undefined where this system cannot have such weather. */
  begin(service: Spawned, data: string): Promise<(() => void) | undefined>
  /** True if it lets nothing be recorded. */
  readonly isClosed?: true
  /** How the service recovers: by itself, or when it is started again; it may not. */
  readonly recovers: 'by itself' | 'when started again' | 'never'
}

const weathers: Readonly<Record<string, Weather>> = {
  'the data folder is moved, and put back': {
    async begin(_, data) {
      renameSync(data, `${data}-moved`)
      return () => renameSync(`${data}-moved`, data)
    },
    isClosed: true,
    recovers: 'by itself',
  },
  'the folder of the seed is moved, and put back': {
    async begin(_, data) {
      renameSync(`${data}-keys`, `${data}-moved`)
      return () => renameSync(`${data}-moved`, `${data}-keys`)
    },
    isClosed: true,
    recovers: 'by itself',
  },
  'the data folder is deleted': {
    async begin(_, data) {
      rmSync(data, { recursive: true })
      return () => undefined
    },
    isClosed: true,
    recovers: 'never',
  },
  'the clock goes ahead by an hour, and back': {
    preloaded: [join(import.meta.dirname, 'shifted-clock.ts')],
    async begin({ process }) {
      process.kill('SIGUSR2')
      return () => void process.kill('SIGUSR2')
    },
    recovers: 'by itself',
  },
  'each sync of the events takes 2 seconds': {
    begin: ({ process }, data) =>
      delayCalls('fsync,fdatasync', process.pid as number, `${dataFile(data)}-wal`),
    recovers: 'by itself',
  },
  'each write of the signed heads takes 2 seconds': {
    begin: ({ process }, data) =>
      delayCalls('pwrite64', process.pid as number, `${data}-keys/signed.sqlite-wal`),
    recovers: 'by itself',
  },
  'the disk is full': {
    tracer: SMALL,
    // It fills by itself.
    begin: async () => () => undefined,
    isClosed: true,
    recovers: 'when started again',
  },
}

test.for(Object.entries(weathers))(
  '%s under load: nothing acknowledged is lost, nothing fails but by 503, and the service lives',
  async ([name, weather], { skip }) => {
    const data = join(newFolder(), 'data')
    const service = await spawned(data, weather.preloaded, weather.tracer)
    const recorder = new Acknowledged()
    await recorder.sendAgain(service)

    // How long the service kept others waiting can be told on a machine without other work alone.
    const isIdle = (loadavg()[0] as number) < availableParallelism() / 2
    const stalls = watchStalls(service.url)
    let refused = 0
    let isOver = false
    const write = async () => {
      while (!isOver) {
        if ((await recorder.next(service)) === 'acknowledged') continue
        refused += 1
        await pause(10)
      }
    }
    const read = async () => {
      while (!isOver) {
        const { status } = await ask(new URL('/v1/negotiations/talks/parties', service.url), {})
        expect([200, 503]).toContain(status)
        await pause(10)
      }
    }
    const load = Promise.all([read(), ...Array.from({ length: CLIENTS }, write)])
    /** Waits for so many more of what is counted, or for the load to fail. */
    const more = async (counted: () => number, count: number) => {
      const enough = counted() + count
      const waiting = (async () => {
        while (counted() < enough && !isOver) await pause(20)
      })()
      await Promise.race([waiting, load])
    }
    const count = () => recorder.count
    try {
      if (weather.tracer === undefined) await more(count, REQUESTS)
      const end = await weather.begin(service, data)
      if (end === undefined) return skip('needs strace, and leave to trace')
      await more(weather.isClosed ? () => refused : count, weather.isClosed ? REQUESTS : 10)
      expect((await ask(new URL('/health/live', service.url), {})).status).toBe(200)
      end()
      if (weather.recovers === 'by itself') await more(count, REQUESTS)
    } finally {
      isOver = true
    }
    await load
    const { worst, worstAlone } = await stalls.stop()
    process.stdout.write(
      `${name}: ${recorder.count} acknowledged, ${refused} refused; /health/live waited at most ` +
        `${Math.round(worst)} ms, undisturbed ${Math.round(worstAlone)} ms` +
        `${isIdle ? '' : ' (not judged: the machine had other work)'}\n`,
    )
    if (isIdle) expect(worstAlone).toBeLessThan(STALL_MS)
    if (weather.isClosed) expect(refused).toBeGreaterThan(0)
    expect(service.errors).toEqual([])
    expect(service.process.exitCode).toBeNull()
    expect(await service.end('SIGTERM')).toBe(0)

    if (weather.recovers === 'never') return
    const after = await spawned(data)
    await recorder.sendAgain(after)
    await recorder.expectAllThere(after)
  },
)
