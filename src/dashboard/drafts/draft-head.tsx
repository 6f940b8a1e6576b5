import type { ComponentChildren } from 'preact'
import type { Draft } from '../../../projections/drafts/draft-reply.ts'
import { Badge, SupportBadge } from '../parts/badge.tsx'
import { EntryLink } from '../parts/entry-link.tsx'
import { useNames } from '../state/use-names.ts'
import { useUnsupported } from '../state/use-unsupported.ts'
import { uncertainText } from '../words/dates.ts'
import { isolated } from '../words/direction.ts'
import { capital, plainWords, plural } from '../words/labels.ts'

interface Props {
  readonly draft: Draft
  /** The choice of another draft. */
  readonly children: ComponentChildren
}

/** A draft in a line; folded away, who signed it and every revision that we have or heard of. */
export function DraftHead({ draft, children }: Props) {
  const names = useNames()
  const unsupported = useUnsupported()
  const hasNoText = draft.revisions.every(({ kind }) => kind !== 'attested')
  return (
    <div class="draft-head">
      <h2>{draft.title}</h2>
      <Badge>{plainWords(draft.status)}</Badge>
      {draft.possibly && (
        <Badge tone="doubt">
          possibly{draft.orElse && `, or else ${plainWords(draft.orElse)}`}
        </Badge>
      )}
      {draft.statusFact !== null && unsupported.has(draft.statusFact.id) && (
        <SupportBadge support="unsupported" />
      )}
      {draft.proposers.length > 0 && (
        <span class="faint wide-only">
          by {draft.proposers.map((id) => names.party(id)).join(', ')}
        </span>
      )}
      {children}
      <details class="draft-about" open={hasNoText}>
        <summary>
          {plural(draft.revisions.length, 'revision')}
          {draft.signatures.length > 0 && `, ${plural(draft.signatures.length, 'signature')}`}
        </summary>
        {draft.signatures.length > 0 && (
          <ul class="plain">
            {draft.signatures.map(({ manner, party, person, fact }) => (
              <li key={`${fact.id} ${party}`}>
                <EntryLink id={fact.id}>
                  {capital(manner)} by {names.party(party)}
                </EntryLink>
                <span class="faint">
                  {person !== null && ` (${names.person(person)})`} {uncertainText(fact.occurred)}
                  {fact.possibly && ', possibly'}
                </span>
              </li>
            ))}
          </ul>
        )}
        <ol class="revisions">
          {draft.revisions.map((revision) => (
            <li key={revision.draftRevision}>
              <EntryLink id={revision.fact.id}>
                {isolated(revision.title ?? revision.draftRevision)}
              </EntryLink>{' '}
              <Badge tone={revision.kind === 'attested' ? 'good' : 'quiet'}>{revision.kind}</Badge>{' '}
              {unsupported.has(revision.fact.id) && <SupportBadge support="unsupported" />}
              {revision.contents !== 'known' && <Badge>contents {revision.contents}</Badge>}
              <span class="faint">
                {' '}
                {uncertainText(revision.fact.occurred)}
                {revision.countsFrom !== null &&
                  `, counts from ${uncertainText(revision.countsFrom.occurred)}`}
                {revision.points !== null && `, said to have ${revision.points} points`}
                {revision.meeting !== null && `, at ${names.meeting(revision.meeting)}`}
              </span>
            </li>
          ))}
        </ol>
      </details>
    </div>
  )
}
