import { Alarm } from '../parts/alarm.tsx'
import { Link } from '../parts/link.tsx'
import { askAgain, failure, lostAt, missed } from '../state/connection.ts'
import { connectNow } from '../state/live.ts'
import { AT_NOW } from '../state/moment.ts'
import { timeOfDayText } from '../words/dates.ts'
import { plural } from '../words/labels.ts'

/** Tells that the service is away, what that means for what is shown, and what came meanwhile. */
export function ConnectionNote() {
  const [lost, came, failed] = [lostAt.value, missed.value, failure.value]
  if (lost !== undefined) {
    return (
      <p class="notice alarm no-print" role="status">
        The service has not been reached since {timeOfDayText(lost)}. What is shown is what was
        known then; it goes on by itself once the service is back.{' '}
        <button type="button" onClick={connectNow}>
          Try now
        </button>
      </p>
    )
  }
  return (
    <>
      <Alarm problem={failed} retry={askAgain} class="no-print" />
      {came !== undefined && (
        <p class="notice no-print" role="status">
          The service is back: {plural(came.entries, 'entry', 'entries')} came meanwhile.{' '}
          <Link to={{ view: 'briefing', query: { ...AT_NOW, from: String(came.after) } }}>
            What is new in them
          </Link>{' '}
          <button
            type="button"
            onClick={() => {
              missed.value = undefined
            }}
          >
            Dismiss
          </button>
        </p>
      )}
    </>
  )
}
