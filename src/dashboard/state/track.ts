import { computed, effect, signal } from '@preact/signals'
import type { Ledger } from '../data/ledger.ts'
import { head, ledger } from './ledger.ts'
import { clock, now } from './moment.ts'
import { place, steps } from './stops.ts'
import { type TrackSample, trackOf } from './track-of.ts'

/** The number of entries whose time is asked of the service, where it folds the ledger. */
const ASKED = 32

/** Recording times: of every entry, or of some where the service is asked. */
const recorded = signal<readonly TrackSample[]>([])

/** Keeps the recording times of the ledger that is shown. */
export function followTrack(): void {
  effect(() => {
    const [shown, last] = [ledger.value, head.value]
    if (shown === undefined || last < 0) {
      recorded.value = []
      return
    }
    if (shown.isLocal) {
      const time = (place: number) => shown.recordedAt(place) as number
      recorded.value = Array.from({ length: last + 1 }, (_, place) => ({
        place,
        time: time(place),
      }))
      return
    }
    let isWanted = true
    const known = recorded.peek()
    const missing = known.length === 0 ? spread(last) : [last]
    Promise.all(missing.map((place) => sample(shown, place))).then(
      (samples) => {
        if (isWanted) recorded.value = [...known, ...samples]
      },
      () => undefined,
    )
    return () => {
      isWanted = false
    }
  })
}

function spread(last: number): number[] {
  const places = Array.from({ length: ASKED + 1 }, (_, part) => Math.floor((last * part) / ASKED))
  return [...new Set(places)]
}

async function sample(shown: Ledger, place: number): Promise<TrackSample> {
  return { place, time: await shown.recordedAt(place) }
}

/** The slider's track, on the clock that it follows. */
export const track = computed(() => {
  const { last } = place.value
  if (clock.value === 'known') return trackOf(recorded.value, last)
  const dated = steps.value.map((step, at) => ({
    place: at,
    time: step === 'now' ? now.value : step,
  }))
  // Now is the end of a track of what has happened alone, however long ago that was.
  return trackOf(steps.value.at(-1) === 'now' ? dated.slice(0, -1) : dated, last)
})
