import type { TimelineItem } from '../../../projections/timeline/timeline.ts'
import { LaneColumns } from './lane-columns.ts'
import { type Lane, laneMarks, type PlacedItem } from './lane-layout.ts'
import { type Placing, placingOf } from './placing.ts'
import type { ZoomSpan } from './span.ts'
import type { Tone } from './tones.ts'

/** The most items that are each drawn by itself; more are counted in columns. */
const MOST_NEAR = 160

/** The stretch of time that is in sight, and where it lies on the screen, in pixels. */
export interface LaneScale {
  readonly shown: ZoomSpan
  readonly begin: number
  readonly end: number
  /** The place of what has no beginning. */
  readonly open: number
  readonly width: number
}

/** A lane before anything is in it. */
type LaneHead = Pick<Lane, 'key' | 'label'>

/**
 * The lanes with anything in sight, each with its items: from near as marks, from afar as columns.
 *
 * @param toneOf the tone of an item in the lane of a key
 */
export function lanesOf(
  items: readonly TimelineItem[],
  heads: readonly LaneHead[],
  scale: LaneScale,
  toneOf: (item: TimelineItem, key: string) => Tone,
): Lane[] {
  const inSight: { readonly item: TimelineItem; readonly placing: Placing }[] = []
  for (const item of items) {
    const placing = placingOf(item)
    if (isInSight(placing, scale.shown)) inSight.push({ item, placing })
  }
  const isNear = inSight.length <= MOST_NEAR
  const near = new Map<string, PlacedItem[]>()
  const far = new Map<string, LaneColumns>()
  for (const { item, placing } of inSight) {
    const span = spanOn(scale, placing)
    for (const key of placing.lanes) {
      const tone = toneOf(item, key)
      if (isNear) {
        const own = near.get(key) ?? []
        near.set(key, own)
        own.push({ item, tone, span })
      } else {
        const own = far.get(key) ?? new LaneColumns(scale.width)
        far.set(key, own)
        own.add((span[0] + span[1]) / 2, tone)
      }
    }
  }
  return heads.flatMap((head): Lane[] => {
    const [items, columns] = [near.get(head.key), far.get(head.key)]
    if (columns !== undefined) return [{ ...head, columns }]
    return items === undefined ? [] : [{ ...head, ...laneMarks(items, scale.width) }]
  })
}

function isInSight({ from, until }: Placing, [first, last]: ZoomSpan): boolean {
  if (from === undefined) return true
  return from <= last && (until ?? Number.POSITIVE_INFINITY) >= first
}

/** The pixels from which to which an item reaches. */
function spanOn({ shown, begin, end, open, width }: LaneScale, { from, until }: Placing) {
  if (from === undefined) return [open, open] as const
  const [first, last] = shown
  const pixel = (time: number) => begin + ((time - first) / (last - first)) * (end - begin)
  const within = (x: number) => Math.min(Math.max(x, begin - 8), width - 8)
  const start = within(pixel(from))
  return [start, Math.max(start, until === undefined ? start : within(pixel(until)))] as const
}
