import { useState } from 'preact/hooks'
import type { UncertainDate } from '../../../events/envelope.ts'
import type { MeetingReply, Participant } from '../../../projections/meetings/meeting-reply.ts'
import { Badge, SupportBadge } from '../parts/badge.tsx'
import { EntryLink } from '../parts/entry-link.tsx'
import { isPrinting } from '../state/printing.ts'
import { type Names, useNames } from '../state/use-names.ts'
import { useUnsupported } from '../state/use-unsupported.ts'
import { instantText, uncertainText } from '../words/dates.ts'
import { kindText, plainWords, typeTitle } from '../words/labels.ts'
import { messages } from '../words/messages.ts'

const TONES = { cancelled: 'alarm', denied: 'alarm', postponed: 'doubt' } as const

interface Props {
  readonly meeting: MeetingReply
  /** True if its steps are in sight at first. */
  readonly isOpen: boolean
}

/** A meeting in one line; who took part and all that was said of it on demand. */
export function MeetingRow({ meeting, isOpen: isOpenAtFirst }: Props) {
  const names = useNames()
  const unsupported = useUnsupported()
  const [isOpen, setOpen] = useState(isOpenAtFirst)
  const { title, state, possibly, orElse, certainty, tookPlace, place } = meeting
  const tone = state in TONES ? TONES[state as keyof typeof TONES] : 'quiet'
  return (
    <article class="meeting">
      <div class="card-head">
        <span class="meeting-when">
          {tookPlace !== null ? uncertainText(tookPlace) : plannedText(meeting)}
        </span>
        <h3>{title}</h3>
        <Badge tone={tone}>
          {plainWords(state === 'announced' ? (certainty ?? state) : state)}
        </Badge>
        {possibly && (
          <Badge tone="doubt">
            {messages.stances.possibly}
            {orElse && `, ${messages.stances.orElse(plainWords(orElse))}`}
          </Badge>
        )}
        {unsupported.has(meeting.stateFact.id) && <SupportBadge support="unsupported" />}
        <span class="faint">
          {[kindText(meeting.kind), place].filter(Boolean).join(', ')}
          {meeting.partOf !== null &&
            `, ${messages.meetings.partOf(names.meeting(meeting.partOf))}`}
        </span>
        <button
          type="button"
          class="no-print"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? messages.meetings.less : messages.meetings.more}
          <span class="visually-hidden"> {messages.meetings.on(title)}</span>
        </button>
      </div>
      {(isOpen || isPrinting.value) && <MeetingSteps meeting={meeting} />}
    </article>
  )
}

/** The participants, and every step with its entry. */
function MeetingSteps({ meeting }: { meeting: MeetingReply }) {
  const names = useNames()
  const unsupported = useUnsupported()
  const { participants, tookPlace, history } = meeting
  return (
    <>
      {participants.length > 0 && (
        <p>
          {tookPlace === null ? messages.meetings.toTakePart : messages.meetings.tookPart}:{' '}
          {participants.map((one) => present(one, names)).join('; ')}
        </p>
      )}
      <ul class="plain">
        {history.map((step) => (
          <li key={step.revision}>
            <EntryLink id={step.id}>{typeTitle(step.type)}</EntryLink>{' '}
            {uncertainText(step.occurred)}
            {step.announcedBy !== undefined &&
              `, ${messages.meetings.announcedBy(step.announcedBy)}`}
            {step.scheduledBefore !== null &&
              `, ${messages.meetings.plannedBefore(uncertainText(step.scheduledBefore))}`}
            {step.note !== undefined && `: ${step.note}`}
            <span class="faint"> {messages.stances.recordedAt(instantText(step.recordedAt))}</span>{' '}
            {unsupported.has(step.id) && <SupportBadge support="unsupported" />}
          </li>
        ))}
      </ul>
    </>
  )
}

/** The planned date, and the other that there may be. */
function plannedText({ scheduled, scheduledOrElse }: MeetingReply): string {
  const text = (date: UncertainDate | null) =>
    date === null ? messages.meetings.noDate : uncertainText(date)
  const other =
    scheduledOrElse === undefined
      ? ''
      : `, ${messages.stances.orElse(text(scheduledOrElse.scheduled))}`
  return `${text(scheduled)}${other}`
}

function present({ party, person }: Participant, names: Names): string {
  const who = [person && names.person(person), party && names.party(party)].filter(Boolean)
  return who.join(', ')
}
