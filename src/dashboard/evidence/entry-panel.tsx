import { Badge, SupportBadge } from '../parts/badge.tsx'
import { EntryLink } from '../parts/entry-link.tsx'
import { route } from '../state/route.ts'
import { useReading } from '../state/use-reading.ts'
import { instantText, uncertainText } from '../words/dates.ts'
import { eventLine } from '../words/event-line.ts'
import { plain, typeTitle } from '../words/labels.ts'
import { BodyTold } from './body-told.tsx'
import { EntryActions } from './entry-actions.tsx'
import { EvidenceList } from './evidence-list.tsx'

/** Says who: one entry, both its times, what became of it and what it rests on. */
export function EntryPanel({ id }: { id: string }) {
  const found = useReading('entry', { id })
  if (found === undefined) return <p>The ledger does not know this entry at this moment.</p>
  const { event, corrections, standing, support, warnings } = found
  const isFact = !event.type.startsWith('entry.')
  const isVoided = isFact && standing === null
  return (
    <>
      <p class="eyebrow">{typeTitle(event.type)}</p>
      <h2 dir="auto">{eventLine(event)}</h2>
      <p class="card-head">
        {isVoided && <Badge tone="alarm">Voided</Badge>}
        {standing !== null && standing.revision !== event.revision && (
          <Badge tone="doubt">Corrected</Badge>
        )}
        <SupportBadge support={support} />
      </p>
      <dl class="facts">
        <dt>Happened</dt>
        <dd>{uncertainText(event.occurred)}</dd>
        <dt>Recorded</dt>
        <dd>
          {instantText(event.recordedAt)}, by {event.actor}, as entry {event.revision + 1}
        </dd>
      </dl>
      {warnings.map(({ code, message }) => (
        <p key={code + message} class="notice doubt">
          {message}
        </p>
      ))}
      <BodyTold event={event} />
      {corrections.length > 0 && (
        <>
          <h3>Put right</h3>
          <ul class="plain">
            {corrections.map((correction) => (
              <li key={correction.id}>
                <EntryLink id={correction.id}>
                  {typeTitle(correction.type)} ({plain(correction.reason)})
                </EntryLink>{' '}
                <span class="faint">{instantText(correction.recordedAt)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <EvidenceList items={found.evidence} />
      <EntryActions
        id={event.id}
        revision={event.revision}
        negotiation={route.value.negotiation ?? ''}
        isFact={isFact}
        isVoided={isVoided}
      />
    </>
  )
}
