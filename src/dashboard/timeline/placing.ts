import type { TimelineItem } from '../../../projections/timeline/timeline.ts'

/** The place of an item: its lanes, and the milliseconds between which it lies. */
export interface Placing {
  /** The keys of its lanes: the parties that it names, meetings, drafts; else the rest. */
  readonly lanes: readonly string[]
  /** Undefined where it has no beginning. */
  readonly from: number | undefined
  readonly until: number | undefined
}

const known = new WeakMap<TimelineItem, Placing>()

/** The place of an item, worked out once. */
export function placingOf(item: TimelineItem): Placing {
  const kept = known.get(item)
  if (kept !== undefined) return kept
  const placing = {
    lanes: laneKeys(item),
    from: item.at.from === null ? undefined : Date.parse(item.at.from),
    until: item.at.until === null ? undefined : Date.parse(item.at.until),
  }
  known.set(item, placing)
  return placing
}

function laneKeys({ mentions, fact }: TimelineItem): string[] {
  const family = fact.type.split('.')[0]
  if (family === 'meeting') return ['meetings']
  if (family === 'draft') return ['drafts']
  const parties = mentions.filter(({ kind }) => kind === 'party').map(({ id }) => `party ${id}`)
  return parties.length > 0 ? [...new Set(parties)] : ['other']
}
