import type { TimelineItem } from '../../../projections/timeline/timeline.ts'
import { renderHeadline } from '../../words/words.ts'
import type { Names } from '../state/use-names.ts'
import { sentences } from '../words/sentences.ts'

/** The entries that the timeline shows, the latest first, with heads. */
export function timelineRows(items: readonly TimelineItem[], names: Names): string[][] {
  const rows = items.map((item) => [
    item.at.text,
    renderHeadline(sentences(), item, names),
    item.kind,
    item.fact.recordedAt,
    item.fact.id,
  ])
  return [['Happened', 'What', 'Kind', 'Recorded', 'Entry'], ...rows]
}
