import type { TimelineItem } from '../../../projections/timeline/timeline.ts'
import type { LaneColumns } from './lane-columns.ts'
import type { Tone } from './tones.ts'

/** A dot, or a bar where the time is uncertain, in its place. */
export interface LaneMark {
  readonly item: TimelineItem
  readonly tone: Tone
  readonly x: number
  readonly width: number
  /** Row within the lane, from 0. */
  readonly level: number
  /** The width beside it that is free for words, in pixels. */
  readonly room: number
}

/** The marks of a lane seen from near, and the number of rows that they take. */
interface LaneMarks {
  readonly marks: readonly LaneMark[]
  readonly levels: number
}

export type Lane = { readonly key: string; readonly label: string } & (
  | (LaneMarks & { readonly columns?: never })
  | { readonly columns: LaneColumns }
)

/** An item with its tone, and the pixels from which to which it reaches. */
export interface PlacedItem {
  readonly item: TimelineItem
  readonly tone: Tone
  readonly span: readonly [number, number]
}

export const DOT = 13
const MOST_LEVELS = 5
/** Words need as much. */
const LEAST_ROOM = 60

/** Items as marks that do not cover each other, up to five in one place, with words where there is room. */
export function laneMarks(items: readonly PlacedItem[], end: number): LaneMarks {
  const ends: number[] = []
  const marks = items
    .toSorted((a, b) => a.span[0] - b.span[0])
    .map(({ item, tone, span: [x, until] }) => {
      const width = Math.max(DOT, until - x)
      const free = ends.findIndex((taken) => taken <= x)
      const level = Math.min(free < 0 ? ends.length : free, MOST_LEVELS - 1)
      ends[level] = Math.max(ends[level] ?? 0, x + width + 3)
      return { item, tone, x, width, level }
    })
  const withRoom = marks.map((mark) => {
    const from = mark.x + mark.width
    const next = marks.find((other) => other.level === mark.level && other.x > mark.x)
    const room = (next?.x ?? end) - from - 8
    return { ...mark, room: room >= LEAST_ROOM ? room : 0 }
  })
  return { marks: withRoom, levels: Math.max(1, Math.min(ends.length, MOST_LEVELS)) }
}
