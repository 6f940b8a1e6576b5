import type { TimeWindow } from './window.ts'

/** Tells if every instant at which A may be comes before every one at which B may be. */
export function isBefore(a: TimeWindow, b: TimeWindow): boolean {
  return endOf(a) <= b.from
}

/** The place at which a window ends, exclusive. An empty one stands for its first millisecond. */
export function endOf({ from, until }: TimeWindow): number {
  return Math.max(until, from + 1)
}

/**
 * Tells if what began in one window was so before what may end it: provably, or since its start is
 * open: what was already standing stood before any end of it.
 */
export function stoodBefore(beginning: TimeWindow, ending: TimeWindow): boolean {
  return beginning.from === Number.NEGATIVE_INFINITY || isBefore(beginning, ending)
}
