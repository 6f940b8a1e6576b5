import type { AsOf } from '../../../projections/time/standing-fact.ts'
import { lastRecordedBy } from '../shell/last-recorded.ts'
import { head, ledger } from '../state/ledger.ts'
import { go, route } from '../state/route.ts'
import { fieldTime, fieldValue } from '../words/dates.ts'
import { lastLook } from './last-look.ts'

/** Since when the briefing tells. */
export function Since({ from }: { from: AsOf }) {
  const look = lastLook(route.value.negotiation ?? '')
  const begin = (revision: number) => go({ query: { from: String(revision) } }, 'replace')
  const choose = async (value: string) => {
    const time = fieldTime(value)
    const shown = ledger.peek()
    if (time === undefined || shown === undefined) return
    begin(Math.max(0, await lastRecordedBy(shown, head.peek(), time + 59_999)))
  }
  return (
    <p class="since no-print">
      <label>
        Since{' '}
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
    </p>
  )
}
