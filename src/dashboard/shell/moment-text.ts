import { head, ledger } from '../state/ledger.ts'
import { asked, clock, moment } from '../state/moment.ts'
import { useEntry } from '../state/use-entry.ts'
import { useNames } from '../state/use-names.ts'
import { dayText, instantText, timeOfDayText } from '../words/dates.ts'
import { eventLine } from '../words/event-line.ts'
import { messages } from '../words/messages.ts'

/** The moment in words: for the slider's value, and for the line under it. */
export function useMomentText(): { readonly when: string; readonly what: string } {
  const at = moment.value
  const names = useNames()
  const entry = useEntry(at?.revision ?? 0, at)
  if (at === undefined || ledger.value === undefined) return { when: '', what: '' }
  const count = messages.shell.entryOf(at.revision, head.value)
  const event = entry?.event.revision === at.revision ? entry.event : undefined
  if (clock.value === 'happened') {
    return { when: instantText(at.validTime), what: messages.shell.knownAfter(count) }
  }
  const claim = event?.importedAt === undefined ? '' : `, ${messages.shell.asArchiveSays}`
  const what = event === undefined ? '' : eventLine(event, names)
  const { validTime, transactionTime } = asked.value
  // As it was in the world when that entry was recorded, unless another time is asked for.
  const world =
    validTime === undefined ? '' : `, ${messages.shell.worldAt(instantText(at.validTime))}`
  if (transactionTime !== undefined) {
    const last = event === undefined ? '' : `, ${lastText(event.recordedAt, transactionTime)}`
    return { when: `${instantText(transactionTime)}${last}, ${count}${claim}${world}`, what }
  }
  const when = event === undefined ? '' : `, ${instantText(event.recordedAt)}${claim}`
  return { when: `${count}${when}${world}`, what }
}

/** Names the last entry recorded by a time: "last entry 08:45", with its day if that differs. */
function lastText(recordedAt: string, by: number): string {
  if (Date.parse(recordedAt) > by) return messages.shell.beforeFirst
  const isSameDay = dayText(recordedAt) === dayText(by)
  return messages.shell.lastEntry(isSameDay ? timeOfDayText(recordedAt) : instantText(recordedAt))
}
