import { StoreUnavailable } from '../event-store.ts'
import type { Health } from './health.ts'
import { backoff, pause } from './pause.ts'

/** Something that grows. */
export interface Growing<T> {
  /** Pages of what there is after the last page that was given out; an empty one is no news. */
  rest(): AsyncGenerator<readonly T[]>
  /** Resolves when there may be more. */
  news(): Promise<void>
}

/**
 * Pages of what there is and of what comes, until `signal` aborts. A reading that fails is made
 * again, after a pause that grows while that goes on.
 *
 * @throws whatever reading throws that is not {@link StoreUnavailable}.
 */
export async function* follow<T>(
  growing: Growing<T>,
  health: Health,
  signal: AbortSignal,
): AsyncGenerator<readonly T[]> {
  const reading = {}
  let failures = 0
  try {
    while (!signal.aborted) {
      try {
        for await (const page of growing.rest()) {
          health.up(reading)
          yield page
        }
        failures = 0
        health.up(reading)
        await growing.news()
      } catch (error) {
        if (!(error instanceof StoreUnavailable)) throw error
        if (signal.aborted) return
        health.down(reading, error.message)
        await pause(backoff(failures++), signal)
      }
    }
  } finally {
    health.up(reading)
  }
}
