import { head, ledger } from '../state/ledger.ts'
import { asked, clock, moment } from '../state/moment.ts'
import { useNames } from '../state/use-names.ts'
import { useReading } from '../state/use-reading.ts'
import { instantText } from '../words/dates.ts'
import { eventLine } from '../words/event-line.ts'

/** The moment in words: for the slider's value, and for the line under it. */
export function useMomentText(): { readonly when: string; readonly what: string } {
  const at = moment.value
  const names = useNames()
  const entry = useReading('entry', { id: at?.revision ?? 0 })
  if (at === undefined || ledger.value === undefined) return { when: '', what: '' }
  const count = `entry ${at.revision + 1} of ${head.value + 1}`
  const event = entry?.event.revision === at.revision ? entry.event : undefined
  if (clock.value === 'happened') {
    return { when: instantText(at.validTime), what: `as known after ${count}` }
  }
  const claim = event?.importedAt === undefined ? '' : ', as the archive says that it came from'
  const when = event === undefined ? '' : `${instantText(event.recordedAt)}${claim}`
  const what = event === undefined ? '' : eventLine(event, names)
  // As it was in the world when that entry was recorded, unless another time is asked for.
  const world =
    asked.value.validTime === undefined
      ? ''
      : `, and as it was in the world at ${instantText(at.validTime)}`
  return { when: `${count}${when === '' ? '' : `, ${when}`}${world}`, what }
}
