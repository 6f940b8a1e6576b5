import { useState } from 'preact/hooks'
import { Empty } from '../parts/empty.tsx'
import { ShareView } from '../share/share-view.tsx'
import { isPrinting } from '../state/printing.ts'
import { useNames } from '../state/use-names.ts'
import { useReading } from '../state/use-reading.ts'
import { messages } from '../words/messages.ts'
import { MeetingRow } from './meeting-row.tsx'
import { meetingRows } from './meeting-rows.ts'
import { MeetingStrip } from './meeting-strip.tsx'

/** The most meetings whose steps are all in sight at first. */
const FEW = 4
/** The lines in sight at first, which end on the third screen. */
const FIRST = 16

/** Meetings held and planned, as a calendar and as a list with the latest first. */
export function MeetingsView() {
  const meetings = useReading('meetings', {})?.meetings ?? []
  const [isWhole, setWhole] = useState(false)
  const names = useNames()
  const latestFirst = meetings.toReversed()
  const shown = isWhole || isPrinting.value ? latestFirst : latestFirst.slice(0, FIRST)
  return (
    <>
      <div class="view-head">
        <h2>{messages.shell.viewTitles.meetings}</h2>
        <ShareView
          title={messages.meetings.caption}
          name="meetings"
          part={meetings.length === 0 ? undefined : '.strip'}
          table={() => meetingRows(latestFirst, names)}
        />
      </div>
      {meetings.length === 0 && <Empty>{messages.meetings.noMeeting}</Empty>}
      <MeetingStrip meetings={meetings} />
      <ol class="meetings">
        {shown.map((meeting) => (
          <li key={meeting.meeting}>
            <MeetingRow meeting={meeting} isOpen={meetings.length <= FEW} />
          </li>
        ))}
      </ol>
      {shown.length < meetings.length && (
        <button type="button" class="no-print" onClick={() => setWhole(true)}>
          {messages.meetings.showAll(meetings.length)}
        </button>
      )}
    </>
  )
}
