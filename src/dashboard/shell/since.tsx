import { useState } from 'preact/hooks'
import type { AsOf } from '../../../projections/time/standing-fact.ts'
import { lastLook } from '../state/last-look.ts'
import { head, ledger } from '../state/ledger.ts'
import { clock } from '../state/moment.ts'
import { go, route } from '../state/route.ts'
import { fieldTime, fieldValue } from '../words/dates.ts'
import { BEFORE_ALL, findLastRecorded } from './last-recorded.ts'

/** Since when it is told what changed, on the clock that the slider follows. */
export function Since({ from, label }: { from: AsOf; label: string }) {
  const [isBefore, setBefore] = useState(false)
  const look = lastLook(route.value.negotiation ?? '')
  const begin = (start: number | string) => go({ query: { from: String(start) } }, 'replace')
  const choose = async (value: string) => {
    const time = fieldTime(value)
    const shown = ledger.peek()
    if (time === undefined || shown === undefined) return
    if (clock.peek() === 'happened') return begin(new Date(time).toISOString())
    const revision = await findLastRecorded(shown, head.peek(), time + 59_999)
    setBefore(revision < 0)
    begin(Math.max(0, revision))
  }
  return (
    <p class="since no-print">
      <label>
        {label}{' '}
        <input
          type="datetime-local"
          value={fieldValue(from.validTime)}
          onChange={(event) => void choose(event.currentTarget.value)}
        />
      </label>{' '}
      <button type="button" onClick={() => begin(0)}>
        The beginning
      </button>{' '}
      {look !== undefined && (
        <button type="button" onClick={() => begin(look)}>
          My last look
        </button>
      )}
      <span class="hint" role="status">
        {isBefore && from.revision === 0 && BEFORE_ALL}
      </span>
    </p>
  )
}
