import type { TimelineItem } from '../../../projections/timeline/timeline.ts'

/** One dot, or bar where the time is uncertain, in its place. */
export interface LaneMark {
  readonly item: TimelineItem
  readonly x: number
  readonly width: number
  /** Row within the lane, from 0. */
  readonly level: number
}

export interface Lane {
  readonly key: string
  readonly label: string
  readonly marks: readonly LaneMark[]
  readonly levels: number
}

const DOT = 11
const MOST_LEVELS = 12

/** The place at which an instant is drawn; both sides are open where a date has none. */
export type Scale = (from: string | null, until: string | null) => readonly [number, number]

/** Items that share a lane never cover each other, up to a dozen in one place. */
export function laneOf(
  key: string,
  label: string,
  items: readonly TimelineItem[],
  scale: Scale,
): Lane {
  const ends: number[] = []
  const marks = items
    .map((item) => ({ item, span: scale(item.at.from, item.at.until) }))
    .sort((a, b) => a.span[0] - b.span[0])
    .map(({ item, span: [x, end] }) => {
      const width = Math.max(DOT - 2, end - x)
      const free = ends.findIndex((taken) => taken <= x)
      const level = Math.min(free < 0 ? ends.length : free, MOST_LEVELS - 1)
      ends[level] = Math.max(ends[level] ?? 0, x + width + 2)
      return { item, x, width, level }
    })
  return { key, label, marks, levels: Math.max(1, ends.length) }
}

/** In which lanes an item is: those of the parties that it names, meetings, drafts; else the rest. */
export function laneKeys({ mentions, fact }: TimelineItem): string[] {
  const family = fact.type.split('.')[0]
  if (family === 'meeting') return ['meetings']
  if (family === 'draft') return ['drafts']
  const parties = mentions.filter(({ kind }) => kind === 'party').map(({ id }) => `party ${id}`)
  return parties.length > 0 ? parties : ['other']
}
