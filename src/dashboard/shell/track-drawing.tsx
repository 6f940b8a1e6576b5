import { useEffect, useMemo, useState } from 'preact/hooks'
import { head, ledger } from '../state/ledger.ts'
import { clock } from '../state/moment.ts'
import { compares } from '../state/start.ts'
import { place } from '../state/stops.ts'
import { track } from '../state/track.ts'
import { densityOf } from '../state/track-of.ts'
import { followTurningPoints, turningPoints } from '../state/turning-points.ts'
import { useReading } from '../state/use-reading.ts'
import { positionMoves } from './position-moves.ts'
import { useStartPlace } from './start-slider.tsx'

const WIDTH = 1000
const HEIGHT = 26
const PARTS = 125
/** The height that is kept for meetings and revisions, above the entries. */
const ABOVE = 6

/** The number of entries over the track, with moves, meetings and revisions of drafts marked. */
export function TrackDrawing() {
  useEffect(() => followTurningPoints(), [])
  const onTrack = track.value
  const isKnown = clock.value === 'known'
  const entries = useMemo(() => densityOf(onTrack, PARTS), [onTrack])
  const moves = useMoves()
  const start = useStartPlace()
  const points = turningPoints.value
  // A step moves the span alone.
  const marks = useMemo(() => {
    const x = (entry: number, from: string | null) => {
      if (isKnown) return WIDTH * onTrack.fractionOf(entry)
      return WIDTH * onTrack.fractionAt(from === null ? 0 : Date.parse(from))
    }
    const most = Math.max(...entries)
    const moved = countsOf(moves.map(({ entry, from }) => x(entry, from)))
    return (
      <>
        <path class="track-entries" d={barsOf(entries, most)} />
        <path class="track-moves" d={barsOf(moved, most)} />
        {(['meeting', 'revision'] as const).map((kind) => (
          <path
            key={kind}
            class={`track-${kind}`}
            d={ticks(
              points
                .filter((point) => point.kind === kind)
                .map(({ fact }) => x(fact.entry, fact.occurred.from)),
              0,
              kind === 'meeting' ? ABOVE : HEIGHT,
            )}
          />
        ))}
      </>
    )
  }, [onTrack, isKnown, entries, moves, points])
  const end = WIDTH * onTrack.fractionOf(place.value.at)
  const begin = start === undefined ? end : WIDTH * onTrack.fractionOf(start)
  return (
    <svg
      class="track"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {compares.value && (
        <rect class="track-span" x={begin} y={0} width={Math.max(0, end - begin)} height={HEIGHT} />
      )}
      {marks}
    </svg>
  )
}

/** Moves of positions, where the ledger is folded here; none in the first picture, which they would keep waiting. */
function useMoves() {
  const isLocal = ledger.value?.isLocal === true && head.value >= 0
  const [isPainted, setPainted] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setPainted(true))
    return () => clearTimeout(timer)
  }, [])
  const statements = useReading(
    'statements',
    { groupings: 'false' },
    isLocal && isPainted ? latest(head.value) : null,
  )
  return useMemo(() => positionMoves(statements?.statements ?? []), [statements])
}

/** All that a ledger tells of, however late it is dated. */
function latest(revision: number) {
  return { revision, validTime: Date.UTC(9000, 0) }
}

/** The number of places in each part of the track. */
function countsOf(places: readonly number[]): number[] {
  const counts = new Array<number>(PARTS).fill(0)
  for (const x of places) {
    const part = Math.min(PARTS - 1, Math.floor((x / WIDTH) * PARTS))
    counts[part] = (counts[part] ?? 0) + 1
  }
  return counts
}

/** Bars as one path; their heights by the root of their counts, so that a few entries are seen. */
function barsOf(counts: readonly number[], most: number): string {
  const width = WIDTH / PARTS
  return counts
    .map((count, part) => {
      if (count === 0) return ''
      const share = Math.sqrt(Math.min(1, count / Math.max(1, most)))
      const height = Math.max(1.5, (HEIGHT - ABOVE - 2) * share)
      return `M${round(part * width)} ${HEIGHT}v${-round(height)}h${round(width - 1.5)}V${HEIGHT}Z`
    })
    .join('')
}

/** Upright strokes, of which those that would cover each other are drawn once. */
function ticks(places: readonly number[], top: number, bottom: number): string {
  return [...new Set(places.map(Math.round))].map((x) => `M${x} ${top}V${bottom}`).join('')
}

function round(length: number): number {
  return Math.round(length * 10) / 10
}
