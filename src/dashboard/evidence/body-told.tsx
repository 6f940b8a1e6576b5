import type { LedgerEvent } from '../../../events/registry.ts'
import { EntryLink } from '../parts/entry-link.tsx'
import { MembersTold } from './members-told.tsx'
import { StatementTold } from './statement-told.tsx'

/** What an event says, beside its headline. */
export function BodyTold({ event }: { event: LedgerEvent }) {
  if (event.type === 'statement.recorded') return <StatementTold statement={event.body} />
  if (event.type === 'entry.corrected') {
    const { target, note, replacement } = event.body
    return (
      <>
        {note !== undefined && <p dir="auto">{note}</p>}
        <p>
          Puts right <EntryLink id={target}>an earlier entry</EntryLink>. It now says:
        </p>
        {replacement.type === 'statement.recorded' ? (
          <StatementTold statement={replacement.body} />
        ) : (
          <MembersTold body={replacement.body} />
        )}
      </>
    )
  }
  if (event.type === 'entry.voided') {
    return (
      <>
        {event.body.note !== undefined && <p dir="auto">{event.body.note}</p>}
        <p>
          Takes out <EntryLink id={event.body.target}>an earlier entry</EntryLink>.
        </p>
      </>
    )
  }
  return <MembersTold body={event.body} />
}
