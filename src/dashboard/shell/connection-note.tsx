import { Alarm } from '../parts/alarm.tsx'
import { Link } from '../parts/link.tsx'
import { askAgain, failure, lostAt, missed } from '../state/connection.ts'
import { connectNow } from '../state/live.ts'
import { AT_NOW } from '../state/moment.ts'
import { timeOfDayText } from '../words/dates.ts'
import { messages } from '../words/messages.ts'

/** Tells that the service is away, what that means for what is shown, and what came meanwhile. */
export function ConnectionNote() {
  const [lost, came, failed] = [lostAt.value, missed.value, failure.value]
  if (lost !== undefined) {
    return (
      <p class="notice alarm no-print" role="status">
        {messages.shell.lostSince(timeOfDayText(lost))}{' '}
        <button type="button" onClick={connectNow}>
          {messages.shell.tryNow}
        </button>
      </p>
    )
  }
  return (
    <>
      <Alarm problem={failed} retry={askAgain} class="no-print" />
      {came !== undefined && (
        <p class="notice no-print" role="status">
          {messages.shell.backWith(came.entries)}{' '}
          <Link to={{ view: 'briefing', query: { ...AT_NOW, from: String(came.after) } }}>
            {messages.shell.newInThem}
          </Link>{' '}
          <button
            type="button"
            onClick={() => {
              missed.value = undefined
            }}
          >
            {messages.shell.dismiss}
          </button>
        </p>
      )}
    </>
  )
}
