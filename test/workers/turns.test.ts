import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { TooBusy, Turns } from '../../src/workers/turns.ts'

/** Work that goes on until it is let go, and the order in which it was begun. */
function held(turns: Turns) {
  const begun: string[] = []
  const ends: (() => void)[] = []
  const take = (name: string, signal?: AbortSignal) =>
    turns.take(
      name.charAt(0),
      () => {
        begun.push(name)
        const { promise, resolve } = Promise.withResolvers<void>()
        ends.push(resolve)
        return promise
      },
      signal,
    )
  const endFirst = async () => {
    ends.shift()?.()
    await pause()
  }
  return { begun, take, endFirst }
}

test('so much is done at once, and what ends makes room', async () => {
  const { begun, take, endFirst } = held(new Turns({ atOnce: 2, maxWaiting: 9 }))
  const all = ['a1', 'b1', 'c1'].map((name) => take(name))
  await pause()
  expect(begun).toEqual(['a1', 'b1'])
  for (const _ of all) await endFirst()
  expect(begun).toEqual(['a1', 'b1', 'c1'])
  await Promise.all(all)
})

test('clients take turns, and one of them never has the last place', async () => {
  const { begun, take, endFirst } = held(new Turns({ atOnce: 2, maxWaiting: 9 }))
  const all = ['a1', 'a2', 'a3', 'b1', 'b2'].map((name) => take(name))
  await pause()
  expect(begun).toEqual(['a1', 'b1'])
  for (const _ of all) await endFirst()
  expect(begun).toEqual(['a1', 'b1', 'a2', 'b2', 'a3'])
  await Promise.all(all)
})

test('work that fails makes room as well', async () => {
  const turns = new Turns({ atOnce: 1, maxWaiting: 1 })
  const failed = turns.take('a', () => Promise.reject(new TypeError('no such thing')))
  const next = turns.take('a', async () => 'done')
  await expect(failed).rejects.toThrow('no such thing')
  expect(await next).toBe('done')
})

test('what would wait beyond the limit is refused', async () => {
  const { begun, take, endFirst } = held(new Turns({ atOnce: 1, maxWaiting: 1 }))
  const all = [take('a1'), take('a2')]
  await expect(take('b1')).rejects.toThrow(TooBusy)
  for (const _ of all) await endFirst()
  expect(begun).toEqual(['a1', 'a2'])
  await Promise.all(all)
})

test('what has waited too long is refused', async () => {
  const { begun, take, endFirst } = held(new Turns({ atOnce: 1, maxWaiting: 1, maxWaitMs: 1 }))
  const first = take('a1')
  await expect(take('b1')).rejects.toThrow('has waited for its turn for 0.001 s')
  await endFirst()
  await first
  expect(begun).toEqual(['a1'])
})

test('who leaves while waiting gives up their turn', async () => {
  const { begun, take, endFirst } = held(new Turns({ atOnce: 1, maxWaiting: 9 }))
  const leaving = new AbortController()
  const all = [take('a1'), take('c1')]
  const left = take('b1', leaving.signal)
  leaving.abort(new Error('gone'))
  await expect(left).rejects.toThrow('gone')
  await expect(take('d1', leaving.signal)).rejects.toThrow('gone')
  for (const _ of all) await endFirst()
  expect(begun).toEqual(['a1', 'c1'])
  await Promise.all(all)
})
