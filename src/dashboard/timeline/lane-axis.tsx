import type { ScaleTime } from 'd3-scale'
import { dayOfMonthText, timeOfDayText } from '../words/dates.ts'
import { messages } from '../words/messages.ts'

const DAY = 86_400_000
/** The room that a label of the axis needs, in pixels. */
const LABEL = 90

export interface Tick {
  readonly x: number
  readonly label: string
}

/** Ticks whose labels do not touch: months or days, with the time of day from near. */
export function ticksOf(scale: ScaleTime<number, number>): Tick[] {
  const [left = 0, right = 0] = scale.range()
  const ticks = scale.ticks(Math.max(2, Math.floor((right - left) / (LABEL * 1.4))))
  const withTime = Number(ticks[1]) - Number(ticks[0]) < DAY
  return ticks
    .map((at) => {
      const day = dayOfMonthText(Number(at))
      return { x: scale(at), label: withTime ? `${day}, ${timeOfDayText(Number(at))}` : day }
    })
    .filter(({ x }) => x > left + LABEL / 2 && x < right - LABEL / 2)
}

interface Props {
  readonly ticks: readonly Tick[]
  readonly width: number
  readonly labelWidth: number
}

/** The dates above the lanes, which stay in sight. */
export function LaneAxis({ ticks, width, labelWidth }: Props) {
  return (
    <svg class="lane-axis" width={width} height={22} viewBox={`0 0 ${width} 22`} aria-hidden="true">
      <text x={labelWidth + 4} y={15}>
        {messages.timeline.earlier}
      </text>
      {ticks.map(({ x, label }) => (
        <text key={x} x={x} y={15} class="tick-label">
          {label}
        </text>
      ))}
    </svg>
  )
}
