import type { NaiveWindow } from './naive-positions.ts'

export type NaiveHolding = 'surely' | 'possibly' | 'no'

/** Straight from the rule: begun and ended, each surely, possibly or not. */
export function naiveHolding(
  start: NaiveWindow,
  ends: readonly NaiveWindow[],
  at: number,
): NaiveHolding {
  const hasPossiblyBegun = start.from <= at
  const hasSurelyBegun = start.until <= at
  const hasPossiblyEnded = ends.some(({ from }) => from <= at)
  const hasSurelyEnded = ends.some(({ until }) => until <= at)
  if (!hasPossiblyBegun || hasSurelyEnded) return 'no'
  return hasSurelyBegun && !hasPossiblyEnded ? 'surely' : 'possibly'
}

export interface NaiveAct extends NaiveWindow {
  readonly begins: boolean
  /** A withdrawal from the negotiation has an effect of its own: it counts after all others. */
  readonly isWithdrawal: boolean
}

/**
 * By force: every order of the acts, and of the instant asked for, that instants within their windows
 * allow. Of the orders those count in which the fewest acts have no effect.
 */
export function holdingByForce(acts: readonly NaiveAct[], at: number): NaiveHolding {
  let least = Number.POSITIVE_INFINITY
  let answers = new Set<boolean>()
  for (const { order, before } of orders(acts, at)) {
    const states = [false, ...order.map(({ begins }) => begins)]
    const without = order.filter(({ begins }, n) => states[n] === begins)
    const idle = without.filter(({ isWithdrawal }) => !isWithdrawal).length * 100 + without.length
    if (idle > least) continue
    if (idle < least) answers = new Set()
    least = idle
    answers.add(states[before] as boolean)
  }
  if (answers.size > 1) return 'possibly'
  return answers.has(true) ? 'surely' : 'no'
}

/** Each order that instants within the windows allow, and how many of it lie at or before `at`. */
export function* orders<Dated extends NaiveWindow>(
  left: readonly Dated[],
  at: number,
  order: readonly Dated[] = [],
  instant = Number.NEGATIVE_INFINITY,
  before?: number,
): Generator<{ order: readonly Dated[]; before: number }> {
  if (left.length === 0) yield { order, before: before ?? order.length }
  for (const act of left) {
    // As early as it can come after those before it, by as little as is needed.
    const next = Math.max(instant, act.from)
    if (next >= act.until || (before === undefined && next > at)) continue
    const rest = left.filter((other) => other !== act)
    yield* orders(rest, at, [...order, act], next, before)
  }
  if (before === undefined && left.length > 0) {
    yield* orders(left, at, order, Math.max(instant, at), order.length)
  }
}
