import { expect } from 'vitest'
import { newFolder } from '../store/folder.ts'
import { Acknowledged, authorized } from './acknowledged.ts'
import { ASKING, desksOf } from './desks.ts'
import { ask } from './running.ts'
import { type Spawned, spawned } from './spawned.ts'

const CLIENTS = 8

/**
 * Starts a service, kills it with -9 under load, and starts it again, so many times; after each
 * start everything that was ever acknowledged must be there, once, in order. The load is of people of
 * every role, and the logs are verified in the end.
 *
 * @returns how many requests were acknowledged
 */
export async function killUnderLoad(cycles: number, requestsACycle: number): Promise<number> {
  const folder = newFolder()
  const start = () => spawned(folder, [], [], ASKING)
  const first = await start()
  const { recording, reading } = await desksOf(first)
  await first.end('SIGTERM')
  const recorder = new Acknowledged(recording)
  for (let cycle = 0; cycle < cycles; cycle++) {
    const service = await start()
    await recorder.sendAgain(service)
    await recorder.expectAllThere(service)
    const enough = Promise.withResolvers<void>()
    const target = recorder.count + requestsACycle
    const load = async () => {
      while ((await recorder.next(service)) === 'acknowledged') {
        if (recorder.count >= target) enough.resolve()
      }
    }
    const loads = Promise.all([
      ...Array.from({ length: CLIENTS }, load),
      ...reading.map((reader) => read(service, reader)),
    ])
    await Promise.race([enough.promise, loads])
    expect(await service.end('SIGKILL')).toBe('SIGKILL')
    await loads
    expect(service.errors).toEqual([])
  }
  const service = await start()
  await recorder.sendAgain(service)
  await recorder.expectAllThere(service)
  await recorder.verifyLogs(service)
  return recorder.count
}

/** Reads until the service is gone: each answer is the one that the reader's role gives. */
async function read({ url }: Spawned, { key, status }: { key: string; status: number }) {
  for (;;) {
    try {
      const answer = await ask(new URL('/v1/negotiations/talks/parties', url), authorized(key))
      expect([status, 503]).toContain(answer.status)
    } catch (error) {
      if (error instanceof TypeError) return
      throw error
    }
  }
}
