import type { Readable } from 'node:stream'

/** When to give up a subscription, and what to listen for besides. */
export interface Drops<N> {
  readonly signal: AbortSignal
  /** Yield `undefined` after so many milliseconds without an event. */
  readonly quietMs: number
  /** Something else that is to be yielded as it comes, one promise at a time. */
  readonly besides?: () => Promise<N>
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
 * @param told what to yield for an event.
 */
export async function* signals<T, N = never>(
  subscribe: () => unknown,
  told: (event: { readonly revision: bigint }) => T,
  { signal, quietMs, besides }: Drops<N>,
): AsyncGenerator<T | N | undefined> {
  if (signal.aborted) return
  const subscription = subscribe() as Subscription
  // It may emit errors after the loop has stopped listening; unheard they would end the process.
  subscription.on('error', () => undefined)
  const stopped = Promise.withResolvers<typeof ENDED>()
  const stop = () => stopped.resolve(ENDED)
  signal.addEventListener('abort', stop)
  const events = subscription[Symbol.asyncIterator]()
  const nextEvent = () => events.next().catch(() => ENDED)
  const nextBesides = async () => ({ besides: await besides?.() })
  const never = new Promise<never>(() => undefined)
  try {
    let event = nextEvent()
    let other = besides ? nextBesides() : never
    for (;;) {
      const quiet = Promise.withResolvers<'quiet'>()
      const timer = setTimeout(quiet.resolve, quietMs, 'quiet').unref()
      const came = await Promise.race([other, event, stopped.promise, quiet.promise])
      clearTimeout(timer)
      if (came === 'quiet') yield undefined
      else if ('besides' in came) {
        other = nextBesides()
        yield came.besides
      } else if (came.done === true) return
      else {
        event = nextEvent()
        yield told(came.value.event)
      }
    }
  } finally {
    signal.removeEventListener('abort', stop)
    subscription.unsubscribe().catch(() => undefined)
    subscription.resume()
  }
}
