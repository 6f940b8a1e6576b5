import { scaleUtc } from 'd3-scale'
import type { TimelineItem } from '../../../projections/timeline/timeline.ts'
import { moment } from '../state/moment.ts'
import { useReading } from '../state/use-reading.ts'
import { LaneDrawing } from './lane-drawing.tsx'
import { type Lane, laneKeys, laneOf } from './lane-layout.ts'
import { LaneLegend } from './lane-legend.tsx'
import { spanOf, Zoom, type ZoomSpan } from './zoom.tsx'

const WIDTH = 1000
/** Left of the dated part: what has no beginning. */
const OPEN = 46

interface Props {
  readonly items: readonly TimelineItem[]
  readonly shown: ZoomSpan | undefined
  readonly onZoom: (span: ZoomSpan | undefined) => void
}

/** Lanes for parties, meetings and drafts. The list below tells the same. */
export function Lanes({ items, shown, onZoom }: Props) {
  const parties = useReading('parties', {})?.parties ?? []
  const whole = spanOf(items)
  if (whole === undefined) return null
  const [from, until] = shown ?? whole
  const scale = scaleUtc([from, until], [OPEN, WIDTH])
  const x = (bound: string | null, open: number) =>
    bound === null ? open : Math.min(Math.max(scale(Date.parse(bound)), OPEN - 40), WIDTH + 40)
  const place = (start: string | null, end: string | null) => {
    const left = x(start, 8)
    return [left, start === null ? left : x(end, left)] as const
  }
  const isIn = ({ at }: TimelineItem) =>
    at.from === null ||
    (Date.parse(at.from) <= until && (at.until === null || Date.parse(at.until) >= from))
  const lanes: Lane[] = [
    ...parties.map(({ party, name }) => ({ key: `party ${party}`, label: name })),
    { key: 'meetings', label: 'Meetings' },
    { key: 'drafts', label: 'Drafts' },
    { key: 'other', label: 'Other' },
  ]
    .map(({ key, label }) => {
      const own = items.filter((item) => isIn(item) && laneKeys(item).includes(key))
      return laneOf(key, label, own, place)
    })
    .filter(({ marks }) => marks.length > 0)
  const now = moment.value?.validTime ?? until
  return (
    <>
      <Zoom whole={whole} shown={shown} onZoom={onZoom} />
      <LaneDrawing
        lanes={lanes}
        ticks={scale.ticks(6).map((at) => ({ x: scale(at), label: scale.tickFormat(6)(at) }))}
        now={now >= from && now <= until ? scale(now) : undefined}
        width={WIDTH}
        open={OPEN}
      />
      <LaneLegend />
    </>
  )
}
