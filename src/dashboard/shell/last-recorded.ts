import type { Ledger } from '../data/ledger.ts'

/** The notice that nothing was recorded by the time asked for, and the first entry is shown. */
export const BEFORE_ALL = 'Before the first entry: the first is shown.'

/** The last revision recorded at or before a time; -1 if nothing was recorded by then. O(log of the head). */
export async function findLastRecorded(
  ledger: Ledger,
  head: number,
  time: number,
): Promise<number> {
  let [low, high] = [0, head + 1]
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((await ledger.recordedAt(middle)) <= time) low = middle + 1
    else high = middle
  }
  return low - 1
}
