import type { ShownFact } from '../../../projections/time/shown-fact.ts'
import { SourceBadge, SupportBadge } from '../parts/badge.tsx'
import { EntryLink } from '../parts/entry-link.tsx'
import { useEntry } from '../state/use-entry.ts'
import { useNames } from '../state/use-names.ts'
import { useReading } from '../state/use-reading.ts'
import { instantText, uncertainText } from '../words/dates.ts'
import { factLine } from '../words/event-line.ts'
import { kindText, plainWords, typeTitle } from '../words/labels.ts'
import { messages } from '../words/messages.ts'
import { saidBy } from '../words/said.ts'
import { SourceText } from './source-text.tsx'

/** A source, whether it still stands, and everything that rests on it. */
export function SourcePanel({ id }: { id: string }) {
  const found = useReading('source', { source: id })
  if (found === undefined) return <p>{messages.evidence.unknownSource}</p>
  return (
    <>
      <p class="eyebrow">{messages.evidence.sourceOfKind(kindText(found.kind))}</p>
      <h2 dir="auto">{found.title ?? found.publisher ?? id}</h2>
      <SourceBadge status={found.status} />
      <dl class="facts">
        {found.publisher !== undefined && [
          <dt key="publisher">{messages.evidence.publisher}</dt>,
          <dd key="publisher value">{found.publisher}</dd>,
        ]}
        {found.authors.length > 0 && [
          <dt key="authors">{messages.evidence.authors}</dt>,
          <dd key="authors value">{found.authors.join(', ')}</dd>,
        ]}
        <dt>{messages.evidence.published}</dt>
        <dd>{uncertainText(found.published)}</dd>
        <dt>{messages.evidence.heldHere}</dt>
        <dd>{messages.terms.held[found.held]}</dd>
        {found.location !== undefined && [
          <dt key="location">{messages.evidence.location}</dt>,
          <dd key="location value">{found.location}</dd>,
        ]}
      </dl>
      {found.amendments.map(({ id: amendment, amendment: what, recordedAt, note }) => (
        <p key={amendment} class="notice doubt">
          <EntryLink id={amendment}>
            {messages.evidence.amendedByOutlet(plainWords(what))}
          </EntryLink>
          , {messages.stances.recordedAt(instantText(recordedAt))}
          {note !== undefined && `: ${note}`}
        </p>
      ))}
      <SourceText source={id} quotes={[]} />
      <h3>{messages.evidence.restOnIt(found.facts.length)}</h3>
      <ul class="plain">
        {found.facts.map((fact) => (
          <li key={fact.id}>
            <FactLine fact={fact} /> <span class="faint">{uncertainText(fact.occurred)}</span>{' '}
            <SupportBadge support={fact.support} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** A fact in one line that leads to it. */
function FactLine({ fact: { id, revision, type } }: { fact: ShownFact }) {
  const names = useNames()
  const event = useEntry(revision)?.event
  const said = event?.revision === revision ? saidBy(event) : undefined
  return (
    <EntryLink id={id}>{said === undefined ? typeTitle(type) : factLine(said, names)}</EntryLink>
  )
}
