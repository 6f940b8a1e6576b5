import { scaleLinear, scaleUtc } from 'd3-scale'
import { Picture } from '../parts/picture.tsx'
import { head, ledger } from '../state/ledger.ts'
import { viewed } from '../state/moment.ts'
import { dayText, instantText } from '../words/dates.ts'
import { messages } from '../words/messages.ts'
import { pathOf, pointPositionOf } from './step-points.ts'
import { apartText, type ConvergenceStep, stepText } from './step-table.tsx'

const WIDTH = 760
const HEIGHT = 156
const BOX = { left: 46, right: 44, top: 20, bottom: 36 }
const DAY = 86_400_000

interface Props {
  readonly steps: readonly ConvergenceStep[]
  readonly title: string
  readonly axis: 'revision' | 'validTime'
  /** The step that is looked into. */
  readonly chosen: ConvergenceStep | undefined
}

export function StepChart({ steps, title, axis, chosen }: Props) {
  const at = viewed.value
  if (at === undefined) return null
  const now = axis === 'revision' ? at.revision : at.validTime
  const dated = steps.flatMap((step) => pointPositionOf(step) ?? [])
  const first = axis === 'revision' ? 0 : Math.min(now, ...dated) - 3 * DAY
  const last = axis === 'revision' ? head.value : Math.max(now, ...dated) + DAY
  const range = [BOX.left, WIDTH - BOX.right]
  const x = scaleLinear([first, last], range)
  const y = scaleLinear([0, 1], [HEIGHT - BOX.bottom, BOX.top])
  const ticks = axis === 'revision' ? entryTicks(x.ticks(6)) : timeTicks(first, last)
  const told = steps.map((step) => `${stepText(step)}: ${apartText(step)}`).join('; ')
  return (
    <Picture class="step-chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} label={`${title}: ${told}`}>
      <text x={0} y={11}>
        {messages.convergence.apart}
      </text>
      {[0, 0.5, 1].map((share) => (
        <g key={share} class="tick">
          <line x1={BOX.left} x2={WIDTH - BOX.right} y1={y(share)} y2={y(share)} />
          <text class="y" x={BOX.left - 6} y={y(share) + 4}>
            {share}
          </text>
        </g>
      ))}
      <text x={0} y={HEIGHT - 18}>
        {axis === 'revision' ? messages.convergence.entryAxis : messages.convergence.dateAxis}
      </text>
      {ticks.map(({ tick, label, date }) => (
        <text key={tick} class="x" y={HEIGHT - 18}>
          <tspan x={x(tick)}>{label}</tspan>
          <tspan x={x(tick)} dy={15}>
            {date}
          </tspan>
        </text>
      ))}
      <line class="lane-now" x1={x(now)} x2={x(now)} y1={BOX.top} y2={HEIGHT - BOX.bottom} />
      {chosen !== undefined && (
        <line
          class="chosen-step"
          x1={x(pointPositionOf(chosen) ?? first)}
          x2={x(pointPositionOf(chosen) ?? first)}
          y1={BOX.top}
          y2={HEIGHT - BOX.bottom}
        />
      )}
      <path class="step-line" d={pathOf(steps, first, now, x, y)} />
    </Picture>
  )
}

interface Tick {
  readonly tick: number
  readonly label: string
  readonly date: string
}

/** Entries by their number, and when they were recorded, where the page knows. */
function entryTicks(ticks: readonly number[]): Tick[] {
  return ticks.filter(Number.isInteger).map((tick) => {
    const recorded = ledger.value?.recordedAt(tick)
    const date = typeof recorded === 'number' ? dayText(recorded) : ''
    return { tick, label: String(tick), date }
  })
}

function timeTicks(first: number, last: number): Tick[] {
  const words = last - first < 4 * DAY ? instantText : dayText
  return scaleUtc([first, last], [0, 1])
    .ticks(5)
    .map((tick) => ({ tick: tick.getTime(), label: words(tick.getTime()), date: '' }))
}
