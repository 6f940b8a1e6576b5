import { useEffect } from 'preact/hooks'
import { clock } from '../state/moment.ts'
import { followTurningPoints, type TurningPoint, turningPoints } from '../state/turning-points.ts'
import { dayText } from '../words/dates.ts'
import { messages } from '../words/messages.ts'
import type { TypedMoment } from '../words/typed-moment.ts'

interface Props {
  readonly label: string
  /** The first line, which is shown and leads nowhere. */
  readonly title: string
  readonly spans: boolean
  readonly choose: (moment: Exclude<TypedMoment, { readonly kind: 'problem' }>) => void
}

/** A list of moments that people reckon from: spans, revisions of drafts, and meetings. */
export function MomentJump({ label, title, spans, choose }: Props) {
  useEffect(() => followTurningPoints(), [])
  const points = turningPoints.value
  const leave = (value: string) => {
    const point = points[Number(value)]
    if (value === 'now') choose({ kind: 'now' })
    else if (value.startsWith('-')) choose({ kind: 'ago', span: value })
    else if (point !== undefined) choose(momentOf(point))
  }
  return (
    <select
      class="moment-jump"
      aria-label={label}
      value=""
      onChange={(event) => {
        leave(event.currentTarget.value)
        event.currentTarget.value = ''
      }}
    >
      <option value="">{title}</option>
      {spans &&
        Object.entries(messages.shell.spansAgo).map(([span, words]) => (
          <option key={span} value={span}>
            {words}
          </option>
        ))}
      <Points title={messages.shell.revisions} kind="revision" points={points} />
      <Points title={messages.shell.meetings} kind="meeting" points={points} />
    </select>
  )
}

interface PointsProps {
  readonly title: string
  readonly kind: TurningPoint['kind']
  readonly points: readonly TurningPoint[]
}

/** The latest first. */
function Points({ title, kind, points }: PointsProps) {
  const own = points.map((point, at) => ({ point, at })).filter(({ point }) => point.kind === kind)
  if (own.length === 0) return null
  return (
    <optgroup label={title}>
      {own.toReversed().map(({ point, at }) => (
        <option key={at} value={String(at)}>
          {point.title} ({dayText(point.fact.recordedAt)})
        </option>
      ))}
    </optgroup>
  )
}

/** The entry that recorded it or, on the other clock, the time at which it happened. */
function momentOf({ fact }: TurningPoint): Exclude<TypedMoment, { readonly kind: 'problem' }> {
  const { from, until } = fact.occurred
  if (clock.peek() === 'known') return { kind: 'entry', entry: fact.entry }
  return { kind: 'time', time: Date.parse(until ?? from ?? fact.recordedAt) }
}
