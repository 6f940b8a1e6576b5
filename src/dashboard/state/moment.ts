import { computed, effect, signal } from '@preact/signals'
import type { AsOf } from '../../../projections/time/standing-fact.ts'
import { head, ledger } from './ledger.ts'
import { go, route } from './route.ts'

/** The one of the two times that the slider follows: when we knew, or when it happened. */
export type AxisName = 'known' | 'happened'

/** The interval at which "now" goes on by itself. */
const TICK = 60_000

export const now = signal(Date.now())

export function keepNow(): void {
  setInterval(() => {
    now.value = Date.now()
  }, TICK)
}

export const clock = computed<AxisName>(() =>
  route.value.query.clock === 'happened' ? 'happened' : 'known',
)

/** The moment in the address, as far as it has one that is understood. */
export const asked = computed(() => {
  const { revision, validTime } = route.value.query
  const time = validTime === undefined ? Number.NaN : Date.parse(validTime)
  return {
    revision: revision !== undefined && /^\d{1,15}$/.test(revision) ? Number(revision) : undefined,
    validTime: Number.isNaN(time) ? undefined : time,
  }
})

export const isNow = computed(
  () => asked.value.revision === undefined && asked.value.validTime === undefined,
)

/** The moment that is shown; undefined until the ledger is there. */
export const moment = signal<AsOf | undefined>(undefined)

/** The head when the reader was last at "now". */
const seen = signal(-1)

/** The number of events came since the reader left "now". */
export const unseen = computed(() => (isNow.value ? 0 : Math.max(0, head.value - seen.value)))

/** The moment with which the slider compares: the step before, on the clock that it follows. */
export function followMoment(): void {
  effect(() => {
    const shown = ledger.value
    if (shown === undefined || head.value < 0) {
      moment.value = undefined
      seen.value = -1
      return
    }
    if (isNow.value || seen.peek() < 0) seen.value = head.value
    const revision = Math.min(asked.value.revision ?? head.value, head.value)
    const validTime =
      asked.value.validTime ??
      (asked.value.revision === undefined ? now.value : shown.recordedAt(revision))
    if (typeof validTime === 'number') {
      moment.value = { revision, validTime: isNow.value ? present(validTime) : validTime }
      return
    }
    let isWanted = true
    void validTime.then((time) => {
      if (isWanted) moment.value = { revision, validTime: time }
    })
    return () => {
      isWanted = false
    }
  })
}

/** The time for which the moment stays before it counts as rested. */
const REST = 120

/** The moment once the reader has stopped there: for what is not worth a delay of each step. */
export const rested = signal<AsOf | undefined>(undefined)

export function followRest(): void {
  effect(() => {
    const at = moment.value
    if (rested.peek() === undefined || at === undefined) {
      rested.value = at
      return
    }
    const timer = setTimeout(() => {
      rested.value = at
    }, REST)
    return () => clearTimeout(timer)
  })
}

/** A ledger whose clock is ahead of ours is not read before its last event. */
function present(time: number): number {
  const recorded = ledger.peek()?.recordedAt(head.peek())
  return typeof recorded === 'number' ? Math.max(time, recorded) : time
}

/** An address that leads to this moment for ever, and not to whatever is "now" then. */
export function pinnedQuery({ revision, validTime }: AsOf): Readonly<Record<string, string>> {
  const isRecorded = asked.value.revision !== undefined && asked.value.validTime === undefined
  const world = isRecorded ? {} : { validTime: new Date(validTime).toISOString() }
  return { revision: String(revision), ...world }
}

export function returnToNow(): void {
  now.value = Date.now()
  go({ query: { revision: undefined, validTime: undefined } })
}
