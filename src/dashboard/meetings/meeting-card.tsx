import type { UncertainDate } from '../../../events/envelope.ts'
import type { MeetingReply, Participant } from '../../../projections/meetings/meeting-reply.ts'
import { Badge, SupportBadge } from '../parts/badge.tsx'
import { EntryLink } from '../parts/entry-link.tsx'
import { type Names, useNames } from '../state/use-names.ts'
import { useUnsupported } from '../state/use-unsupported.ts'
import { instantText, uncertainText } from '../words/dates.ts'
import { typeTitle } from '../words/labels.ts'

const TONES = { cancelled: 'alarm', denied: 'alarm', postponed: 'doubt' } as const

export function MeetingCard({ meeting }: { meeting: MeetingReply }) {
  const names = useNames()
  const unsupported = useUnsupported()
  const { title, state, possibly, orElse, certainty, tookPlace, place, participants } = meeting
  const tone = state in TONES ? TONES[state as keyof typeof TONES] : 'quiet'
  return (
    <article class="card meeting">
      <h3>{title}</h3>
      <p class="card-head">
        <Badge tone={tone}>{state === 'announced' ? (certainty ?? state) : state}</Badge>
        {possibly && <Badge tone="doubt">possibly{orElse && `, or else ${orElse}`}</Badge>}
        <Badge>{meeting.kind}</Badge>
        {unsupported.has(meeting.stateFact.id) && <SupportBadge support="unsupported" />}
        {meeting.partOf !== null && (
          <span class="faint">part of {names.meeting(meeting.partOf)}</span>
        )}
      </p>
      <dl class="facts">
        <dt>{tookPlace === null ? 'Planned for' : 'Took place'}</dt>
        <dd>{tookPlace !== null ? uncertainText(tookPlace.occurred) : plannedText(meeting)}</dd>
        {place !== null && [<dt key="place">Place</dt>, <dd key="place value">{place}</dd>]}
        {participants.length > 0 && [
          <dt key="who">{tookPlace === null ? 'To take part' : 'Took part'}</dt>,
          <dd key="who value">{participants.map((one) => present(one, names)).join('; ')}</dd>,
        ]}
      </dl>
      <ul class="plain">
        {meeting.history.map((step) => (
          <li key={step.revision}>
            <EntryLink id={step.id}>{typeTitle(step.type)}</EntryLink>{' '}
            {uncertainText(step.occurred)}
            {step.announcedBy !== undefined && `, by ${step.announcedBy}`}
            {step.scheduledBefore !== undefined &&
              `, until then planned for ${uncertainText(step.scheduledBefore)}`}
            {step.note !== undefined && `: ${step.note}`}
            <span class="faint"> recorded {instantText(step.recordedAt)}</span>{' '}
            {unsupported.has(step.id) && <SupportBadge support="unsupported" />}
          </li>
        ))}
      </ul>
    </article>
  )
}

/** The planned date, and the other that there may be. */
function plannedText({ scheduled, scheduledOrElse }: MeetingReply): string {
  const text = (date: UncertainDate | null) => (date === null ? 'no date' : uncertainText(date))
  const other = scheduledOrElse === undefined ? '' : `, or else ${text(scheduledOrElse)}`
  return `${text(scheduled)}${other}`
}

function present({ party, person }: Participant, names: Names): string {
  const who = [person && names.person(person), party && names.party(party)].filter(Boolean)
  return who.join(', ')
}
