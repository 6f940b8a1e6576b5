import { expect } from 'vitest'
import { newFolder } from '../store/folder.ts'
import { Acknowledged } from './acknowledged.ts'
import { spawned } from './spawned.ts'

const CLIENTS = 8

/**
 * Starts a service, kills it with -9 under load, and starts it again, so many times; after each
 * start everything that was ever acknowledged must be there, once, in order.
 *
 * @returns how many requests were acknowledged
 */
export async function killUnderLoad(cycles: number, requestsACycle: number): Promise<number> {
  const folder = newFolder()
  const recorder = new Acknowledged()
  for (let cycle = 0; cycle < cycles; cycle++) {
    const service = await spawned(folder)
    await recorder.sendAgain(service)
    await recorder.expectAllThere(service)
    const enough = Promise.withResolvers<void>()
    const target = recorder.count + requestsACycle
    const load = async () => {
      while ((await recorder.next(service)) === 'acknowledged') {
        if (recorder.count >= target) enough.resolve()
      }
    }
    const loads = Promise.all(Array.from({ length: CLIENTS }, load))
    await Promise.race([enough.promise, loads])
    expect(await service.end('SIGKILL')).toBe('SIGKILL')
    await loads
    expect(service.errors).toEqual([])
  }
  const service = await spawned(folder)
  await recorder.expectAllThere(service)
  return recorder.count
}
