import { useState } from 'preact/hooks'
import type { TimelineItem } from '../../../projections/timeline/timeline.ts'
import { Badge, SupportBadge } from '../parts/badge.tsx'
import { EntryLink } from '../parts/entry-link.tsx'
import { isPrinting } from '../state/printing.ts'
import { useNames } from '../state/use-names.ts'
import { useUnsupported } from '../state/use-unsupported.ts'
import { instantText, uncertainText } from '../words/dates.ts'
import { messages } from '../words/messages.ts'
import { headlineText } from '../words/sentences.ts'
import { placingOf } from './placing.ts'
import type { ZoomSpan } from './span.ts'

/** The lines in sight at first, which end on the third screen, and how many more are asked for. */
const FIRST = 8
const PAGE = 100

interface Props {
  readonly items: readonly TimelineItem[]
  readonly shown: ZoomSpan | undefined
}

/** The latest first, as dated, each leading to its evidence. */
export function TimelineList({ items, shown }: Props) {
  const names = useNames()
  const unsupported = useUnsupported()
  const [length, setLength] = useState(FIRST)
  const isVisible = (item: TimelineItem, [first, last]: ZoomSpan) => {
    const { from = Number.NEGATIVE_INFINITY } = placingOf(item)
    return from <= last && from >= first
  }
  const visible = shown === undefined ? items : items.filter((item) => isVisible(item, shown))
  return (
    <>
      <ol class="timeline">
        {visible.slice(0, isPrinting.value ? visible.length : length).map((item) => (
          <li key={`${item.kind} ${item.fact.entry}`}>
            <span class="timeline-when">{uncertainText(item.at)}</span>
            <span>
              <EntryLink id={item.fact.id}>{headlineText(item, names)}</EntryLink>{' '}
              {item.kind === messages.timeline.plan && <Badge>{messages.timeline.plan}</Badge>}
              {unsupported.has(item.fact.id) && <SupportBadge support="unsupported" />}
              {item.corrected && <Badge tone="doubt">{messages.timeline.corrected}</Badge>}
              <span class="faint">
                {' '}
                {messages.stances.recordedAt(instantText(item.fact.recordedAt))}
              </span>
            </span>
          </li>
        ))}
      </ol>
      {visible.length > length && (
        <button type="button" class="no-print" onClick={() => setLength(length + PAGE)}>
          {messages.timeline.showMore(Math.min(PAGE, visible.length - length), visible.length)}
        </button>
      )}
      {visible.length === 0 && <p class="empty">{messages.timeline.noMatch}</p>}
    </>
  )
}
