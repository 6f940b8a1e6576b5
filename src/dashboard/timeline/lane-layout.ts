import type { TimelineItem } from '../../../projections/timeline/timeline.ts'
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

/** Items in one column of a lane seen from afar, by tone. */
export interface LaneColumn {
  readonly x: number
  readonly count: number
  readonly tones: readonly (readonly [tone: Tone, count: number])[]
}

export interface Lane {
  readonly key: string
  readonly label: string
  /** From near. */
  readonly marks: readonly LaneMark[]
  readonly levels: number
  /** From afar. */
  readonly columns: readonly LaneColumn[]
}

/** An item with its tone, and the pixels from which to which it reaches. */
export interface PlacedItem {
  readonly item: TimelineItem
  readonly tone: Tone
  readonly span: readonly [number, number]
}

export const DOT = 13
/** The width of a column seen from afar. */
export const COLUMN = 7
const MOST_LEVELS = 5
/** Words need as much. */
const LEAST_ROOM = 60

/** Items as marks that do not cover each other, up to five in one place, with words where there is room. */
export function laneMarks(
  items: readonly PlacedItem[],
  end: number,
): Pick<Lane, 'marks' | 'levels'> {
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

/** Items counted in columns, by the middle of the time in which each may lie. */
export function laneColumns(items: readonly PlacedItem[]): LaneColumn[] {
  const columns = new Map<number, Map<Tone, number>>()
  for (const { tone, span } of items) {
    const column = Math.floor((span[0] + span[1]) / 2 / COLUMN)
    const tones = columns.get(column) ?? new Map<Tone, number>()
    tones.set(tone, (tones.get(tone) ?? 0) + 1)
    columns.set(column, tones)
  }
  return [...columns].map(([column, tones]) => ({
    x: column * COLUMN,
    count: [...tones.values()].reduce((a, b) => a + b, 0),
    tones: [...tones].toSorted(([a], [b]) => a.localeCompare(b)),
  }))
}
