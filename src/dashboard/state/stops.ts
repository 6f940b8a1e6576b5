import { computed, effect, signal } from '@preact/signals'
import { head, ledger } from './ledger.ts'
import { clock, moment } from './moment.ts'
import { go, route } from './route.ts'
import { stopsOf } from './stops-of.ts'

/** Later than anything that is dated. */
const END = Date.UTC(9000, 0)
/** As many facts as the service tells at once, where it is asked. */
const MOST_ASKED = 1000

/** The valid times at which something counts from then on, earliest first. */
export const times = signal<readonly number[]>([])

export function followStops(): void {
  effect(() => {
    const shown = ledger.value
    if (shown === undefined || clock.value === 'known') return
    const revision = revisionAsked() ?? head.value
    const limit = shown.isLocal ? head.value + 1 + MOST_ASKED : MOST_ASKED
    const page = shown.read('timeline', { filter: {}, limit }, { revision, validTime: END })
    const set = (reply: Awaited<typeof page>) => {
      times.value = stopsOf((reply?.items ?? []).map(({ at }) => at.from))
    }
    if (page instanceof Promise) void page.then(set)
    else set(page)
  })
}

function revisionAsked(): number | undefined {
  const { revision } = route.value.query
  return revision === undefined ? undefined : Math.min(Number(revision), head.value)
}

/** Where the slider stands, of how many steps, on the clock that it follows. */
export const place = computed(() => {
  const at = moment.value
  if (at === undefined) return { at: 0, last: 0 }
  if (clock.value === 'known') return { at: at.revision, last: head.value }
  const stops = times.value
  const next = stops.findIndex((time) => time > at.validTime)
  const last = Math.max(0, stops.length - 1)
  return { at: Math.max(0, next < 0 ? last : next - 1), last }
})

/** Puts the slider on a step; on the last one of the clock of knowledge the present is followed. */
export function stepTo(step: number, how: 'push' | 'replace' = 'replace'): void {
  const { last } = place.peek()
  const to = Math.min(Math.max(0, step), last)
  if (clock.peek() === 'known') {
    go({ query: { revision: to === last ? undefined : String(to), validTime: undefined } }, how)
    return
  }
  const time = times.peek()[to]
  if (time === undefined) return
  go({ query: { validTime: new Date(time).toISOString() } }, how)
}

/** The moment one step earlier on the clock that the slider follows; what moved is told from it. */
export const before = computed(() => {
  const at = moment.value
  const shown = ledger.value
  if (at === undefined || shown === undefined) return undefined
  if (clock.value === 'happened') {
    const earlier = times.value[place.value.at - 1]
    return earlier === undefined ? undefined : { revision: at.revision, validTime: earlier }
  }
  if (at.revision === 0) return undefined
  const revision = at.revision - 1
  const recorded =
    route.value.query.validTime === undefined ? shown.recordedAt(revision) : undefined
  return { revision, validTime: typeof recorded === 'number' ? recorded : at.validTime }
})
