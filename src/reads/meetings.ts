import { z } from 'zod'
import { choice } from '../../events/choice.ts'
import { Id, UncertainDate } from '../../events/envelope.ts'
import { facts } from '../../events/facts.ts'
import { MeetingKind } from '../../events/meeting.ts'
import type * as Told from '../../projections/meetings/meeting-reply.ts'
import { PossiblySchema, renamings, ShownFactSchema } from '../http/replies/common.ts'
import { sameAs } from '../http/replies/same-as.ts'
import { formatQuery, type Table, type TableCell, written } from '../http/tables/table.ts'
import { defineRead } from './read.ts'

export const MeetingStateSchema = sameAs<Told.MeetingState>()(
  choice('The state of a meeting', {
    announced: 'It is to take place.',
    postponed: 'It is put off.',
    cancelled: 'It will not take place.',
    denied: 'Somebody who should know denies it.',
    convened: 'It has begun, and goes on.',
    suspended: 'It has begun, and is interrupted.',
    concluded: 'It is over.',
  }).meta({ id: 'MeetingState' }),
)

export const CertaintySchema = sameAs<Told.MeetingCertainty>()(
  facts['meeting.announced'].body.shape.certainty,
)

const Participant = sameAs<Told.Participant>()(
  z.strictObject({
    party: Id.exactOptional().describe('The party that takes part'),
    person: Id.exactOptional().describe('The person who takes part'),
  }),
)

const MeetingStep = sameAs<Told.MeetingStep>()(
  z
    .strictObject({
      ...ShownFactSchema.shape,
      certainty: CertaintySchema.nullable().describe(
        'How firmly it announces the meeting; null of other steps',
      ),
      announcedBy: z.string().exactOptional().describe('Who announces it'),
      place: z.string().exactOptional().describe('Where it is held, as this step says'),
      note: z.string().exactOptional().describe('More about this step'),
      scheduled: UncertainDate.exactOptional().describe('The planned date from this step on'),
      scheduledBefore: UncertainDate.nullable().describe(
        'The planned date until this step, if the step changes it; else null',
      ),
    })
    .meta({ id: 'MeetingStep', description: 'One step of a meeting' }),
)

const { meeting: _, evidence: __, ...renamed } = facts['meeting.renamed'].body.shape

const MeetingSchema = sameAs<Told.MeetingReply>()(
  z
    .strictObject({
      meeting: Id,
      title: z.string().describe('What the meeting is called at that time'),
      kind: MeetingKind,
      partOf: Id.nullable().describe('The session or round that it belongs to'),
      renamings: renamings(renamed),
      state: MeetingStateSchema,
      possibly: PossiblySchema,
      orElse: MeetingStateSchema.exactOptional().describe('The other state that it may be in'),
      stateFact: ShownFactSchema.describe('The fact that brought it into its state'),
      certainty: CertaintySchema.nullable().describe(
        'How firmly it is announced; null if it never was',
      ),
      announcedBy: z.array(z.string()).describe('All who announced it'),
      scheduled: UncertainDate.nullable().describe('When it is planned for'),
      scheduledFact: ShownFactSchema.nullable().describe('The fact that planned that date'),
      scheduledOrElse: z
        .strictObject({
          scheduled: UncertainDate.nullable().describe('The other date; null if for no date'),
        })
        .exactOptional()
        .describe('The other plan that it may have, where dates leave the order open'),
      place: z.string().nullable().describe('Where it is held, by the latest entry that says so'),
      tookPlace: UncertainDate.nullable().describe(
        'When it began; null if no entry says that it took place',
      ),
      tookPlaceFact: ShownFactSchema.nullable().describe('The fact that says so; null without one'),
      participants: z.array(Participant).describe('All who take part, by the entries so far'),
      history: z.array(MeetingStep).describe('In valid-time order'),
    })
    .meta({ id: 'Meeting', description: 'A meeting, session or round, and what became of it' }),
)

const MeetingWithParts = z
  .strictObject({
    ...MeetingSchema.shape,
    get parts(): z.ZodArray<z.ZodType<Told.MeetingWithParts>> {
      return z.array(MeetingWithParts).describe('The meetings within this one')
    },
  })
  .meta({ id: 'MeetingWithParts', description: 'A meeting with those that belong to it' })

export const meetingsRead = defineRead({
  path: '/meetings',
  id: 'listMeetings',
  tag: 'Story',
  summary: 'Meetings, in the order in which they took place or are to',
  list: 'meetings',
  query: formatQuery,
  reply: z.strictObject({
    meetings: z
      .array(MeetingSchema)
      .describe('By when they took place, else by when they are planned'),
  }),
  *answer({ projections, asOf, page }) {
    return { meetings: page.of(yield* projections.meetings.listing(asOf)) }
  },
  *table({ projections, asOf, page }) {
    return meetingsTable(page.of(yield* projections.meetings.listing(asOf)))
  },
})

export const meetingRead = defineRead({
  path: '/meetings/:meeting',
  id: 'getMeeting',
  tag: 'Story',
  summary: 'One meeting, with what became of it',
  params: { meeting: Id },
  example: { params: { meeting: 'geneva' } },
  reply: z.strictObject({
    ...MeetingSchema.shape,
    parts: z.array(MeetingWithParts).describe('The meetings that belong to it'),
  }),
  answer: ({ projections, asOf }, { meeting }) => projections.meetings.one(meeting, asOf),
})

const COLUMNS = [
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
function meetingsTable(meetings: readonly Told.MeetingReply[]): Table {
  return { columns: COLUMNS, rows: rowsOf(meetings) }
}

function* rowsOf(meetings: readonly Told.MeetingReply[]): Generator<TableCell[]> {
  for (const each of meetings) {
    const { meeting, title, kind, partOf, state, certainty, scheduled, tookPlace, place } = each
    yield [
      ...[meeting, title, kind, partOf, state, certainty],
      ...[written(scheduled?.text), written(tookPlace?.text), place],
      each.announcedBy.join(' '),
      each.participants.map(({ person, party }) => person ?? party).join(' '),
      each.stateFact.revision,
    ]
  }
}
