import { setImmediate as turn } from 'node:timers/promises'

/**
 * The same pages, once it has shown whether reading them can begin at all: a refusal that takes no
 * waiting is thrown here, while the request can still be answered with a problem.
 */
export async function begun<T>(pages: AsyncIterable<T>): Promise<AsyncIterable<T>> {
  const iterator = pages[Symbol.asyncIterator]()
  const first = iterator.next()
  await Promise.race([first, turn()])
  return goOn(iterator, first)
}

async function* goOn<T>(iterator: AsyncIterator<T>, first: Promise<IteratorResult<T>>) {
  try {
    for (let next = await first; next.done !== true; next = await iterator.next()) yield next.value
  } finally {
    await iterator.return?.()
  }
}
