import { setTimeout as sleep } from 'node:timers/promises'

/** Resolves after that many milliseconds, or as soon as `signal` aborts. */
export type Pause = (ms: number, signal: AbortSignal) => Promise<void>

/** By the machine's timers; a pause does not keep the process alive. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal, ref: false }).catch(() => undefined)
}

/** The pause after a number of failures in a row: doubling from 50 ms to half a minute. */
export function backoff(failures: number): number {
  return Math.min(30_000, 50 * 2 ** Math.min(failures, 20))
}
