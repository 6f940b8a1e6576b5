import type { MeetingReply } from '../../../projections/meetings/meeting-reply.ts'
import { Picture } from '../parts/picture.tsx'
import { viewed } from '../state/moment.ts'
import { dayText, monthText } from '../words/dates.ts'
import { messages } from '../words/messages.ts'
import { stripOf } from './strip-weeks.ts'

const CELL = 18
const HEAD = 18
const DAY = 86_400_000

/** The days of meetings as a calendar, a column for each week. The list below tells the same. */
export function MeetingStrip({ meetings }: { meetings: readonly MeetingReply[] }) {
  const { days, weeks, without } = stripOf(meetings)
  const [first, last] = [weeks[0], weeks.at(-1)]
  if (first === undefined || last === undefined) return null
  const [width, height] = [weeks.length * CELL, HEAD + 7 * CELL]
  const now = viewed.value?.validTime ?? 0
  const nowX = ((now - first) / DAY / 7) * CELL
  return (
    <figure class="strip">
      <Picture
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        label={messages.meetings.daysFrom(dayText(first))}
      >
        {weeks.map((monday, column) => (
          <rect
            key={monday}
            class="strip-week"
            x={column * CELL}
            y={HEAD}
            width={CELL - 2}
            height={7 * CELL - 2}
          />
        ))}
        {monthsOf(weeks).map(({ column, name }) => (
          <text key={column} class="strip-month" x={column * CELL} y={HEAD - 4}>
            {name}
          </text>
        ))}
        {days.map(({ row, column, state, meetings: on }) => (
          <rect
            key={`${column} ${row}`}
            class={`strip-day strip-${state}`}
            x={column * CELL}
            y={HEAD + row * CELL}
            width={CELL - 2}
            height={CELL - 2}
            rx={2}
          >
            <title>{on.map(({ title }) => title).join('; ')}</title>
          </rect>
        ))}
        {nowX >= 0 && nowX <= width && (
          <line class="lane-now" x1={nowX} x2={nowX} y1={HEAD - 2} y2={height} />
        )}
      </Picture>
      <figcaption>
        {Object.entries(messages.meetings.states).map(([state, label]) => (
          <span key={state}>
            <svg class="strip-key" viewBox="0 0 12 12" aria-hidden="true">
              <rect class={`strip-${state}`} x={1} y={1} width={10} height={10} rx={2} />
            </svg>
            {label}
          </span>
        ))}
        {without > 0 && <span>{messages.meetings.withoutDay(without)}</span>}
      </figcaption>
    </figure>
  )
}

/** The first week of each month, where its name has room. */
function monthsOf(weeks: readonly number[]): { column: number; name: string }[] {
  const starts = weeks.flatMap((monday, column) => {
    const name = monthText(monday + 6 * DAY)
    const before = column === 0 ? undefined : monthText((weeks[column - 1] as number) + 6 * DAY)
    return name === before ? [] : [{ column, name }]
  })
  return starts.filter(({ column }, at) => (starts[at + 1]?.column ?? column + 3) - column >= 3)
}
