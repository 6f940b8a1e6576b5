import type { ComponentChildren } from 'preact'
import type { MeetingReply } from '../../../projections/meetings/meeting-reply.ts'
import type { AsOf } from '../../../projections/time/standing-fact.ts'
import { Link } from '../parts/link.tsx'
import { rested } from '../state/moment.ts'
import type { RouteChange } from '../state/route.ts'
import { type Names, useNames } from '../state/use-names.ts'
import { useReading } from '../state/use-reading.ts'
import { useUnsupported } from '../state/use-unsupported.ts'
import { uncertainText } from '../words/dates.ts'
import { plainWords } from '../words/labels.ts'
import { messages } from '../words/messages.ts'
import { warningText } from '../words/sentences.ts'

/** The state of things in four lines, each leading to more; told where the slider rests. */
export function Glance() {
  const names = useNames()
  const at = rested.value
  const differences = useReading('differences', {}, at)
  const table = useReading('table', {}, at)
  const meetings = useReading('meetings', {}, at)?.meetings ?? []
  const computed = differences?.computed ?? []
  const [said] = (differences?.reported ?? []).toReversed()
  const next = meetings.find(({ state }) => state === 'announced' || state === 'postponed')
  const [last] = meetings.filter(({ tookPlace }) => tookPlace !== null).slice(-1)
  const draft = table?.onTable
  const isPast = ({ scheduled }: MeetingReply) =>
    scheduled?.until != null && Date.parse(scheduled.until) <= (at?.validTime ?? 0)
  return (
    <ul class="glance">
      <Fact
        title={messages.stances.apartOn}
        to={{ view: 'convergence' }}
        main={messages.terms.subjects(computed.length)}
      >
        {said?.atLeast === undefined
          ? computed.map(({ subject }) => names.subject(subject)).join(', ')
          : messages.stances.saidAtLeast(said.atLeast)}
      </Fact>
      <Fact
        title={messages.stances.onTable}
        to={{ view: 'drafts' }}
        main={draft?.title ?? messages.stances.none}
      >
        {draft?.current
          ? `${draft.current.title ?? draft.current.draftRevision} · ${plainWords(draft.status)}`
          : messages.stances.noneKnown}
      </Fact>
      <Fact
        title={
          next === undefined
            ? messages.stances.lastMeeting
            : isPast(next)
              ? messages.stances.wasToMeet
              : messages.stances.nextMeeting
        }
        to={{ view: 'meetings' }}
        main={(next ?? last)?.title ?? messages.stances.none}
      >
        {next !== undefined && next.scheduled !== null && uncertainText(next.scheduled)}
        {next !== undefined && next.certainty !== null && ` · ${plainWords(next.certainty)}`}
        {next === undefined && last?.tookPlace && uncertainText(last.tookPlace)}
      </Fact>
      <Doubts at={at} names={names} />
    </ul>
  )
}

/** The number of warnings, and of entries without standing evidence. */
function Doubts({ at, names }: { at: AsOf | undefined; names: Names }) {
  const warnings = useReading('warnings', {}, at)?.warnings ?? []
  const { size } = useUnsupported(at)
  const last = warnings.at(-1)
  const main = [
    size > 0 ? messages.stances.countUnsupported(size) : '',
    warnings.length > 0 || size === 0 ? messages.stances.warnings(warnings.length) : '',
  ]
  return (
    <Fact
      title={messages.shell.viewTitles.doubts}
      to={{ view: 'timeline' }}
      main={main.filter(Boolean).join(', ')}
    >
      {size > 0 && `${messages.stances.noSourceStands(size)} `}
      {last !== undefined && warningText(last, names)}
      {last === undefined && size === 0 && messages.stances.noContradiction}
    </Fact>
  )
}

interface FactProps {
  readonly title: string
  readonly main: string
  readonly to: RouteChange
  readonly children: ComponentChildren
}

function Fact({ title, main, to, children }: FactProps) {
  return (
    <li>
      <Link to={to}>
        <span class="glance-title">{title}</span>
        <strong>{main}</strong>
        <span class="glance-more">{children}</span>
      </Link>
    </li>
  )
}
