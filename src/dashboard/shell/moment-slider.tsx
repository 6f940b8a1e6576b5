import { place, stepTo } from '../state/stops.ts'
import { useMomentText } from './moment-text.ts'

/** The share of the whole that a page is. */
const PAGE = 0.1

/** Steps by event: arrow keys, Home and End are the browser's own, which rounds pages unevenly. */
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
      onKeyDown={(event) => {
        if (event.key !== 'PageUp' && event.key !== 'PageDown') return
        event.preventDefault()
        const page = Math.max(1, Math.round(last * PAGE))
        stepTo(event.key === 'PageUp' ? at + page : at - page)
      }}
      onInput={(event) => stepTo(Number(event.currentTarget.value))}
    />
  )
}
