import { computed, effect, signal } from '@preact/signals'
import type { AsOf } from '../../../projections/time/standing-fact.ts'
import { instantIn } from '../words/instant.ts'
import { lengthOfSpan } from '../words/span.ts'
import { isSenderKnown } from './access.ts'
import { lastLook } from './last-look.ts'
import { withLastTold } from './last-told.ts'
import { ledger } from './ledger.ts'
import { asked, clock, isNow, moment, now } from './moment.ts'
import { route } from './route.ts'
import { withAnswer } from './with-answer.ts'

/** The span that is compared where nobody asks for another, and the reader never looked before. */
const WEEK = '-1w'

/**
 * The earlier of two moments that are compared, as an address gives it: an entry's revision, a span
 * before the later one, or a time on the clock that the slider follows.
 */
export type StartAsked =
  | { readonly kind: 'entry'; readonly revision: number }
  | { readonly kind: 'span'; readonly length: number }
  | { readonly kind: 'time'; readonly time: number }

/** Reads the beginning of a comparison from an address; undefined if the text is malformed. */
export function readStart(from: string): StartAsked | undefined {
  if (/^\d{1,15}$/.test(from)) return { kind: 'entry', revision: Number(from) }
  const length = lengthOfSpan(from)
  if (length !== undefined) return { kind: 'span', length }
  const time = instantIn(from)
  return time === undefined ? undefined : { kind: 'time', time }
}

/** The start that is asked for: by the address, else when the reader last looked, else a week ago. */
export const startAsked = computed<StartAsked>(() => {
  const { negotiation, query } = route.value
  const { from } = query
  const read = from === undefined ? undefined : readStart(from)
  const look = lastLook(negotiation ?? '')
  if (read !== undefined) return read
  return look === undefined
    ? { kind: 'span', length: lengthOfSpan(WEEK) as number }
    : { kind: 'entry', revision: look }
})

const start = signal<AsOf | undefined>(undefined)

/**
 * The recording time of the last entry that tells of the talks, where none was recorded in the span
 * asked for: the time before that entry is told of instead. Undefined where some was.
 */
export const quietSince = signal<number | undefined>(undefined)

export function followStart(): void {
  effect(() => {
    const [to, shown] = [moment.value, ledger.value]
    if (to === undefined || shown === undefined || !isSenderKnown.value) {
      start.value = undefined
      return
    }
    const wanted = startAsked.value
    let isWanted = true
    const set = (at: AsOf, quiet?: number) => {
      if (!isWanted) return
      start.value = at
      quietSince.value = quiet
    }
    const knownBy = (time: number, quiet?: number) =>
      withAnswer(shown.recordedBy(time), (by) => {
        const revision = Math.min(Math.max(0, by), to.revision)
        withAnswer(shown.recordedAt(revision), (recorded) =>
          set({ revision, validTime: by < 0 ? recorded : time }, quiet),
        )
      })
    if (wanted.kind === 'entry') {
      const revision = Math.min(wanted.revision, to.revision)
      withAnswer(shown.recordedAt(revision), (validTime) => set({ revision, validTime }))
    } else if (clock.value === 'happened') {
      const validTime = wanted.kind === 'time' ? wanted.time : to.validTime - wanted.length
      set({ revision: to.revision, validTime })
    } else if (wanted.kind === 'time') knownBy(wanted.time)
    else {
      const { length } = wanted
      const end = asked.value.transactionTime ?? (isNow.value ? now.value : undefined)
      withAnswer(shown.recordedAt(to.revision), (latest) => {
        const from = (end ?? latest) - length
        withLastTold(shown, to, (revision) =>
          withAnswer(shown.recordedAt(revision), (last) =>
            last < from ? knownBy(last - length, last) : knownBy(from),
          ),
        )
      })
    }
    return () => {
      isWanted = false
    }
  })
}

/** Tells if the page shows what changed from one moment to another. */
export const compares = computed(
  () => route.value.view === 'briefing' || route.value.query.from !== undefined,
)

/**
 * The earlier of two moments that are compared, the later being the one shown. On the clock of when
 * it happened it is how the world was then, as far as is known at the moment shown.
 */
export function useStart(): AsOf | undefined {
  return start.value
}
