import type { Readable } from 'node:stream'

/** The conditions that end a subscription. */
export interface Drops {
  readonly signal: AbortSignal
  /** The time without an event after which it yields `undefined`, in milliseconds. */
  readonly quietMs: number
}

interface Subscription extends Readable {
  unsubscribe(): Promise<void>
}

const ENDED = { done: true } as const

/**
 * A subscription as a series of signals that something came. It ends when `signal` aborts, and
 * whenever the subscription does, by an error or without a word: what is wrong, a reading will
 * tell. The server's call is ended however this generator is left.
 *
 * @param signalOf makes what is yielded for an event.
 */
export async function* signals<E, T>(
  subscribe: () => unknown,
  signalOf: (event: E) => T,
  { signal, quietMs }: Drops,
): AsyncGenerator<T | undefined> {
  if (signal.aborted) return
  const subscription = subscribe() as Subscription
  // It may emit errors after the loop has stopped listening; unheard they would end the process.
  subscription.on('error', () => undefined)
  const stopped = Promise.withResolvers<typeof ENDED>()
  const stop = () => stopped.resolve(ENDED)
  signal.addEventListener('abort', stop)
  const events = subscription[Symbol.asyncIterator]()
  const nextEvent = () => events.next().catch(() => ENDED)
  try {
    let event = nextEvent()
    for (;;) {
      const quiet = Promise.withResolvers<'quiet'>()
      const timer = setTimeout(quiet.resolve, quietMs, 'quiet').unref()
      const came = await Promise.race([event, stopped.promise, quiet.promise])
      clearTimeout(timer)
      if (came === 'quiet') yield undefined
      else if (came.done === true) return
      else {
        event = nextEvent()
        yield signalOf(came.value.event)
      }
    }
  } finally {
    signal.removeEventListener('abort', stop)
    subscription.unsubscribe().catch(() => undefined)
    subscription.resume()
  }
}
