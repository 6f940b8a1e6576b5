import { scaleUtc } from 'd3-scale'
import { useMemo, useRef } from 'preact/hooks'
import type { StatementReply } from '../../../projections/statements/statement-reply.ts'
import type { TimelineItem } from '../../../projections/timeline/timeline.ts'
import { byId } from '../data/by-id.ts'
import { Picture } from '../parts/picture.tsx'
import { rested, viewed } from '../state/moment.ts'
import { useReading } from '../state/use-reading.ts'
import { useUnsupported } from '../state/use-unsupported.ts'
import { messages } from '../words/messages.ts'
import { LaneAxis, ticksOf } from './lane-axis.tsx'
import type { Lane } from './lane-layout.ts'
import { heightOf, LaneRow } from './lane-row.tsx'
import { lanesOf } from './lanes-of.ts'
import type { ZoomSpan } from './span.ts'
import { type Colouring, toneOf } from './tones.ts'
import { useWidth } from './use-width.ts'
import { useZoomGestures } from './use-zoom-gestures.ts'

/** Right of the names and left of the dated part: what has no beginning. */
const OPEN = 52

interface Props {
  readonly items: readonly TimelineItem[]
  readonly statements: readonly StatementReply[]
  readonly shown: ZoomSpan
  readonly colouring: Colouring
  readonly onZoom: (span: ZoomSpan) => void
}

/** Lanes for parties, meetings and drafts, as one drawing. The list below tells the same, for keys. */
export function Lanes({ items, statements, shown, colouring, onZoom }: Props) {
  // As of the moment of the items, so that a step of the slider moves no more than its line.
  const parties = useReading('parties', {}, rested.value)?.parties
  const fallen = useUnsupported(rested.value)
  const frame = useRef<HTMLDivElement>(null)
  const width = useWidth(frame)
  const labelWidth = width < 600 ? 84 : 150
  const begin = labelWidth + OPEN
  const [from, until] = shown
  const end = Math.max(begin + 1, width - 6)
  const scale = scaleUtc([from, until], [begin, end])
  const brush = useZoomGestures(frame, scale, shown, onZoom)
  const lanes = useMemo(() => {
    const statementOf = (id: string) => byId(statements, 'id').get(id)
    const heads = [
      ...(parties ?? []).map(({ party, name }) => ({ key: `party ${party}`, label: name })),
      { key: 'meetings', label: messages.shell.viewTitles.meetings },
      { key: 'drafts', label: messages.shell.viewTitles.drafts },
      { key: 'other', label: messages.timeline.others },
    ]
    const place = { shown: [from, until], begin, end, open: labelWidth + 12, width } as const
    return lanesOf(items, heads, place, (item, key) => {
      const { id } = item.fact
      return fallen.has(id) ? 'fallen' : toneOf(item, key, statementOf, colouring)
    })
  }, [items, statements, parties, fallen, colouring, from, until, width])
  const heights = lanes.map((lane) => heightOf(lane))
  const tops = heights.map((_, row) => heights.slice(0, row).reduce((a, b) => a + b, 0))
  const height = heights.reduce((a, b) => a + b, 0)
  const most = useMemo(() => mostIn(lanes), [lanes])
  const rows = useMemo(
    () =>
      lanes.map((lane, row) => (
        <LaneRow
          key={lane.key}
          lane={lane}
          top={tops[row] as number}
          {...{ labelWidth, width, most }}
          zoomTo={(left, right) =>
            onZoom([Number(scale.invert(left)), Number(scale.invert(right))])
          }
        />
      )),
    [lanes],
  )
  const ticks = ticksOf(scale)
  const now = viewed.value?.validTime ?? until
  return (
    <div class="lanes" ref={frame}>
      <LaneAxis ticks={ticks} width={width} labelWidth={labelWidth} />
      <Picture
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        label={messages.timeline.lanesTold}
      >
        <line class="lane-edge" x1={begin - 8} x2={begin - 8} y1={0} y2={height} />
        {ticks.map(({ x }) => (
          <line key={x} class="tick-line" x1={x} x2={x} y1={0} y2={height} />
        ))}
        {rows}
        {now >= from && now <= until && (
          <line class="lane-now" x1={scale(now)} x2={scale(now)} y1={0} y2={height} />
        )}
        {brush !== undefined && (
          <rect
            class="lane-brush"
            x={Math.min(...brush)}
            width={Math.abs(brush[1] - brush[0])}
            y={0}
            height={height}
          />
        )}
      </Picture>
    </div>
  )
}

/** The items in the fullest column of a party. */
function mostIn(lanes: readonly Lane[]): number {
  const ofParties = lanes.filter(({ key }) => key.startsWith('party '))
  return Math.max(1, ...ofParties.map(({ columns }) => columns?.most ?? 0))
}
