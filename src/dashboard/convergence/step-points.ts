import { line } from 'd3-shape'
import type { ConvergenceStep } from './step-table.tsx'

/** A turn of the line of a series: a place on its axis, and how far apart; null where it breaks. */
export type StepPoint = readonly [place: number, apart: number | null]

/**
 * A step lasts until the next, the last one until `end`. Where no two parties have a record there is
 * nothing to measure, and no line.
 */
export function pointsOf(
  steps: readonly ConvergenceStep[],
  first: number,
  end: number,
): StepPoint[] {
  return steps.flatMap((step, index): StepPoint[] => {
    const next = steps[index + 1]
    const from = pointPositionOf(step) ?? first
    const until = next === undefined ? Math.max(from, end) : (pointPositionOf(next) ?? first)
    if (step.pairs === 0) return [[from, null]]
    return [
      [from, step.apart],
      [until, step.apart],
    ]
  })
}

/** Undefined where a step is from the beginning of time. */
export function pointPositionOf(step: ConvergenceStep): number | undefined {
  if ('revision' in step) return step.revision
  return step.validTime === null ? undefined : Date.parse(step.validTime)
}

/** Places a value of an axis in a drawing. */
type Scale = (value: number) => number

/** The line of a series up to `end`, as the path of a drawing. */
export function pathOf(
  steps: readonly ConvergenceStep[],
  first: number,
  end: number,
  x: Scale,
  y: Scale,
): string {
  const path = line<StepPoint>()
    .defined(([, apart]) => apart !== null)
    .x(([place]) => x(place))
    .y(([, apart]) => y(apart ?? 0))
  return path(pointsOf(steps, first, end)) ?? ''
}

/** The step that holds at a place of the axis, by its place among steps; the first before them all. */
export function placeAt(steps: readonly ConvergenceStep[], first: number, value: number): number {
  return Math.max(
    0,
    steps.findLastIndex((step) => (pointPositionOf(step) ?? first) <= value),
  )
}
