import type { TimelineItem } from '../../../projections/timeline/timeline.ts'
import { dayText } from '../words/dates.ts'

export type ZoomSpan = readonly [from: number, until: number]

const DAY = 86_400_000
const CLOSEST = DAY / 4

interface Props {
  readonly whole: ZoomSpan
  readonly shown: ZoomSpan | undefined
  readonly onZoom: (span: ZoomSpan | undefined) => void
}

/** The stretch of time that the lanes show. */
export function Zoom({ whole, shown, onZoom }: Props) {
  const [from, until] = shown ?? whole
  const length = until - from
  const scaled = (factor: number) => {
    const half = Math.max(CLOSEST, length * factor) / 2
    const middle = (from + until) / 2
    onZoom([middle - half, middle + half])
  }
  const shifted = (share: number) => onZoom([from + length * share, until + length * share])
  return (
    <fieldset class="zoom">
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

/** From the earliest to the latest date, with a margin; undefined where nothing is dated. */
export function spanOf(items: readonly TimelineItem[]): ZoomSpan | undefined {
  const bounds = items.flatMap(({ at }) => [at.from, at.until]).filter((bound) => bound !== null)
  if (bounds.length === 0) return undefined
  const times = bounds.map((bound) => Date.parse(bound))
  const [from, until] = [
    times.reduce((a, b) => Math.min(a, b)),
    times.reduce((a, b) => Math.max(a, b)),
  ]
  const margin = Math.max(DAY / 2, (until - from) * 0.04)
  return [from - margin, until + margin]
}
