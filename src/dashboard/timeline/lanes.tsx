import { scaleUtc } from 'd3-scale'
import { useMemo, useRef } from 'preact/hooks'
import type { StatementReply } from '../../../projections/statements/statement-reply.ts'
import type { TimelineItem } from '../../../projections/timeline/timeline.ts'
import { byId } from '../data/by-id.ts'
import { rested, viewed } from '../state/moment.ts'
import { useReading } from '../state/use-reading.ts'
import { useUnsupported } from '../state/use-unsupported.ts'
import { messages } from '../words/messages.ts'
import { LaneAxis, ticksOf } from './lane-axis.tsx'
import { type Lane, laneColumns, laneMarks, type PlacedItem } from './lane-layout.ts'
import { heightOf, LaneRow } from './lane-row.tsx'
import { type Placing, placingOf } from './placing.ts'
import type { ZoomSpan } from './span.ts'
import { type Colouring, toneOf } from './tones.ts'
import { useWidth } from './use-width.ts'
import { useZoomGestures } from './use-zoom-gestures.ts'

/** Right of the names and left of the dated part: what has no beginning. */
const OPEN = 52
/** The most items that are each drawn by itself; more are counted in columns. */
const MOST_NEAR = 160

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
  const { lanes, isNear } = useMemo(() => {
    const ofEntries = byId(statements, 'id')
    const inSight: { readonly item: TimelineItem; readonly placing: Placing }[] = []
    for (const item of items) {
      const placing = placingOf(item)
      const { from: start, until: last = Number.POSITIVE_INFINITY } = placing
      if (start === undefined || (start <= until && last >= from)) inSight.push({ item, placing })
    }
    const isNear = inSight.length <= MOST_NEAR
    const pixel = (time: number) => begin + ((time - from) / (until - from)) * (end - begin)
    const within = (x: number) => Math.min(Math.max(x, begin - 8), width - 8)
    const place = (placing: Placing) => {
      if (placing.from === undefined) return [labelWidth + 12, labelWidth + 12] as const
      const start = within(pixel(placing.from))
      const last = placing.until === undefined ? start : within(pixel(placing.until))
      return [start, Math.max(start, last)] as const
    }
    const ofLanes = new Map<string, PlacedItem[]>()
    for (const { item, placing } of inSight) {
      const span = place(placing)
      const statement = ofEntries.get(item.fact.id)
      for (const key of placing.lanes) {
        const tone = fallen.has(item.fact.id) ? 'fallen' : toneOf(item, key, statement, colouring)
        const own = ofLanes.get(key) ?? []
        own.push({ item, tone, span })
        ofLanes.set(key, own)
      }
    }
    const lanes: Lane[] = [
      ...(parties ?? []).map(({ party, name }) => ({ key: `party ${party}`, label: name })),
      { key: 'meetings', label: messages.shell.viewTitles.meetings },
      { key: 'drafts', label: messages.shell.viewTitles.drafts },
      { key: 'other', label: messages.timeline.others },
    ].flatMap(({ key, label }) => {
      const own = ofLanes.get(key)
      if (own === undefined) return []
      const near = isNear ? laneMarks(own, width) : { marks: [], levels: 1 }
      return [{ key, label, ...near, columns: isNear ? [] : laneColumns(own) }]
    })
    return { lanes, isNear }
  }, [items, statements, parties, fallen, colouring, from, until, width])
  const heights = lanes.map((lane) => heightOf(lane, isNear))
  const tops = heights.map((_, row) => heights.slice(0, row).reduce((a, b) => a + b, 0))
  const height = heights.reduce((a, b) => a + b, 0)
  const ofParties = lanes
    .filter(({ key }) => key.startsWith('party '))
    .map(({ columns }) => columns)
  const most = Math.max(1, ...ofParties.flat().map(({ count }) => count))
  const rows = useMemo(
    () =>
      lanes.map((lane, row) => (
        <LaneRow
          key={lane.key}
          lane={lane}
          top={tops[row] as number}
          {...{ labelWidth, width, isNear, most }}
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
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={messages.timeline.lanesTold}
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
      </svg>
    </div>
  )
}
