import { go } from '../state/route.ts'
import { useNames } from '../state/use-names.ts'
import { useUnsupported } from '../state/use-unsupported.ts'
import { uncertainText } from '../words/dates.ts'
import { toldLine } from '../words/told-line.ts'
import type { Lane, LaneMark } from './lane-layout.ts'

const ROW = 12
const PAD = 12

interface Props {
  readonly lanes: readonly Lane[]
  readonly ticks: readonly { readonly x: number; readonly label: string }[]
  readonly now: number | undefined
  readonly width: number
  readonly open: number
}

/** The lanes as one drawing. What it shows is in the list, which is what keys and readers use. */
export function LaneDrawing({ lanes, ticks, now, width, open }: Props) {
  const names = useNames()
  const unsupported = useUnsupported()
  const heights = lanes.map(({ levels }) => levels * ROW + 2 * PAD + 14)
  const tops = heights.map((_, index) => heights.slice(0, index).reduce((a, b) => a + b, 0))
  const height = heights.reduce((a, b) => a + b, 0) + 24
  return (
    <div class="lanes">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label="Lanes of what happened; the list below tells the same"
      >
        {ticks.map(({ x, label }) => (
          <g key={x} class="tick">
            <line x1={x} x2={x} y1={0} y2={height - 20} />
            <text x={x} y={height - 5}>
              {label}
            </text>
          </g>
        ))}
        <text class="lane-open" x={2} y={height - 5}>
          before
        </text>
        <line class="lane-edge" x1={open - 6} x2={open - 6} y1={0} y2={height - 20} />
        {now !== undefined && <line class="lane-now" x1={now} x2={now} y1={0} y2={height - 20} />}
        {lanes.map((lane, index) => (
          <g key={lane.key} transform={`translate(0 ${tops[index]})`}>
            <line class="lane-edge" x1={0} x2={width} y1={heights[index]} y2={heights[index]} />
            <text class="lane-label" x={2} y={14}>
              {lane.label}
            </text>
            {lane.marks.map((mark) => (
              <Dot
                key={`${mark.item.kind} ${mark.item.fact.entry}`}
                mark={mark}
                told={toldLine(mark.item.headline, mark.item.mentions, names)}
                isFallen={unsupported.has(mark.item.fact.id)}
              />
            ))}
          </g>
        ))}
      </svg>
    </div>
  )
}

interface DotProps {
  readonly mark: LaneMark
  readonly told: string
  /** True if none of its evidence stands any more. */
  readonly isFallen: boolean
}

function Dot({ mark: { item, x, width, level }, told, isFallen }: DotProps) {
  const family = item.fact.type.split('.')[0]
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the list below is for keys
    <rect
      class={`dot dot-${family} ${item.kind} ${isFallen ? 'fallen' : ''}`}
      x={x}
      y={level * ROW + PAD + 12}
      width={width}
      height={9}
      rx={4.5}
      onClick={() => go({ query: { entry: item.fact.id } })}
    >
      <title>{`${uncertainText(item.at)}: ${told}${isFallen ? ' (unsupported)' : ''}`}</title>
    </rect>
  )
}
