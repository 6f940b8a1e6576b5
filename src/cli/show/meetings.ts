import type { MeetingReply } from '../../../projections/meetings/meeting-reply.ts'
import { table } from '../terminal/table.ts'
import { type Look, orNothing, view } from './view.ts'

export const showMeetings = view('meetings', {
  summary: 'the meetings, held and expected',
  draw: ({ meetings }, look) =>
    orNothing(meetings, 'No meeting is known yet.', () =>
      table(
        ['When', 'Meeting', 'State', 'Place', 'Taking part'].map((title) => ({ title })),
        meetings.map((meeting) => [
          dateOf(meeting),
          meeting.title,
          stateOf(meeting),
          meeting.place ?? '-',
          takingPart(meeting, look),
        ]),
        look,
      ),
    ),
})

/** The date on which it took place or is planned for, and the other that there may be. */
function dateOf({ tookPlace, scheduled, scheduledOrElse }: MeetingReply): string {
  const date = (tookPlace ?? scheduled)?.text ?? 'no date'
  if (tookPlace !== null || scheduledOrElse === undefined) return date
  return `${date}, or else ${scheduledOrElse.scheduled?.text ?? 'no date'}`
}

function stateOf({ state, certainty, possibly, orElse }: MeetingReply): string {
  const marks = [possibly && 'possibly', orElse && `or else ${orElse}`]
  return [state, certainty, ...marks].filter((word) => word).join(', ')
}

/** Each party once, with those of its persons who are named. */
function takingPart({ participants }: MeetingReply, { name }: Look): string {
  const parties = new Map<string, string[]>()
  for (const { party, person } of participants) {
    const of = party === undefined ? '' : name('party', party)
    const persons = parties.get(of) ?? []
    parties.set(of, person === undefined ? persons : [...persons, name('person', person)])
  }
  const told = [...parties].map(([party, persons]) => {
    if (party === '' || persons.length === 0) return party || persons.join(', ')
    return `${party} (${persons.join(', ')})`
  })
  return told.join('; ') || '-'
}
