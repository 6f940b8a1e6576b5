import { useMemo } from 'preact/hooks'
import { MOST_IN_PAGE } from '../../reads/page.ts'
import { ShareView } from '../share/share-view.tsx'
import { ledger } from '../state/ledger.ts'
import { rested } from '../state/moment.ts'
import { go, restedRoute } from '../state/route.ts'
import { useNames } from '../state/use-names.ts'
import { useReading } from '../state/use-reading.ts'
import { messages } from '../words/messages.ts'
import { Filters } from './filters.tsx'
import { Lanes } from './lanes.tsx'
import { matching } from './matching.ts'
import { readZoom, spanOf, type ZoomSpan, zoomText } from './span.ts'
import { TimelineList } from './timeline-list.tsx'
import { timelineRows } from './timeline-rows.ts'
import { ToneLegend } from './tone-legend.tsx'
import { Zoom } from './zoom.tsx'

const NONE: readonly never[] = []

/** The whole story in valid-time order: as lanes to look at, and as a list to read. */
export function TimelineView() {
  const { party, issue, level, layer, reliability, q, zoom, colour } = restedRoute.value.query
  const limit = ledger.value?.isLocal ? Number.MAX_SAFE_INTEGER : MOST_IN_PAGE
  const filter = { party, issue, level, layer } as object
  // Read where the slider rests: reading all entries takes longer than a step may.
  const at = rested.value
  const names = useNames(at)
  const found = useReading('timeline', { ...filter, limit, order: 'latest_first' }, at)
  const statements = useReading('statements', { groupings: 'false' }, at)?.statements ?? NONE
  const items = useMemo(
    () => matching(found?.items ?? [], statements, { q, reliability }, names),
    [found, statements, q, reliability, names],
  )
  const whole = useMemo(() => spanOf(items), [items])
  if (found === undefined) return null
  const only = readZoom(zoom)
  const colouring = colour === 'kind' ? 'kind' : 'stance'
  const zoomTo = (span: ZoomSpan | undefined) =>
    go({ query: { zoom: span && zoomText(span) } }, 'replace')
  return (
    <>
      <h2>{messages.timeline.title}</h2>
      <Filters
        query={restedRoute.value.query}
        onChange={(query) => go({ query }, 'replace')}
        count={items.length}
      />
      {found.nextCursor != null && (
        <p class="faint">{messages.timeline.onlyLatest(MOST_IN_PAGE)}</p>
      )}
      {whole !== undefined && (
        <>
          <div class="zoom-row">
            <Zoom whole={whole} shown={only} onZoom={zoomTo} />
            <ShareView
              title={messages.timeline.caption}
              name="timeline"
              table={() => timelineRows(items, names)}
              part=".lanes"
            />
          </div>
          <Lanes
            items={items}
            statements={statements}
            shown={only ?? whole}
            colouring={colouring}
            onZoom={zoomTo}
          />
          <ToneLegend colouring={colouring} />
        </>
      )}
      <TimelineList items={items} shown={only} />
    </>
  )
}
