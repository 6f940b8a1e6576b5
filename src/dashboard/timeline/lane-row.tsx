import { Component } from 'preact'
import { go } from '../state/route.ts'
import { useNames } from '../state/use-names.ts'
import { uncertainText } from '../words/dates.ts'
import { messages } from '../words/messages.ts'
import { headlineText } from '../words/sentences.ts'
import { COLUMN, DOT, type Lane, type LaneColumn, type LaneMark } from './lane-layout.ts'

const LEVEL = 17
/** The height of a lane seen from afar. */
export const FAR = 24
/** The width of a letter, about, and of one of a name: what is too long is cut, and told whole to whoever points at it. */
const LETTER = 7
const NAME_LETTER = 8

export function heightOf({ levels }: Lane, isNear: boolean): number {
  return isNear ? levels * LEVEL + 7 : FAR
}

interface Props {
  readonly lane: Lane
  readonly top: number
  readonly labelWidth: number
  readonly width: number
  readonly isNear: boolean
  /** The items of a column that is as high as its lane. */
  readonly most: number
  readonly zoomTo: (from: number, until: number) => void
}

/**
 * One lane: from near a mark for each item, from afar how many there are, in their colours. Seen from
 * afar it is drawn again only if its columns are others.
 */
export class LaneRow extends Component<Props> {
  override shouldComponentUpdate(next: Props): boolean {
    const { lane, top, labelWidth, width, isNear, most } = this.props
    return (
      next.isNear ||
      isNear ||
      next.top !== top ||
      next.labelWidth !== labelWidth ||
      next.width !== width ||
      next.most !== most ||
      next.lane.label !== lane.label ||
      next.lane.columns.length !== lane.columns.length ||
      next.lane.columns.some((column, place) => !isSame(column, lane.columns[place]))
    )
  }

  render({ lane, top, labelWidth, width, isNear, most }: Props) {
    const height = heightOf(lane, isNear)
    const letters = Math.floor((labelWidth - 8) / NAME_LETTER)
    const short = lane.label.length > letters ? `${lane.label.slice(0, letters - 1)}…` : lane.label
    const zoomTo = (from: number, until: number) => this.props.zoomTo(from, until)
    return (
      <g transform={`translate(0 ${top})`}>
        <line class="lane-edge" x1={0} x2={width} y1={height - 0.5} y2={height - 0.5} />
        {isNear
          ? lane.marks.map((mark) => (
              <Mark key={`${mark.item.kind} ${mark.item.fact.entry}`} mark={mark} />
            ))
          : lane.columns.map((column) => (
              <Column key={column.x} column={column} most={most} zoomTo={zoomTo} />
            ))}
        <rect class="lane-name-back" x={0} y={0} width={labelWidth} height={height - 1} />
        <text class="lane-label" x={4} y={16}>
          <title>{lane.label}</title>
          {short}
        </text>
      </g>
    )
  }
}

function isSame(a: LaneColumn, b: LaneColumn | undefined): boolean {
  return (
    a.x === b?.x &&
    a.count === b.count &&
    a.tones.length === b.tones.length &&
    a.tones.every(([tone, count], place) => {
      const [other, of] = b.tones[place] ?? []
      return tone === other && count === of
    })
  )
}

/** Words stand within a bar that is long enough for them, else beside it. */
const LEAST_WITHIN = 110

function Mark({ mark: { item, tone, x, width, level, room } }: { mark: LaneMark }) {
  const names = useNames()
  const told = headlineText(item, names)
  const isWithin = width >= LEAST_WITHIN && item.kind === 'fact' && tone !== 'fallen'
  const letters = Math.floor((isWithin ? width - 12 : room) / LETTER)
  const y = level * LEVEL + 3
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the list below is for keys
    <g class="mark" onClick={() => go({ query: { entry: item.fact.id } })}>
      <title>{`${uncertainText(item.at)}: ${told}${tone === 'fallen' ? ` (${messages.stances.unsupported})` : ''}`}</title>
      <rect
        class={`dot tone-${tone} ${item.kind}`}
        x={x}
        y={y}
        width={width}
        height={DOT}
        rx={DOT / 2}
      />
      {letters > 3 && (
        <text
          class={isWithin ? 'mark-label within' : 'mark-label'}
          x={isWithin ? x + 7 : x + width + 4}
          y={y + DOT - 3}
        >
          {told.length > letters ? `${told.slice(0, letters - 1)}…` : told}
        </text>
      )}
    </g>
  )
}

interface ColumnProps extends Pick<Props, 'most' | 'zoomTo'> {
  readonly column: LaneColumn
}

/** Its height by the root of its count, so that one item among many is seen. */
function Column({ column: { x, count, tones }, most, zoomTo }: ColumnProps) {
  const height = Math.max(4, (FAR - 5) * Math.sqrt(Math.min(1, count / most)))
  let y = FAR - 2
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the buttons above are for keys
    <g class="mark" onClick={() => zoomTo(x - 3 * COLUMN, x + 4 * COLUMN)}>
      <title>{messages.timeline.items(count)}</title>
      {tones.map(([tone, share]) => {
        const part = (height * share) / count
        y -= part
        return (
          <rect
            key={tone}
            class={`dot tone-${tone}`}
            x={x}
            y={y}
            width={COLUMN - 1}
            height={part}
          />
        )
      })}
    </g>
  )
}
