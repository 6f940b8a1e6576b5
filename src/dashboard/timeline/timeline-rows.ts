import type { TimelineItem } from '../../../projections/timeline/timeline.ts'
import type { Names } from '../state/use-names.ts'
import { messages } from '../words/messages.ts'
import { headlineText } from '../words/sentences.ts'

/** The entries that the timeline shows, the latest first, with heads. */
export function timelineRows(items: readonly TimelineItem[], names: Names): string[][] {
  const rows = items.map((item) => [
    item.at.text,
    headlineText(item, names),
    item.kind,
    item.fact.recordedAt,
    String(item.fact.entry),
    item.fact.id,
  ])
  return [[...messages.timeline.heads], ...rows]
}
