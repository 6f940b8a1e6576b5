import type { Subject } from '../../../events/position.ts'
import { messages } from '../words/messages.ts'
import { pointPositionOf } from './step-points.ts'
import type { ConvergenceStep } from './step-table.tsx'

/** The distance between the parties on one subject, as it changed up to the moment. */
export interface Series {
  readonly subject: Subject
  /** All steps, those after the moment too where the axis is that of the world. */
  readonly steps: readonly ConvergenceStep[]
  /** The last step by the moment, if two parties had a record by then. */
  readonly now: ConvergenceStep | undefined
  /**
   * The distance now less that when at least half of the pairs of now had a record; below 0 the
   * parties came closer.
   */
  readonly change: number
  /** The place of the last step by the moment, on the axis. */
  readonly movedAt: number
}

export function seriesOf(subject: Subject, steps: readonly ConvergenceStep[], at: number): Series {
  const past = steps.filter((step) => (pointPositionOf(step) ?? Number.NEGATIVE_INFINITY) <= at)
  const last = past.at(-1)
  const now = last !== undefined && last.pairs > 0 ? last : undefined
  const first = past.find(({ pairs }) => pairs > 0 && pairs * 2 >= (now?.pairs ?? 0))
  return {
    subject,
    steps,
    now,
    change: now === undefined || first === undefined ? 0 : now.apart - first.apart,
    movedAt: (last && pointPositionOf(last)) ?? Number.NEGATIVE_INFINITY,
  }
}

/** The distance on each subject now and its change, heads first. */
export function seriesRows(
  series: readonly Series[],
  nameOf: (subject: Subject) => string,
): string[][] {
  const rows = series.map(({ subject, now, change }) => [
    nameOf(subject),
    now === undefined ? '' : now.apart.toFixed(2),
    now === undefined ? '' : change.toFixed(2),
    String(now?.pairs ?? 0),
  ])
  return [[...messages.convergence.heads], ...rows]
}

export const RANKS = ['change', 'apart', 'latest'] as const

export type Rank = (typeof RANKS)[number]

/** Ranks series; those that cannot be measured come last. */
export function ranked(series: readonly Series[], rank: Rank): Series[] {
  const weigh = {
    change: ({ change }: Series) => Math.abs(change),
    apart: ({ now }: Series) => now?.apart ?? 0,
    latest: ({ movedAt }: Series) => movedAt,
  }[rank]
  const measured = (one: Series) => (one.now === undefined ? 1 : 0)
  return series.toSorted((a, b) => measured(a) - measured(b) || compare(weigh(b), weigh(a)))
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a - b
}
