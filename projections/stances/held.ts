import type { Measure, Node, TemporalKey } from '../time/bitemporal.ts'
import { firstOf } from '../time/holding.ts'
import { beginningOf, type TimeWindow } from '../time/window.ts'
import type { ReadCarrier } from './draft-acts.ts'
import type { Ending } from './ending.ts'
import type { TakenPosition } from './position.ts'
import type { Voice } from './rules/voice.ts'
import { STANCES } from './side.ts'

/**
 * A position at one of its ranks, `from` to `until`. It ranks by when it was said, once that has
 * come; before that, where it is said to have held already, by its `since`. It may hold at v where
 * `begins <= v < lasts`, and holds for certain where `begun <= v < sure`.
 */
export interface Held extends TemporalKey {
  readonly part: number
  readonly until: number
  readonly begins: number
  readonly begun: number
  readonly sure: number
  readonly lasts: number
  /** `lasts`, had its speaker retracted nothing. */
  readonly unretracted: number
  /** True of the rank that a position has before it was said. */
  readonly isBefore: boolean
  readonly voice: Voice
  /** The name of the voice when the position was put in: by it, subtrees are passed over. */
  readonly label: string
  readonly position: TakenPosition
  readonly fact: ReadCarrier
  /** The window in which it began to hold, whatever its rank. */
  readonly start: TimeWindow
  /** The earliest of what ends it. */
  readonly ending: Ending | undefined
}

/** Bounds of the positions of a subtree, by which a search passes subtrees over. */
export interface Reach {
  readonly begins: number
  readonly begun: number
  readonly sure: number
  readonly lasts: number
  readonly unretracted: number
  /** For each stance, in the order of `STANCES`: the greatest `lasts`. */
  readonly lastsOf: readonly number[]
  /** For each stance: the greatest time by which one may still be coming while it holds. */
  readonly untilOf: readonly number[]
  /** The label of them all; undefined where they are several. */
  readonly label: string | undefined
}

export type HeldTree = Node<Held, Reach> | undefined

/** The ranks of a position in its place in time, given what ends it and whose voice it is. */
export function heldAs(
  fact: ReadCarrier,
  part: number,
  position: TakenPosition,
  endings: readonly Ending[],
  voice: Voice,
  label: string,
): Held[] {
  const start = beginningOf(fact, position.since)
  const { from: sure, until: lasts } = firstOf(endings)
  const unretracted =
    endings.length === 0 ? lasts : firstOf(endings.filter(({ why }) => why !== 'retracted')).until
  const ending = endings[0]
  const { entry, from, until } = fact
  const common = { part, voice, label, position, fact, start, ending }
  const said = { entry, from, until, sure, lasts, unretracted, isBefore: false, ...common }
  if (start.from >= from) return [{ ...said, begins: start.from, begun: start.until }]
  // Until it has surely been said, it may rank by either.
  const before = {
    ...said,
    ...start,
    isBefore: true,
    begins: start.from,
    begun: start.until,
    sure: Math.min(sure, until),
    lasts: Math.min(lasts, until),
    unretracted: Math.min(unretracted, until),
  }
  return [before, { ...said, begins: from, begun: until }]
}

/** The time at which the first position of a tree may begin; Infinity if the tree is empty. */
export function earliestIn(tree: HeldTree): number {
  return tree?.summary.begins ?? Number.POSITIVE_INFINITY
}

/** The valid times at which what it does to answers may change. */
export function edgesOf(held: Held): readonly number[] {
  const { from, begins, begun, sure, lasts, unretracted } = held
  return [from, begins, begun, sure, lasts, unretracted]
}

/** The keys of a position's ranks. */
export function ranksOf(fact: ReadCarrier, part: number, { since }: TakenPosition): TemporalKey[] {
  const start = beginningOf(fact, since)
  const { from, entry } = fact
  const said = { from, entry, part }
  return start.from < from ? [{ from: start.from, entry, part }, said] : [said]
}

export const reach: Measure<Held, Reach> = {
  of({ begins, begun, sure, lasts, unretracted, until, label, position }) {
    const only = (value: number) =>
      STANCES.map((stance) => (stance === position.stance ? value : Number.NEGATIVE_INFINITY))
    const lastsOf = only(lasts)
    const untilOf = only(Math.min(until, lasts))
    return { begins, begun, sure, lasts, unretracted, lastsOf, untilOf, label }
  },

  /** One of the two themselves, where it covers the other: most subtrees then share a summary. */
  combine(a, b) {
    if (covers(b, a)) return b
    if (covers(a, b)) return a
    return {
      begins: Math.min(a.begins, b.begins),
      begun: Math.min(a.begun, b.begun),
      sure: Math.max(a.sure, b.sure),
      lasts: Math.max(a.lasts, b.lasts),
      unretracted: Math.max(a.unretracted, b.unretracted),
      lastsOf: greatest(a.lastsOf, b.lastsOf),
      untilOf: greatest(a.untilOf, b.untilOf),
      label: a.label === b.label ? a.label : undefined,
    }
  },
}

function covers(a: Reach, b: Reach): boolean {
  return (
    a.begins <= b.begins &&
    a.begun <= b.begun &&
    a.sure >= b.sure &&
    a.lasts >= b.lasts &&
    a.unretracted >= b.unretracted &&
    (a.label === b.label || a.label === undefined) &&
    a.lastsOf.every((value, n) => value >= (b.lastsOf[n] as number)) &&
    a.untilOf.every((value, n) => value >= (b.untilOf[n] as number))
  )
}

function greatest(a: readonly number[], b: readonly number[]): readonly number[] {
  if (a.every((value, n) => value >= (b[n] as number))) return a
  if (b.every((value, n) => value >= (a[n] as number))) return b
  return a.map((value, n) => Math.max(value, b[n] as number))
}
