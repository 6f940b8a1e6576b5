import { z } from 'zod'
import { choice } from './choice.ts'
import { DateText, evidence, Id, Line, Text } from './envelope.ts'
import { renamedRow } from './renamed.ts'
import { plainReason } from './schema-reasons.ts'

export const MeetingKind = choice('How a meeting is placed among others', {
  meeting: 'One sitting; also where its place among others is not known.',
  session: 'Several meetings that belong together.',
  round: 'A round of talks, with the sessions and meetings in it.',
})

const title = Line.meta({
  description: 'What the meeting is called, for lists and the timeline',
  examples: ['Second round, Geneva'],
})

/** Any of a meeting's events may be the first recorded: that one, and no other, `opens` it. */
const opens = z
  .strictObject({
    title,
    kind: MeetingKind,
    partOf: Id.meta({
      description: 'The session or round that the new meeting belongs to',
      examples: ['geneva-round'],
    }).optional(),
  })
  .optional()
  .describe(
    'Introduces the meeting: required in the first event of the ledger that names this meeting, whatever type the event has, and left out of all others.',
  )

const Participant = z
  .strictObject({
    party: Id.meta({
      description: 'The party that takes part',
      examples: ['egypt'],
    }).optional(),
    person: Id.meta({
      description: 'The person who takes part, alone or for the party beside',
      examples: ['shoukry'],
    }).optional(),
  })
  .refine((p) => p.party !== undefined || p.person !== undefined, {
    message: plainReason('no_party_or_person'),
    path: ['party'],
  })
  .describe('A party, a person, or a person for a party')

const MeetingId = Id.meta({
  description: 'The meeting: one that is known, or a new id together with `opens`',
  examples: ['geneva-2'],
})

const meetingEvent = {
  meeting: MeetingId,
  opens,
  place: Line.meta({
    description: 'Where the meeting is held, as known from this report',
    examples: ['Geneva'],
  }).optional(),
  participants: z
    .array(Participant)
    .max(500)
    .optional()
    .describe('Who takes part, as known from this report'),
  note: Text.meta({
    description: 'More about this step of the meeting, for readers',
    examples: ['Behind closed doors.'],
  }).optional(),
  ...evidence,
}

const scheduled = DateText.meta({
  description: 'When the meeting is planned for; `occurred` is when that was said',
  examples: ['2026-03-10/2026-03-12'],
}).optional()

/** From the first word of a plan to its end, or to one of the exits. */
export const meetingFacts = {
  'meeting.announced': {
    schema: 1,
    title: 'Meeting announced',
    description: 'Says that a meeting is to take place, by whoever says so and however certain.',
    example: {
      occurred: '2026-03-01',
      meeting: 'geneva-2',
      opens: { title: 'Second round, Geneva', kind: 'round' },
      scheduled: '2026-03-10/2026-03-12',
      certainty: 'planned',
    },
    body: z.strictObject({
      ...meetingEvent,
      scheduled,
      announcedBy: Line.meta({
        description: 'Who announces the meeting, in words: a ministry, an outlet',
        examples: ['The Egyptian foreign ministry'],
      }).optional(),
      certainty: choice('How firmly the meeting is announced', {
        expected: 'Somebody thinks that it will take place; nobody who decides has said so.',
        planned: 'Those who decide intend it.',
        confirmed: 'Those who take part have agreed to it.',
      }),
    }),
  },
  'meeting.renamed': renamedRow(
    {
      title: 'Meeting gets another title or kind',
      description: 'Gives a meeting another title or kind from its date on.',
      example: { occurred: '2026-03-05', meeting: 'geneva-2', title: 'Geneva II' },
    },
    {
      meeting: Id.meta({
        description: 'The meeting that is called otherwise from now on',
        examples: ['geneva-2'],
      }),
    },
    { title: title.optional(), kind: MeetingKind.optional() },
  ),
  'meeting.rescheduled': {
    schema: 1,
    title: 'Meeting rescheduled',
    description:
      'Gives a planned meeting another date. Without a new date, use `meeting.postponed`.',
    example: { occurred: '2026-03-04', meeting: 'geneva-2', scheduled: '2026-03-17' },
    body: z.strictObject({ ...meetingEvent, scheduled }),
  },
  'meeting.postponed': {
    schema: 1,
    title: 'Meeting postponed',
    description: 'Says that a planned meeting is put off, to a later date or to none yet.',
    example: { occurred: '2026-03-09', meeting: 'geneva-2' },
    body: z.strictObject({ ...meetingEvent, scheduled }),
  },
  'meeting.convened': {
    schema: 1,
    title: 'Meeting convened',
    description: 'Says that a meeting began. `occurred` is its beginning.',
    example: {
      occurred: '2026-03-10',
      meeting: 'geneva-2',
      opens: { title: 'Second round, Geneva', kind: 'round' },
      place: 'Geneva',
      participants: [{ party: 'egypt', person: 'shoukry' }, { party: 'ethiopia' }],
    },
    body: z.strictObject(meetingEvent),
  },
  'meeting.suspended': {
    schema: 1,
    title: 'Meeting suspended',
    description: 'Says that a meeting that had begun was interrupted.',
    example: { occurred: '2026-03-11', meeting: 'geneva-2' },
    body: z.strictObject(meetingEvent),
  },
  'meeting.resumed': {
    schema: 1,
    title: 'Meeting resumed',
    description: 'Says that an interrupted meeting went on.',
    example: { occurred: '2026-03-12', meeting: 'geneva-2' },
    body: z.strictObject(meetingEvent),
  },
  'meeting.concluded': {
    schema: 1,
    title: 'Meeting concluded',
    description: 'Says that a meeting ended. `occurred` is its end.',
    example: { occurred: '2026-03-12', meeting: 'geneva-2', note: 'A communiqué was issued.' },
    body: z.strictObject(meetingEvent),
  },
  'meeting.cancelled': {
    schema: 1,
    title: 'Meeting cancelled',
    description: 'Says that a planned meeting will not take place.',
    example: { occurred: '2026-03-09', meeting: 'geneva-2' },
    body: z.strictObject(meetingEvent),
  },
  'meeting.denied': {
    schema: 1,
    title: 'Meeting denied',
    description:
      'Says that somebody who should know denies that the meeting took place or is planned.',
    example: { occurred: '2026-03-13', meeting: 'geneva-2' },
    body: z.strictObject(meetingEvent),
  },
} as const
