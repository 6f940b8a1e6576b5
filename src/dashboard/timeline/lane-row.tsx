import { FAR, FarLane } from './far-lane.tsx'
import type { Lane } from './lane-layout.ts'
import { LEVEL, NearMark } from './near-mark.tsx'

/** The width of a letter of a name, about: a name that is too long is cut, and told whole to whoever points at it. */
const LETTER = 8

export function heightOf(lane: Lane): number {
  return lane.columns === undefined ? lane.levels * LEVEL + 7 : FAR
}

interface Props {
  readonly lane: Lane
  readonly top: number
  readonly labelWidth: number
  readonly width: number
  /** The items of a column that is as high as its lane. */
  readonly most: number
  readonly zoomTo: (from: number, until: number) => void
}

/** One lane: from near a mark for each item, from afar how many there are, in their colours. */
export function LaneRow({ lane, top, labelWidth, width, most, zoomTo }: Props) {
  const height = heightOf(lane)
  const letters = Math.floor((labelWidth - 8) / LETTER)
  const short = lane.label.length > letters ? `${lane.label.slice(0, letters - 1)}…` : lane.label
  return (
    <g transform={`translate(0 ${top})`}>
      <line class="lane-edge" x1={0} x2={width} y1={height - 0.5} y2={height - 0.5} />
      {lane.columns === undefined ? (
        lane.marks.map((mark) => (
          <NearMark key={`${mark.item.kind} ${mark.item.fact.entry}`} mark={mark} />
        ))
      ) : (
        <FarLane columns={lane.columns} left={labelWidth} right={width} {...{ most, zoomTo }} />
      )}
      <rect class="lane-name-back" x={0} y={0} width={labelWidth} height={height - 1} />
      <text class="lane-label" x={4} y={16}>
        <title>{lane.label}</title>
        {short}
      </text>
    </g>
  )
}
