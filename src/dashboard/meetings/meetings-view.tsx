import { Empty } from '../parts/empty.tsx'
import { useReading } from '../state/use-reading.ts'
import { MeetingCard } from './meeting-card.tsx'

/** Meetings held and planned, in the order in which they took place or are to. */
export function MeetingsView() {
  const meetings = useReading('meetings', {})?.meetings ?? []
  return (
    <>
      <h2>Meetings</h2>
      {meetings.length === 0 && <Empty>No meeting is known at this moment.</Empty>}
      <ol class="cards meetings">
        {meetings.map((meeting) => (
          <li key={meeting.meeting}>
            <MeetingCard meeting={meeting} />
          </li>
        ))}
      </ol>
    </>
  )
}
