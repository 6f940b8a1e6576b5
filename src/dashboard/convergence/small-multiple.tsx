import { scaleLinear } from 'd3-scale'
import { useState } from 'preact/hooks'
import { actionOf } from '../keys/key-table.ts'
import { Badge } from '../parts/badge.tsx'
import { go } from '../state/route.ts'
import { messages } from '../words/messages.ts'
import type { Series } from './series.ts'
import { pathOf, placeAt, pointPositionOf } from './step-points.ts'
import { apartText, changeText, stepText } from './step-table.tsx'

const WIDTH = 180
const HEIGHT = 48
/** The room for a line as thick as it is drawn. */
const EDGE = 3

interface Props {
  readonly series: Series
  readonly title: string
  /** The axis that all multiples share, and the moment on it. */
  readonly first: number
  readonly last: number
  readonly now: number
  readonly isOpen: boolean
  /** The number of compared positions that rest on nothing that stands. */
  readonly unsupported: number
}

/** One subject among others: its line, its distance now, and the value that is pointed at. */
export function SmallMultiple(props: Props) {
  const { series, title, first, last, now, isOpen, unsupported } = props
  const { steps, subject } = series
  const [pointed, setPointed] = useState<number | undefined>()
  const x = scaleLinear([first, last], [EDGE, WIDTH - EDGE])
  const y = scaleLinear([0, 1], [HEIGHT - EDGE, EDGE])
  const shown = pointed === undefined ? undefined : steps[pointed]
  const key = `${subject.kind}:${subject.id}`
  const open = () => {
    const step = pointed === undefined ? undefined : String(pointed)
    go({ query: isOpen ? { subject: undefined, step: undefined } : { subject: key, step } })
  }
  const onPointerMove = (event: PointerEvent) => {
    const { left, width } = (event.currentTarget as Element).getBoundingClientRect()
    setPointed(placeAt(steps, first, x.invert(((event.clientX - left) / width) * WIDTH)))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const action = actionOf('line', event)
    if (action === undefined) return
    const by = action === 'previous' ? -1 : 1
    event.preventDefault()
    const from = pointed ?? (by < 0 ? steps.length : -1)
    setPointed(Math.min(Math.max(0, from + by), steps.length - 1))
  }
  return (
    <button
      type="button"
      class="multiple"
      aria-expanded={isOpen}
      onClick={open}
      onPointerMove={onPointerMove}
      onPointerLeave={() => setPointed(undefined)}
      onKeyDown={onKeyDown}
      onBlur={() => setPointed(undefined)}
    >
      <span class="multiple-title" title={title}>
        {title}
      </span>
      <span class="multiple-value" aria-live="polite">
        {shown === undefined ? (
          <>
            <strong>
              {series.now === undefined ? messages.convergence.noPair : apartText(series.now)}
            </strong>{' '}
            {changeText(series.change)}
          </>
        ) : (
          `${apartText(shown)} · ${stepText(shown)}`
        )}
      </span>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
        <line class="base" x1={0} x2={WIDTH} y1={y(0)} y2={y(0)} />
        <line class="base" x1={0} x2={WIDTH} y1={y(1)} y2={y(1)} />
        <path class="step-line" d={pathOf(steps, first, now, x, y)} />
        {shown !== undefined && (
          <line
            class="lane-now"
            x1={x(pointPositionOf(shown) ?? first)}
            x2={x(pointPositionOf(shown) ?? first)}
            y1={0}
            y2={HEIGHT}
          />
        )}
      </svg>
      {unsupported > 0 && (
        <Badge tone="alarm">{messages.convergence.unsupported(unsupported)}</Badge>
      )}
    </button>
  )
}
