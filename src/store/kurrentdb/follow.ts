import { StoreUnavailable } from '../event-store.ts'
import type { Health } from './health.ts'
import { backoff, pause } from './pause.ts'
import type { Drops } from './signals.ts'

/** Something that grows. */
export interface Growing<T> {
  /** Pages of what there is after the last page that was given out; an empty one is no news. */
  rest(): AsyncGenerator<readonly T[]>
  /**
   * Subscribes after the last page, and yields true when there is more, undefined when nothing was
   * heard for a while.
   */
  watch(drops: Drops<never>): AsyncGenerator<true | undefined>
}

/**
 * Pages of what there is and of what comes, until `signal` aborts. Subscriptions only tell when to
 * read: nothing depends on what they bring. One that ends, however it does, or that is found to
 * have missed something, is replaced, after a pause that grows while that goes on.
 *
 * @throws whatever reading throws that is not {@link StoreUnavailable}.
 */
export async function* follow<T>(
  growing: Growing<T>,
  health: Health,
  signal: AbortSignal,
): AsyncGenerator<readonly T[]> {
  const drops = { signal, quietMs: health.timing.quietMs }
  const subscription = {}
  let failures = 0
  try {
    while (!signal.aborted) {
      let why: string | undefined
      try {
        for await (const page of growing.rest()) {
          health.up(subscription)
          yield page
        }
        for await (const signalled of growing.watch(drops)) {
          let missed = false
          for await (const page of growing.rest()) {
            missed ||= signalled === undefined && page.length > 0
            yield page
          }
          if (missed) break
          failures = 0
          health.up(subscription)
        }
      } catch (error) {
        if (!(error instanceof StoreUnavailable)) throw error
        why = error.message
      }
      if (signal.aborted) return
      health.down(subscription, why)
      await pause(backoff(failures++), signal)
    }
  } finally {
    health.up(subscription)
  }
}
