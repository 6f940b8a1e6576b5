import { actionOf, type KeyAction } from '../keys/key-table.ts'
import { place, stepTo } from '../state/stops.ts'
import { track } from '../state/track.ts'
import { messages } from '../words/messages.ts'
import { useMomentText } from './moment-text.ts'

/** The number of positions of a thumb on its track. */
export const POSITIONS = 10_000

/** The share of all steps that a page is. */
const PAGE = 0.1

/** The step that a key leads to from another; undefined for keys of no meaning here. */
export function stepByKey(event: KeyboardEvent, at: number, last: number): number | undefined {
  const action = actionOf('slider', event)
  const page = Math.max(1, Math.round(last * PAGE))
  const steps: { readonly [A in KeyAction<'slider'>]: number } = {
    ...{ previous: at - 1, next: at + 1, pageBack: at - page, pageOn: at + page },
    ...{ first: 0, last },
  }
  return action && steps[action]
}

/** Follows time: keys go from step to step, a drag to the last step by then. */
export function MomentSlider() {
  const { at, last } = place.value
  const { when, what } = useMomentText()
  const onTrack = track.value
  return (
    <input
      class="slider"
      type="range"
      min={0}
      max={POSITIONS}
      value={Math.round(onTrack.fractionOf(at) * POSITIONS)}
      disabled={last === 0}
      aria-label={messages.shell.moment}
      aria-valuetext={`${when}: ${what}`}
      onKeyDown={(event) => {
        const to = stepByKey(event, at, last)
        if (to === undefined) return
        event.preventDefault()
        stepTo(to)
      }}
      onInput={(event) => stepTo(onTrack.placeAt(Number(event.currentTarget.value) / POSITIONS))}
    />
  )
}
