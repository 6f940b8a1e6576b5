import type { Window } from './window.ts'

/** Three-valued truth at one instant. What holds surely or possibly takes part in answers. */
export type Holding = 'surely' | 'possibly' | 'no'

/** The end of what nothing ends. */
export const NEVER: Window = {
  from: Number.POSITIVE_INFINITY,
  until: Number.POSITIVE_INFINITY,
}

/** Certainty at `instant` that what happens within a window has happened. */
export function hasHappened({ from, until }: Window, instant: number): Holding {
  if (until <= instant) return 'surely'
  return from <= instant ? 'possibly' : 'no'
}

/** Certainty at `instant` that what began in one window and ends in another holds. */
export function holding(start: Window, end: Window, instant: number): Holding {
  const [begun, ended] = [hasHappened(start, instant), hasHappened(end, instant)]
  if (begun === 'no' || ended === 'surely') return 'no'
  return begun === 'surely' && ended === 'no' ? 'surely' : 'possibly'
}

/**
 * True where an end has an effect on what began in `start`: it is read at or after the start, unless
 * it provably lies before it.
 */
export function canEnd(start: Window, end: Window): boolean {
  return end.until > start.from
}

/** The window of the first end among those that have an effect. */
export function firstOf(ends: Iterable<Window>): Window {
  let { from, until } = NEVER
  for (const end of ends) {
    from = Math.min(from, end.from)
    until = Math.min(until, end.until)
  }
  return { from, until }
}

/** The less certain of two. */
export function both(a: Holding, b: Holding): Holding {
  if (a === 'no' || b === 'no') return 'no'
  return a === 'surely' && b === 'surely' ? 'surely' : 'possibly'
}
