import { batch, computed, effect, signal } from '@preact/signals'
import type { AsOf } from '../../../projections/time/standing-fact.ts'
import type { Ledger } from '../data/ledger.ts'
import { instantIn } from '../words/instant.ts'
import { attempt } from './connection.ts'
import { head, ledger } from './ledger.ts'
import { go, restedRoute, route } from './route.ts'
import { withAnswer } from './with-answer.ts'

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

/**
 * The moment in the address, as far as it has one that is understood: what was known is asked for by
 * the last entry, or by the time until which entries were recorded.
 */
export const asked = computed(() => {
  const { revision, validTime, transactionTime } = route.value.query
  return {
    revision: revision !== undefined && /^\d{1,15}$/.test(revision) ? Number(revision) : undefined,
    transactionTime: revision === undefined ? instantIn(transactionTime ?? '') : undefined,
    validTime: instantIn(validTime ?? ''),
  }
})

export const isNow = computed(() =>
  Object.values(asked.value).every((member) => member === undefined),
)

/** The moment that is shown; undefined until the ledger is there. */
export const moment = signal<AsOf | undefined>(undefined)

/** Tells if there is a moment to show. */
export const hasMoment = computed(() => moment.value !== undefined)

/** The head when the reader was last at "now". */
const seen = signal(-1)

/** The number of events came since the reader left "now". */
export const unseen = computed(() => (isNow.value ? 0 : Math.max(0, head.value - seen.value)))

/** Finds the moment that the address asks for, and goes on with "now". */
export function followMoment(): void {
  effect(() => {
    const shown = ledger.value
    if (shown === undefined || head.value < 0) {
      moment.value = undefined
      seen.value = -1
      return
    }
    if (isNow.value || seen.peek() < 0) seen.value = head.value
    attempt.value
    const { validTime } = asked.value
    const time = isNow.value ? now.value : undefined
    let isWanted = true
    withAnswer(revisionAsked(shown), (revision) =>
      withAnswer(shown.recordedAt(revision), (recorded) => {
        if (!isWanted) return
        // A ledger whose clock is ahead of ours is not read before its last event.
        const known = Math.max(time ?? asked.peek().transactionTime ?? recorded, recorded)
        moment.value = { revision, validTime: validTime ?? known }
      }),
    )
    return () => {
      isWanted = false
    }
  })
}

/** The last entry that is known at the moment asked for: at least the first. */
function revisionAsked(shown: Ledger): number | Promise<number> {
  const { revision, transactionTime } = asked.value
  const last = head.value
  if (transactionTime === undefined) return Math.min(revision ?? last, last)
  const found = shown.recordedBy(Math.min(transactionTime, Date.now()))
  const within = (by: number) => Math.min(Math.max(0, by), last)
  return typeof found === 'number' ? within(found) : found.then(within)
}

/** The time for which the moment stays before it counts as rested. */
const REST = 120

/** The moment once the reader has stopped there: for what is not worth a delay of each step. */
export const rested = signal<AsOf | undefined>(undefined)

export function followRest(): void {
  effect(() => {
    const [at, address] = [moment.value, route.value]
    const rest = () =>
      batch(() => {
        rested.value = at
        restedRoute.value = address
      })
    if (rested.peek() === undefined || at === undefined) {
      rest()
      return
    }
    const timer = setTimeout(rest, REST)
    return () => clearTimeout(timer)
  })
}

/**
 * The moment that the view shows. Where stances are looked at it follows every step, elsewhere the
 * slider where it rests: a text or a list is read standing, and takes longer to draw than a frame.
 */
export const viewed = computed(() => {
  const { view, query } = restedRoute.value
  const isPicture = view === 'stances' || (view === 'convergence' && query.picture === 'parties')
  return isPicture ? moment.value : rested.value
})

/** An address that leads to this moment for ever, and not to whatever is "now" then. */
export function pinnedQuery({ revision, validTime }: AsOf): Readonly<Record<string, string>> {
  const isRecorded = asked.value.revision !== undefined && asked.value.validTime === undefined
  const world = isRecorded ? {} : { validTime: new Date(validTime).toISOString() }
  return { revision: String(revision), ...world }
}

/** The members of the address that lead to a moment, left out; the time of recording goes with them. */
export const AT_NOW = { revision: undefined, validTime: undefined }

export function returnToNow(): void {
  now.value = Date.now()
  go({ query: AT_NOW })
}
