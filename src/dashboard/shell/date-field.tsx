import { useEffect, useState } from 'preact/hooks'
import { head, ledger } from '../state/ledger.ts'
import { clock, moment } from '../state/moment.ts'
import { go } from '../state/route.ts'
import { fieldTime, fieldValue } from '../words/dates.ts'
import { BEFORE_ALL, findLastRecorded } from './last-recorded.ts'

/** The moment as a date and time of day, for whoever knows which one they want. */
export function DateField() {
  const at = moment.value
  const shown = ledger.value
  const [isBefore, setBefore] = useState(false)
  useEffect(() => {
    if (at?.revision !== 0) setBefore(false)
  }, [at?.revision])
  if (at === undefined || shown === undefined) return null
  const isKnown = clock.value === 'known'
  const recorded = isKnown ? shown.recordedAt(at.revision) : at.validTime
  const time = typeof recorded === 'number' ? recorded : at.validTime
  const choose = async (value: string) => {
    const chosen = fieldTime(value)
    if (chosen === undefined) return
    if (!isKnown) return go({ query: { validTime: new Date(chosen).toISOString() } })
    // The field has no seconds: what was recorded within the minute chosen was known by its end.
    const revision = await findLastRecorded(shown, head.peek(), chosen + 59_999)
    setBefore(revision < 0)
    go({ query: { revision: String(Math.max(0, revision)), validTime: undefined } })
  }
  return (
    <label class="field-inline">
      <span class="visually-hidden">{isKnown ? 'As known at' : 'As it was at'}</span>
      <input
        type="datetime-local"
        value={fieldValue(time)}
        onChange={(event) => void choose(event.currentTarget.value)}
      />
      <span class="hint" role="status">
        {isBefore && BEFORE_ALL}
      </span>
    </label>
  )
}
