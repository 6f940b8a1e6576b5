import type { MeetingReply } from '../../../projections/meetings/meeting-reply.ts'
import type { Names } from '../state/use-names.ts'
import { uncertainText } from '../words/dates.ts'
import { kindText, plainWords } from '../words/labels.ts'
import { messages } from '../words/messages.ts'

/** The meetings as a table with its heads, in the order given. */
export function meetingRows(meetings: readonly MeetingReply[], names: Names): string[][] {
  const rows = meetings.map(({ title, kind, state, tookPlace, scheduled, place, participants }) => {
    const when = tookPlace ?? scheduled
    return [
      ...[title, kindText(kind), plainWords(state), when === null ? '' : uncertainText(when)],
      place ?? '',
      participants
        .flatMap(({ person, party }) => [
          person === undefined ? names.party(party ?? '') : names.person(person),
        ])
        .join('; '),
    ]
  })
  return [[...messages.meetings.heads], ...rows]
}
