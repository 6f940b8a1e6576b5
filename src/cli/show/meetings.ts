import type { MeetingReply } from '../../../projections/meetings/meeting-reply.ts'
import { table } from '../terminal/table.ts'
import { type Look, orNothing, view } from './view.ts'

export const meetings = view<{ meetings: readonly MeetingReply[] }>({
  summary: 'the meetings, held and expected',
  path: '/meetings',
  list: 'meetings',
  draw: ({ meetings }, look) =>
    orNothing(meetings, 'No meeting is known yet.', () =>
      table(
        ['When', 'Meeting', 'State', 'Place', 'Taking part'].map((title) => ({ title })),
        meetings.map((meeting) => [
          (meeting.tookPlace?.occurred ?? meeting.scheduled)?.text ?? 'no date',
          meeting.title,
          [meeting.state, meeting.certainty].filter((word) => word !== null).join(', '),
          meeting.place ?? '-',
          takingPart(meeting, look),
        ]),
        look,
      ),
    ),
})

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
