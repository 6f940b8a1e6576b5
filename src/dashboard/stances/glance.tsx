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
import { plainWords, plural } from '../words/labels.ts'
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
  const draft = table?.current
  const isPast = ({ scheduled }: MeetingReply) =>
    scheduled?.until != null && Date.parse(scheduled.until) <= (at?.validTime ?? 0)
  return (
    <ul class="glance">
      <Fact title="Apart on" to={{ view: 'convergence' }} main={plural(computed.length, 'subject')}>
        {said?.atLeast === undefined
          ? computed.map(({ subject }) => names.subject(subject)).join(', ')
          : `said to be at least ${said.atLeast}`}
      </Fact>
      <Fact title="Draft on the table" to={{ view: 'drafts' }} main={draft?.title ?? 'None'}>
        {draft?.current
          ? `${draft.current.title ?? draft.current.revision} · ${plainWords(draft.status)}`
          : 'none known at this moment'}
      </Fact>
      <Fact
        title={next === undefined ? 'Last meeting' : isPast(next) ? 'Was to meet' : 'Next meeting'}
        to={{ view: 'meetings' }}
        main={(next ?? last)?.title ?? 'None'}
      >
        {next !== undefined && next.scheduled !== null && uncertainText(next.scheduled)}
        {next !== undefined && next.certainty !== null && ` · ${next.certainty}`}
        {next === undefined && last?.tookPlace && uncertainText(last.tookPlace.occurred)}
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
    size > 0 ? `${size} unsupported` : '',
    warnings.length > 0 || size === 0 ? plural(warnings.length, 'warning') : '',
  ]
  return (
    <Fact title="Doubts" to={{ view: 'timeline' }} main={main.filter(Boolean).join(', ')}>
      {size > 0 && `No source of ${size === 1 ? 'this entry' : 'these entries'} stands any more. `}
      {last !== undefined && warningText(last, names)}
      {last === undefined && size === 0 && 'the entries do not contradict each other'}
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
