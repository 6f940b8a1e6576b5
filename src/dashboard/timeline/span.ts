import type { TimelineItem } from '../../../projections/timeline/timeline.ts'
import { instantIn } from '../words/instant.ts'
import { placingOf } from './placing.ts'

/** The stretch of time that the lanes show, in milliseconds. */
export type ZoomSpan = readonly [from: number, until: number]

const DAY = 86_400_000
/** The shortest stretch that is shown. */
export const CLOSEST = DAY / 4

/** From the earliest to the latest date, with a margin; undefined where nothing is dated. */
export function spanOf(items: readonly TimelineItem[]): ZoomSpan | undefined {
  let [from, until] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const item of items) {
    const placing = placingOf(item)
    const [earliest, latest] = [placing.from ?? placing.until, placing.until ?? placing.from]
    if (earliest === undefined || latest === undefined) continue
    from = Math.min(from, earliest)
    until = Math.max(until, latest)
  }
  if (from > until) return undefined
  const margin = Math.max(DAY / 2, (until - from) * 0.02)
  return [from - margin, until + margin]
}

/** A stretch whose length is multiplied by a factor, around an instant that keeps its place on the screen. */
export function zoomed([from, until]: ZoomSpan, factor: number, around: number): ZoomSpan {
  const length = Math.max(CLOSEST, (until - from) * factor)
  const share = (around - from) / (until - from)
  return [around - length * share, around + length * (1 - share)]
}

/** A stretch in an address, `2025-09-01T00:00:00.000Z/2025-09-08T00:00:00.000Z`; undefined otherwise. */
export function readZoom(text: string | undefined): ZoomSpan | undefined {
  const [from, until, more] = (text ?? '').split('/').map(instantIn)
  if (from === undefined || until === undefined || more !== undefined) return undefined
  return until - from >= CLOSEST ? [from, until] : undefined
}

export function zoomText([from, until]: ZoomSpan): string {
  return [from, until].map((time) => new Date(time).toISOString()).join('/')
}
