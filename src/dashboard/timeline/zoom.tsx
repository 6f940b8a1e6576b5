import { dayText } from '../words/dates.ts'
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
      <legend class="visually-hidden">Stretch of time</legend>
      <button type="button" onClick={() => shifted(-0.5)}>
        Earlier
      </button>
      <button type="button" onClick={() => scaled(0.5)} disabled={length <= CLOSEST}>
        Zoom in
      </button>
      <button type="button" onClick={() => scaled(2)}>
        Zoom out
      </button>
      <button type="button" onClick={() => shifted(0.5)}>
        Later
      </button>
      <button type="button" onClick={() => onZoom(undefined)} disabled={shown === undefined}>
        All
      </button>
      <span class="faint" role="status">
        {dayText(from)} to {dayText(until)}
      </span>
    </fieldset>
  )
}
