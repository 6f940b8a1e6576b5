import type { TimeWindow } from './window.ts'

/** Three-valued truth at one instant. What holds surely or possibly takes part in answers. */
export type Holding = 'surely' | 'possibly' | 'no'

/** The end of what nothing ends. */
export const NEVER: TimeWindow = {
  from: Number.POSITIVE_INFINITY,
  until: Number.POSITIVE_INFINITY,
}

/** Certainty at `instant` that what happens within a window has happened. */
export function hasHappened({ from, until }: TimeWindow, instant: number): Holding {
  if (until <= instant) return 'surely'
  return from <= instant ? 'possibly' : 'no'
}

/** Certainty at `instant` that what began in one window and ends in another holds. */
export function holding(start: TimeWindow, end: TimeWindow, instant: number): Holding {
  const [begun, ended] = [hasHappened(start, instant), hasHappened(end, instant)]
  if (begun === 'no' || ended === 'surely') return 'no'
  return begun === 'surely' && ended === 'no' ? 'surely' : 'possibly'
}

/**
 * True where an end has an effect on what began in `start`: it is read at or after the start, unless
 * it provably lies before it.
 */
export function canEnd(start: TimeWindow, end: TimeWindow): boolean {
  return end.until > start.from
}

/**
 * A fact that follows a start, as it is read: at or after it. One that provably lies before the start
 * stays as it is, and ends nothing.
 */
export function readAfter<Fact extends TimeWindow>(
  start: TimeWindow | undefined,
  fact: Fact,
): Fact {
  if (start === undefined || fact.from >= start.from || !canEnd(start, fact)) return fact
  return { ...fact, from: start.from }
}

/**
 * The facts of one thing as they are read, in valid-time order: what follows the first of its starts,
 * after it; a start that no other report repeats, before the ends that it has.
 *
 * @param facts in valid-time order
 */
export function readInOrder<Fact extends TimeWindow>(
  facts: readonly Fact[],
  isStart: (fact: Fact) => boolean,
  isEnd: (fact: Fact) => boolean,
): Fact[] {
  const [start, repeated] = facts.filter(isStart)
  if (start === undefined) return [...facts]
  const { until } = firstOf(facts.filter((fact) => isEnd(fact) && canEnd(start, fact)))
  const isClosed = repeated === undefined && until < start.until
  const others = facts.filter((fact) => fact !== start).map((fact) => readAfter(start, fact))
  return inOrder([isClosed ? { ...start, until } : start, ...others])
}

/** Facts by the beginning of their windows; those of one beginning stay as they are. */
export function inOrder<Fact extends TimeWindow>(facts: readonly Fact[]): Fact[] {
  return facts.toSorted((a, b) => (a.from === b.from ? 0 : a.from - b.from))
}

/** The window of the first end among those that have an effect. */
export function firstOf(ends: Iterable<TimeWindow>): TimeWindow {
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
