import { place, stepTo } from '../state/stops.ts'
import { useMomentText } from './moment-text.ts'

/** Steps by event: arrow keys, Home and End are the browser's own. */
export function MomentSlider() {
  const { at, last } = place.value
  const { when, what } = useMomentText()
  return (
    <input
      class="slider"
      type="range"
      min={0}
      max={last}
      value={at}
      disabled={last === 0}
      aria-label="Moment"
      aria-valuetext={`${when}: ${what}`}
      onInput={(event) => stepTo(Number(event.currentTarget.value))}
    />
  )
}
