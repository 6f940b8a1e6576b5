import { scaleLinear, scaleUtc } from 'd3-scale'
import { curveStepAfter, line } from 'd3-shape'
import { head } from '../state/ledger.ts'
import { moment } from '../state/moment.ts'
import { placeText, type Step } from './step-table.tsx'

const WIDTH = 760
const HEIGHT = 130
const BOX = { left: 34, right: 10, top: 8, bottom: 22 }
const DAY = 86_400_000

interface Props {
  readonly steps: readonly Step[]
  readonly title: string
  readonly axis: 'revision' | 'validTime'
}

export function StepChart({ steps, title, axis }: Props) {
  const at = moment.value
  if (at === undefined) return null
  const now = axis === 'revision' ? at.revision : at.validTime
  const dated = steps.flatMap((step) => positionOf(step) ?? [])
  const first = axis === 'revision' ? 0 : Math.min(now, ...dated) - 3 * DAY
  const last = axis === 'revision' ? head.value : Math.max(now, ...dated) + DAY
  const range = [BOX.left, WIDTH - BOX.right]
  const linear = scaleLinear([first, last], range)
  const utc = scaleUtc([first, last], range)
  const y = scaleLinear([0, 1], [HEIGHT - BOX.bottom, BOX.top])
  const ticks =
    axis === 'revision'
      ? linear
          .ticks(6)
          .filter(Number.isInteger)
          .map((tick) => ({ tick, label: String(tick + 1) }))
      : utc.ticks(6).map((tick) => ({ tick: tick.getTime(), label: utc.tickFormat(6)(tick) }))
  const points = steps.map((step) => [positionOf(step) ?? first, step.apart] as [number, number])
  const end = points.at(-1)
  if (end !== undefined && end[0] < now) points.push([now, end[1]])
  const path = line<[number, number]>()
    .x(([place]) => linear(place))
    .y(([, apart]) => y(apart))
    .curve(curveStepAfter)
  const told = steps.map((step) => `${placeText(step)}: ${step.apart.toFixed(2)}`).join('; ')
  return (
    <svg
      class="step-chart"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={`${title}: ${told}`}
    >
      {[0, 0.5, 1].map((share) => (
        <g key={share} class="tick">
          <line x1={BOX.left} x2={WIDTH - BOX.right} y1={y(share)} y2={y(share)} />
          <text class="y" x={BOX.left - 6} y={y(share) + 4}>
            {share}
          </text>
        </g>
      ))}
      {ticks.map(({ tick, label }) => (
        <text key={tick} class="x" x={linear(tick)} y={HEIGHT - 4}>
          {label}
        </text>
      ))}
      <line
        class="lane-now"
        x1={linear(now)}
        x2={linear(now)}
        y1={BOX.top}
        y2={HEIGHT - BOX.bottom}
      />
      <path class="step-line" d={path(points) ?? ''} />
    </svg>
  )
}

/** Undefined where a step is from the beginning of time. */
function positionOf(step: Step): number | undefined {
  if ('revision' in step) return step.revision
  return step.validTime === null ? undefined : Date.parse(step.validTime)
}
