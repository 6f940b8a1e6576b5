import { setTimeout as sleep } from 'node:timers/promises'

/** The wait after a number of failures in a row, in milliseconds: half of it by chance. */
export function backoff(failures: number): number {
  const longest = Math.min(5_000, 50 * 2 ** Math.min(failures, 10))
  return longest / 2 + (Math.random() * longest) / 2
}

/** Resolves after that many milliseconds, or as soon as the signal aborts. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined)
}
