import type { EventType, LedgerEvent } from '../../events/registry.ts'
import type { Entries } from '../time/entries.ts'
import { type NamedIds, namedByEvent } from '../time/named-ids.ts'
import { type HeadlineCode, headlineOf } from '../timeline/headline.ts'

interface HeadlineData {
  readonly code: HeadlineCode
  readonly params: Readonly<Record<string, unknown>>
}

/** An entry from before the earlier point that a release made public by the later one. */
export interface ReleasedEntry extends NamedIds {
  /** Revision and event id of the entry. */
  readonly entry: number
  readonly id: string
  readonly type: EventType
  /** The revision from which it is public. */
  readonly at: number
  /** The entry in one line, as data; null if it takes another entry out. */
  readonly headline: HeadlineData | null
}

/** The entries up to revision `from` that were released after it, up to `to`, in the order of their releases. */
export function releasedEntries(
  entries: Pick<Entries, 'event' | 'releasesBetween'>,
  from: number,
  to: number,
): ReleasedEntry[] {
  return entries.releasesBetween(from, to).flatMap(({ body, revision: at }) => {
    const event = entries.event(body.target)
    if (event === undefined || event.revision > from) return []
    const named = namedByEvent(event, (other) => entries.event(other))
    const { revision: entry, id, type } = event
    return [{ entry, id, type, at, ...named, headline: headlineOfEvent(event) }]
  })
}

/** Of an entry that may be above `public`: a fact, or a correction of one. */
function headlineOfEvent(event: LedgerEvent): HeadlineData | null {
  if (event.type === 'entry.voided') return null
  const fact = event.type === 'entry.corrected' ? event.body.replacement : event
  const { code, params } = headlineOf(fact as Parameters<typeof headlineOf>[0])
  return { code, params: { ...params } }
}
