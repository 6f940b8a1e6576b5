import { computed, effect, signal } from '@preact/signals'
import { head, ledger } from './ledger.ts'
import { AT_NOW, clock, isNow, moment, now } from './moment.ts'
import { go, route } from './route.ts'
import { placeIn, stopsOf, withNow } from './stops-of.ts'
import { withAnswer } from './with-answer.ts'

/** Later than anything that is dated. */
const END = Date.UTC(9000, 0)
/** As many facts as the service tells at once, where it is asked. */
const MOST_ASKED = 1000

/** The valid times at which something counts from then on, earliest first. */
export const times = signal<readonly number[]>([])

const revisionAsked = computed(() => (isNow.value ? undefined : moment.value?.revision))

export function followStops(): void {
  effect(() => {
    const shown = ledger.value
    if (shown === undefined || clock.value === 'known') return
    const revision = Math.min(revisionAsked.value ?? head.value, head.value)
    const limit = shown.isLocal ? head.value + 1 + MOST_ASKED : MOST_ASKED
    const page = shown.read(
      'timeline',
      { limit, order: 'latest_first' },
      { revision, validTime: END },
    )
    withAnswer(page, (reply) => {
      times.value = stopsOf((reply?.items ?? []).map(({ at }) => at.from))
    })
  })
}

/** The places of the slider on that clock. */
export const steps = computed(() => withNow(times.value, now.value))

/** The place at which the slider stands, of how many steps, on the clock that it follows. */
export const place = computed(() => {
  const at = moment.value
  if (at === undefined) return { at: 0, last: 0 }
  if (clock.value === 'known') return { at: at.revision, last: head.value }
  const last = Math.max(0, steps.value.length - 1)
  return { at: placeIn(steps.value, isNow.value ? 'now' : at.validTime), last }
})

/** Puts the slider on a step; on that of now, the last of the clock of knowledge, it is followed. */
export function stepTo(wanted: number, how: 'push' | 'replace' = 'replace'): void {
  const { last } = place.peek()
  const to = Math.min(Math.max(0, wanted), last)
  if (clock.peek() === 'known') {
    go({ query: { revision: to === last ? undefined : String(to), validTime: undefined } }, how)
    return
  }
  const step = steps.peek()[to]
  if (step === undefined) return
  const query = step === 'now' ? AT_NOW : { validTime: new Date(step).toISOString() }
  go({ query }, how)
}

/** The moment one step earlier on the clock that the slider follows; what moved is told from it. */
export const before = computed(() => {
  const at = moment.value
  const shown = ledger.value
  if (at === undefined || shown === undefined) return undefined
  if (clock.value === 'happened') {
    const earlier = steps.value[place.value.at - 1]
    if (earlier === undefined) return undefined
    return { revision: at.revision, validTime: earlier === 'now' ? now.value : earlier }
  }
  if (at.revision === 0) return undefined
  const revision = at.revision - 1
  const recorded =
    route.value.query.validTime === undefined ? shown.recordedAt(revision) : undefined
  return { revision, validTime: typeof recorded === 'number' ? recorded : at.validTime }
})
