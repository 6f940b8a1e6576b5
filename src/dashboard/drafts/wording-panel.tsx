import type { WordsOpen } from '../../../projections/drafts/wording-reply.ts'
import { Badge } from '../parts/badge.tsx'
import { EntryLink } from '../parts/entry-link.tsx'
import { StanceMark } from '../parts/stance-mark.tsx'
import { HeldPositionCard } from '../stances/held-position-card.tsx'
import { useNames } from '../state/use-names.ts'
import { useReading } from '../state/use-reading.ts'
import { uncertainText } from '../words/dates.ts'
import { plainWords } from '../words/labels.ts'
import { messages } from '../words/messages.ts'

/** Words in brackets: the words, the stance of each party on them, their history and evidence. */
export function WordingPanel({ id }: { id: string }) {
  const names = useNames()
  const found = useReading('wording', { wording: id })
  if (found === undefined) return <p>{messages.drafts.noWords}</p>
  const { state, possibly, draft, places, stances, history } = found
  const positions = stances.flatMap(({ history }) => history)
  return (
    <>
      <p class="eyebrow">
        {messages.terms.subjectKinds.wording}, {names.draft(draft)}
      </p>
      <h2>{names.subject({ kind: 'wording', id })}</h2>
      <p class="card-head">
        <Badge tone={state === 'agreed' ? 'good' : state === 'open' ? 'doubt' : 'quiet'}>
          {plainWords(state)}
        </Badge>
        {possibly && <Badge>{messages.stances.possibly}</Badge>}
      </p>
      {places.map(({ clause, text }) => (
        <blockquote key={clause} class="said" dir="auto">
          <p>{text === '' ? messages.drafts.noText : text}</p>
          <footer class="faint">{names.subject({ kind: 'clause', id: clause })}</footer>
        </blockquote>
      ))}
      <h3>{messages.drafts.whoStands}</h3>
      {stances.length === 0 && <p>{messages.drafts.nobodyStands}</p>}
      <dl class="layers">
        {stances.map(({ cell: { party, stance, possibly } }) => [
          <dt key={party}>{names.party(party)}</dt>,
          <dd key={`${party} stance`}>
            <StanceMark stance={stance} />
            {possibly && <span class="faint"> {messages.stances.possibly}</span>}
          </dd>,
        ])}
      </dl>
      <h3>{messages.drafts.inText}</h3>
      <ul class="plain">
        {history.map((open) => (
          <li key={open.began.fact.id}>
            <StoodOpen open={open} />
          </li>
        ))}
      </ul>
      <h3>{messages.drafts.positions}</h3>
      <ol class="cards">
        {positions.toReversed().map((held) => (
          <li key={`${held.position.id} ${held.position.via} ${held.position.stance}`}>
            <HeldPositionCard held={held} />
          </li>
        ))}
      </ol>
    </>
  )
}

/** A span in which the words stood open: from which revision to which, each with its entry. */
function StoodOpen({ open: { began, ended } }: { open: WordsOpen }) {
  return (
    <>
      {messages.drafts.openSince} <EntryLink id={began.fact.id}>{began.draftRevision}</EntryLink>,{' '}
      {uncertainText(began.fact.occurred)}
      {ended !== null && [
        `; ${messages.drafts.endedBy(plainWords(ended.why))} `,
        <EntryLink key="ended" id={ended.fact.id}>
          {ended.draftRevision}
        </EntryLink>,
        `, ${uncertainText(ended.fact.occurred)}`,
      ]}
    </>
  )
}
