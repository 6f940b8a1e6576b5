import { clock } from '../state/moment.ts'
import { go } from '../state/route.ts'
import { useStart } from '../state/start.ts'
import { place, steps } from '../state/stops.ts'
import { placeIn } from '../state/stops-of.ts'
import { track } from '../state/track.ts'
import { instantText } from '../words/dates.ts'
import { messages } from '../words/messages.ts'
import { POSITIONS, stepByKey } from './moment-slider.tsx'

/** The place on the track at which the comparison begins. */
export function useStartPlace(): number | undefined {
  const from = useStart()
  if (from === undefined) return undefined
  return clock.value === 'known' ? from.revision : placeIn(steps.value, from.validTime)
}

/** The second thumb of the slider: the earlier of the two moments that are compared. */
export function StartSlider() {
  const from = useStart()
  const start = useStartPlace()
  const { at: end } = place.value
  if (from === undefined || start === undefined) return null
  const begin = (wanted: number) => {
    const to = Math.min(Math.max(0, wanted), end)
    const step = steps.peek()[to]
    const known = clock.peek() === 'known' || typeof step !== 'number'
    go({ query: { from: known ? String(to) : new Date(step).toISOString() } }, 'replace')
  }
  return (
    <input
      class="slider start-slider"
      type="range"
      min={0}
      max={POSITIONS}
      value={Math.round(track.value.fractionOf(start) * POSITIONS)}
      aria-label={messages.shell.comparedWith}
      aria-valuetext={instantText(from.validTime)}
      onKeyDown={(event) => {
        const to = stepByKey(event, start, end)
        if (to === undefined) return
        event.preventDefault()
        begin(to)
      }}
      onInput={(event) => begin(track.value.placeAt(Number(event.currentTarget.value) / POSITIONS))}
    />
  )
}
