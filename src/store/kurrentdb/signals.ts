import type { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'

/** When to give up a subscription. */
export interface Drops {
  readonly signal: AbortSignal
  /** Yield `undefined` after so many milliseconds without an event. */
  readonly quietMs: number
}

interface Subscription extends Readable {
  unsubscribe(): Promise<void>
}

/**
 * A subscription as a series of signals that something came. It ends when `signal` aborts, and
 * whenever the subscription does, by an error or without a word: what is wrong, a reading will tell. The server's call is ended
 * however this generator is left.
 *
 * @param told what to yield for an event.
 */
export async function* signals<T>(
  subscribe: () => unknown,
  told: (event: { readonly revision: bigint }) => T,
  { signal, quietMs }: Drops,
): AsyncGenerator<T | undefined> {
  if (signal.aborted) return
  const subscription = subscribe() as Subscription
  // It may emit errors after the loop has stopped listening; unheard they would end the process.
  subscription.on('error', () => undefined)
  const stopped = Promise.withResolvers<{ done: true }>()
  const stop = () => stopped.resolve({ done: true })
  signal.addEventListener('abort', stop)
  const events = subscription[Symbol.asyncIterator]()
  try {
    let next = events.next()
    for (;;) {
      const silence = new AbortController()
      const quiet = sleep(quietMs, 'quiet' as const, { signal: silence.signal, ref: false })
      quiet.catch(() => undefined)
      const came = await Promise.race([next, stopped.promise, quiet])
        .catch(() => ({ done: true }) as const)
        .finally(() => silence.abort())
      if (came === 'quiet') {
        yield undefined
        continue
      }
      if (came.done === true) return
      next = events.next()
      next.catch(() => undefined)
      yield told(came.value.event)
    }
  } finally {
    signal.removeEventListener('abort', stop)
    subscription.unsubscribe().catch(() => undefined)
    subscription.resume()
  }
}
