import { both, canEnd, type Holding, hasHappened } from './holding.ts'
import type { TimeWindow } from './window.ts'

/** A report that something began, or ended: a joining or a leaving, a settling or a reopening. */
export interface Act extends TimeWindow {
  readonly begins: boolean
  /** The cost of an order in which this act has no effect; less where it has one elsewhere. */
  readonly weight: number
}

/** The most sets of acts of one cluster that are gone through: beyond them its order stays open. */
const MOST_SETS = 1024

/** A way in which things can have gone up to some point; `at` is the state at the instant asked for. */
interface Course {
  readonly holds: boolean
  readonly at: boolean | undefined
}

/** The least number of acts without effect by which each course can come about. */
type Costs = ReadonlyMap<string, Course & { readonly cost: number }>

/**
 * Certainty at `instant` that something holds which acts begin and end by turns.
 *
 * Each act lies at some instant of its window. An act that changes nothing has no effect: several
 * reports of one act are one, the first. Of the orders in which the acts can have come, those count
 * in which the fewest have no effect, by their weights.
 */
export function holdsAfter(acts: readonly Act[], instant: number): Holding {
  const [first] = acts
  // Most things begin once and never end: their only act needs no orders.
  if (acts.length === 1 && first?.begins) return hasHappened(first, instant)
  return holdsThrough(acts, instant, false)
}

/**
 * The same of something that begins in `start`, once, before all acts: an act that provably lies before
 * it has no effect.
 *
 * @param acts as they are read, at or after the start
 */
export function holdsFrom(start: TimeWindow, acts: readonly Act[], instant: number): Holding {
  const effective = acts.filter((act) => canEnd(start, act))
  if (effective.length === 0) return hasHappened(start, instant)
  return both(hasHappened(start, instant), holdsThrough(effective, instant, true))
}

/** @param holds true if it holds before all acts */
function holdsThrough(acts: readonly Act[], instant: number, holds: boolean): Holding {
  let costs: Costs = courses([{ holds, at: undefined, cost: 0 }])
  for (const cluster of clusters(acts)) {
    if (cluster.from > instant) costs = ask(costs)
    const isWithin = cluster.from <= instant && instant < cluster.until
    costs = after(cluster.acts, costs, isWithin ? instant : undefined)
  }
  const all = [...ask(costs).values()]
  const least = Math.min(...all.map(({ cost }) => cost))
  const answers = new Set(all.filter(({ cost }) => cost === least).map(({ at }) => at))
  if (answers.size > 1) return 'possibly'
  return answers.has(true) ? 'surely' : 'no'
}

interface Cluster<A extends Act> extends TimeWindow {
  readonly acts: readonly A[]
}

/** Splits acts where all of one part provably precede all of the next. */
export function clusters<A extends Act>(acts: readonly A[]): Cluster<A>[] {
  const found: { from: number; until: number; acts: A[] }[] = []
  for (const act of acts.toSorted((a, b) => (a.from === b.from ? 0 : a.from - b.from))) {
    const last = found.at(-1)
    if (last === undefined || last.until <= act.from) {
      found.push({ from: act.from, until: act.until, acts: [act] })
    } else {
      last.acts.push(act)
      last.until = Math.max(last.until, act.until)
    }
  }
  return found
}

/** The courses after the acts of a cluster; `instant` where it lies within the cluster. */
function after(acts: readonly Act[], before: Costs, instant: number | undefined): Costs {
  const [first] = acts
  const isAlike = ({ begins, weight }: Act) => begins === first?.begins && weight === first.weight
  if (first !== undefined && acts.every(isAlike)) return repeated(acts, first, before, instant)
  return ordered(acts, before, instant)
}

/** Goes through several reports of one act: the first of them makes the difference. */
function repeated(
  acts: readonly Act[],
  { begins, weight }: Act,
  before: Costs,
  instant: number | undefined,
): Costs {
  const surely = Math.min(...acts.map(({ until }) => until))
  return courses(
    [...before.values()].flatMap(({ holds, at, cost }) => {
      const next = cost + weight * (acts.length - (holds === begins ? 0 : 1))
      const asked = instant === undefined ? [at] : instant < surely ? [holds, begins] : [begins]
      return asked.map((then) => ({ holds: begins, at: at ?? then, cost: next }))
    }),
  )
}

/** Acts of one kind and one window, of which it does not matter which comes first. */
interface Alike {
  readonly act: Act
  readonly count: number
}

/** Goes through every order in which the acts of a cluster, and `instant`, can have come. */
function ordered(acts: readonly Act[], before: Costs, instant: number | undefined): Costs {
  const alike = alikeOf(acts)
  const sets = alike.reduce((product, { count }) => product * (count + 1), 1)
  if (sets > MOST_SETS) return anything(before, instant !== undefined)
  const start = alike.map(() => 0)
  let layer = new Map([[start.join(), { taken: start, costs: before }]])
  for (let step = 0; step <= acts.length; step++) {
    const next: typeof layer = new Map()
    for (const { taken, costs } of layer.values()) {
      const left = alike.filter(({ count }, n) => (taken[n] as number) < count)
      const earliest = Math.min(...left.map(({ act }) => act.until))
      const known = instant === undefined || earliest <= instant ? costs : withAsked(costs)
      if (left.length === 0) return instant === undefined ? costs : ask(costs)
      for (const [n, { act, count }] of alike.entries()) {
        // An act can come next unless one that is left provably precedes it.
        if ((taken[n] as number) >= count || act.from >= earliest) continue
        const after = taken.with(n, (taken[n] as number) + 1)
        const key = after.join()
        const reached = take(act, known, instant)
        const other = next.get(key)?.costs
        next.set(key, {
          taken: after,
          costs: other ? courses([...other.values(), ...reached]) : courses(reached),
        })
      }
    }
    layer = next
  }
  return before
}

/** The courses that an act leads on to; after `instant` only those that were asked before it. */
function take(act: Act, costs: Costs, instant: number | undefined) {
  const isLater = instant !== undefined && act.from > instant
  return [...costs.values()]
    .filter(({ at }) => !isLater || at !== undefined)
    .map(({ holds, at, cost }) => ({
      holds: act.begins,
      at,
      cost: cost + (holds === act.begins ? act.weight : 0),
    }))
}

/** The courses as they are, and as they are if the instant comes now. */
function withAsked(costs: Costs): Costs {
  return courses([...costs.values(), ...ask(costs).values()])
}

/** The courses in which the instant has come by now. */
function ask(costs: Costs): Costs {
  return courses([...costs.values()].map((one) => ({ ...one, at: one.at ?? one.holds })))
}

function anything(before: Costs, asked: boolean): Costs {
  const cost = Math.min(...[...before.values()].map((one) => one.cost))
  const open = [...before.values()].flatMap(({ at }) =>
    [true, false].flatMap((holds) =>
      asked ? [true, false].map((then) => ({ holds, at: then, cost })) : [{ holds, at, cost }],
    ),
  )
  return courses(open)
}

/** The cheapest of each course. */
function courses(all: readonly (Course & { readonly cost: number })[]): Costs {
  const cheapest = new Map<string, Course & { readonly cost: number }>()
  for (const course of all) {
    const key = `${course.holds} ${course.at}`
    const other = cheapest.get(key)
    if (other === undefined || course.cost < other.cost) cheapest.set(key, course)
  }
  return cheapest
}

function alikeOf(acts: readonly Act[]): Alike[] {
  const groups = Map.groupBy(acts, (act) => `${act.begins} ${act.weight} ${act.from} ${act.until}`)
  return [...groups.values()].map((group) => ({ act: group[0] as Act, count: group.length }))
}
