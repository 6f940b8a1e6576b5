import { AsyncLocalStorage } from 'node:async_hooks'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { ServingThread } from '../../src/workers/serving-thread.ts'

/** More than a turn of the event loop has for pieces of work, in milliseconds. */
const LONG_MS = 15

function spin(): void {
  const until = performance.now() + LONG_MS
  while (performance.now() < until);
}

test('a piece of work is done at once where nothing else is to be done', async () => {
  const thread = new ServingThread()
  let isDone = false
  const piece = thread.piece('a', () => {
    isDone = true
    return 3
  })
  expect(isDone).toBe(true)
  expect(await piece).toBe(3)
})

test('once a turn of the event loop has had its share, one long piece is done in each', async () => {
  const thread = new ServingThread()
  const done: string[] = []
  const pieces = ['a1', 'a2', 'a3'].map((name) =>
    thread.piece('a', () => {
      spin()
      done.push(name)
    }),
  )
  expect(done).toEqual(['a1'])
  // What arrives meanwhile has its turn between two pieces.
  for (let before = done.length; done.length < 3; before = done.length) {
    await nextTurn()
    expect(done.length - before).toBeLessThanOrEqual(1)
  }
  await Promise.all(pieces)
})

test('clients take turns, and the pieces of each are done in order', async () => {
  const thread = new ServingThread()
  const done: string[] = []
  const first = thread.piece('a', spin)
  const pieces = ['a1', 'a2', 'a3', 'b1', 'b2', 'c1'].map((name) =>
    thread.piece(name.charAt(0), () => void done.push(name)),
  )
  await Promise.all([first, ...pieces])
  expect(done).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3'])
})

test('a piece that fails fails alone, at once or after it waited', async () => {
  const thread = new ServingThread()
  const fail = () => {
    spin()
    throw new TypeError('no such thing')
  }
  const [one, two] = [thread.piece('a', fail), thread.piece('a', fail)]
  await expect(one).rejects.toThrow('no such thing')
  await expect(two).rejects.toThrow('no such thing')
  expect(await thread.piece('a', () => 3)).toBe(3)
})

test('a piece for which nobody waits any more is not done', async () => {
  const thread = new ServingThread()
  const leaving = new AbortController()
  let isDone = false
  const first = thread.piece('a', spin)
  const left = thread.piece('a', () => (isDone = true), leaving.signal)
  leaving.abort(new Error('gone'))
  await first
  await expect(left).rejects.toThrow('gone')
  expect(isDone).toBe(false)
})

test('a piece that waited is done in the course of the request that asked for it', async () => {
  const thread = new ServingThread()
  const request = new AsyncLocalStorage<string>()
  const first = request.run('one', () => thread.piece('a', spin))
  const second = request.run('two', () => thread.piece('b', () => request.getStore()))
  await first
  expect(await second).toBe('two')
})

test('works done alone do not meet, and others are served between their pieces', async () => {
  const thread = new ServingThread()
  const owner = {}
  const done: string[] = []
  const work = (name: string) =>
    function* () {
      for (let piece = 1; piece <= 3; piece++) {
        spin()
        done.push(`${name}${piece}`)
        yield
      }
      return name
    }
  const [a, b] = [thread.alone(owner, 'a', work('a')), thread.alone(owner, 'b', work('b'))]
  const other = thread.piece('c', () => void done.push('c'))
  expect(await Promise.all([a, b, other])).toEqual(['a', 'b', undefined])
  expect(done.filter((name) => name !== 'c')).toEqual(['a1', 'a2', 'a3', 'b1', 'b2', 'b3'])
  expect(done.indexOf('c')).toBeLessThan(3)
})

test('a work that fails lets the next of its owner begin', async () => {
  const thread = new ServingThread()
  const owner = {}
  const fail = function* () {
    yield
    throw new TypeError('no such thing')
  }
  const failed = thread.alone(owner, 'a', fail)
  const next = thread.alone(owner, 'a', function* () {
    yield
    return 3
  })
  await expect(failed).rejects.toThrow('no such thing')
  expect(await next).toBe(3)
})

test('a work that is broken off ends before the next of its owner begins', async () => {
  const thread = new ServingThread()
  const owner = {}
  const leaving = new AbortController()
  const done: string[] = []
  const work = function* () {
    try {
      for (;;) {
        leaving.abort(new Error('gone'))
        spin()
        yield
      }
    } finally {
      done.push('taken back')
    }
  }
  const left = thread.alone(owner, 'a', work, leaving.signal)
  const next = thread.alone(owner, 'a', function* () {
    yield
    done.push('next')
  })
  await expect(left).rejects.toThrow('gone')
  await next
  expect(done).toEqual(['taken back', 'next'])
})
