import type { MeetingReply } from '../../../projections/meetings/meeting-reply.ts'
import { type Table, type TableCell, written } from './table.ts'

const columns = [
  'meeting',
  'title',
  'kind',
  'partOf',
  'state',
  'certainty',
  'scheduled',
  'tookPlace',
  'place',
  'announcedBy',
  'participants',
  'revision',
]

/** One row for each meeting. */
export function meetingsTable(meetings: readonly MeetingReply[]): Table {
  return { columns, rows: rowsOf(meetings) }
}

function* rowsOf(meetings: readonly MeetingReply[]): Generator<TableCell[]> {
  for (const each of meetings) {
    const { meeting, title, kind, partOf, state, certainty, scheduled, tookPlace, place } = each
    yield [
      ...[meeting, title, kind, partOf, state, certainty],
      ...[written(scheduled?.text), written(tookPlace?.occurred.text), place],
      each.announcedBy.join(' '),
      each.participants.map(({ person, party }) => person ?? party).join(' '),
      each.stateFact.revision,
    ]
  }
}
