import { useState } from 'preact/hooks'
import { ledger } from '../state/ledger.ts'
import { go, route } from '../state/route.ts'
import { useNames } from '../state/use-names.ts'
import { useReading } from '../state/use-reading.ts'
import { Filters } from './filters.tsx'
import { Lanes } from './lanes.tsx'
import { matching } from './matching.ts'
import { TimelineList } from './timeline-list.tsx'

/** As many facts as the service tells at once. */
const MOST_ASKED = 1000

/** The whole story in valid-time order: as lanes to look at, and as a list to read. */
export function TimelineView() {
  const { party, issue, level, layer, reliability, q } = route.value.query
  const names = useNames()
  const [only, setOnly] = useState<readonly [number, number] | undefined>()
  const limit = ledger.value?.isLocal ? Number.MAX_SAFE_INTEGER : MOST_ASKED
  const filter = { party, issue, level, layer } as object
  const found = useReading('timeline', { filter, limit })
  const statements = useReading('statements', {})?.statements ?? []
  if (found === undefined) return null
  const items = matching(found.items, statements, { q, reliability }, names)
  return (
    <>
      <h2>What happened</h2>
      <Filters
        query={route.value.query}
        onChange={(query) => go({ query }, 'replace')}
        count={items.length}
      />
      {found.hasMore && (
        <p class="faint">Only the latest {MOST_ASKED} are shown: filter for earlier ones.</p>
      )}
      <Lanes items={items} shown={only} onZoom={setOnly} />
      <TimelineList items={items} shown={only} />
    </>
  )
}
