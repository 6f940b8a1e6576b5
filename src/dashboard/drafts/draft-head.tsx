import type { ComponentChildren } from 'preact'
import type { Draft } from '../../../projections/drafts/draft-reply.ts'
import { Badge, SupportBadge } from '../parts/badge.tsx'
import { EntryLink } from '../parts/entry-link.tsx'
import { useNames } from '../state/use-names.ts'
import { useUnsupported } from '../state/use-unsupported.ts'
import { uncertainText } from '../words/dates.ts'
import { isolated } from '../words/direction.ts'
import { plainWords } from '../words/labels.ts'
import { messages } from '../words/messages.ts'

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
          {messages.stances.possibly}
          {draft.orElse && `, ${messages.stances.orElse(plainWords(draft.orElse))}`}
        </Badge>
      )}
      {draft.statusFact !== null && unsupported.has(draft.statusFact.id) && (
        <SupportBadge support="unsupported" />
      )}
      {draft.proposers.length > 0 && (
        <span class="faint wide-only">
          {messages.drafts.byParties(draft.proposers.map((id) => names.party(id)).join(', '))}
        </span>
      )}
      {children}
      <details class="draft-about" open={hasNoText}>
        <summary>
          {messages.drafts.revisionCount(draft.revisions.length)}
          {draft.signatures.length > 0 &&
            `, ${messages.drafts.signatureCount(draft.signatures.length)}`}
        </summary>
        {draft.signatures.length > 0 && (
          <ul class="plain">
            {draft.signatures.map(({ manner, party, person, fact }) => (
              <li key={`${fact.id} ${party}`}>
                <EntryLink id={fact.id}>
                  {messages.drafts.signed[manner](names.party(party))}
                </EntryLink>
                <span class="faint">
                  {person !== null && ` (${names.person(person)})`} {uncertainText(fact.occurred)}
                  {fact.possibly && `, ${messages.stances.possibly}`}
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
              <Badge tone={revision.kind === 'attested' ? 'good' : 'quiet'}>
                {plainWords(revision.kind)}
              </Badge>{' '}
              {unsupported.has(revision.fact.id) && <SupportBadge support="unsupported" />}
              {revision.contents !== 'known' && (
                <Badge>{messages.drafts.textIs[revision.contents]}</Badge>
              )}
              <span class="faint">
                {' '}
                {uncertainText(revision.fact.occurred)}
                {revision.countsFrom !== null &&
                  `, ${messages.drafts.countsFrom(uncertainText(revision.countsFrom.occurred))}`}
                {revision.points !== null && `, ${messages.drafts.saidPoints(revision.points)}`}
                {revision.meeting !== null &&
                  `, ${messages.drafts.atMeeting(names.meeting(revision.meeting))}`}
              </span>
            </li>
          ))}
        </ol>
      </details>
    </div>
  )
}
