import { dayText } from '../words/dates.ts'
import { messages } from '../words/messages.ts'
import { CLOSEST, type ZoomSpan, zoomed } from './span.ts'

interface Props {
  readonly whole: ZoomSpan
  readonly shown: ZoomSpan | undefined
  readonly onZoom: (span: ZoomSpan | undefined) => void
}

/** The stretch of time that the lanes show, for keys and fingers. */
export function Zoom({ whole, shown, onZoom }: Props) {
  const [from, until] = shown ?? whole
  const length = until - from
  const scaled = (factor: number) => onZoom(zoomed([from, until], factor, (from + until) / 2))
  const shifted = (share: number) => onZoom([from + length * share, until + length * share])
  return (
    <fieldset class="zoom no-print">
      <legend class="visually-hidden">{messages.timeline.stretch}</legend>
      <button type="button" onClick={() => shifted(-0.5)}>
        {messages.timeline.earlierTitle}
      </button>
      <button type="button" onClick={() => scaled(0.5)} disabled={length <= CLOSEST}>
        {messages.timeline.zoomIn}
      </button>
      <button type="button" onClick={() => scaled(2)}>
        {messages.timeline.zoomOut}
      </button>
      <button type="button" onClick={() => shifted(0.5)}>
        {messages.timeline.later}
      </button>
      <button type="button" onClick={() => onZoom(undefined)} disabled={shown === undefined}>
        {messages.timeline.all}
      </button>
      <span class="faint" role="status">
        {messages.timeline.fromTo(dayText(from), dayText(until))}
      </span>
    </fieldset>
  )
}
