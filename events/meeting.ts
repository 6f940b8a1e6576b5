import { z } from 'zod'
import { DateText, evidence, Id, Line, Text } from './envelope.ts'
import { renamedRow } from './renamed.ts'

const MeetingKind = z.enum(['meeting', 'session', 'round'])

/** Any of a meeting's events may be the first recorded: that one, and no other, `opens` it. */
const opens = z
  .strictObject({
    title: Line,
    kind: MeetingKind,
    partOf: Id.optional().describe('The session or round that it belongs to'),
  })
  .optional()
  .describe('Given exactly where this is the first event to name the meeting')

const Participant = z
  .strictObject({ party: Id.optional(), person: Id.optional() })
  .refine((p) => p.party !== undefined || p.person !== undefined, {
    message: 'needs a party or a person',
    path: ['party'],
  })

const meetingEvent = {
  meeting: Id,
  opens,
  place: Line.optional(),
  participants: z.array(Participant).max(500).optional(),
  note: Text.optional(),
  ...evidence,
}

const scheduled = DateText.optional().describe('When it is planned for')

/** From the first word of a plan to its end, or to one of the exits. */
export const meeting = {
  'meeting.announced': {
    schema: 1,
    title: 'Meeting announced',
    body: z.strictObject({
      ...meetingEvent,
      scheduled,
      announcedBy: Line.optional(),
      certainty: z.enum(['expected', 'planned', 'confirmed']),
    }),
  },
  'meeting.renamed': renamedRow(
    'Meeting gets another title or kind',
    { meeting: Id },
    { title: Line.optional(), kind: MeetingKind.optional() },
  ),
  'meeting.rescheduled': {
    schema: 1,
    title: 'Meeting rescheduled',
    body: z.strictObject({ ...meetingEvent, scheduled }),
  },
  'meeting.postponed': {
    schema: 1,
    title: 'Meeting postponed',
    body: z.strictObject({ ...meetingEvent, scheduled }),
  },
  'meeting.convened': {
    schema: 1,
    title: 'Meeting convened',
    body: z.strictObject(meetingEvent),
  },
  'meeting.suspended': {
    schema: 1,
    title: 'Meeting suspended',
    body: z.strictObject(meetingEvent),
  },
  'meeting.resumed': {
    schema: 1,
    title: 'Meeting resumed',
    body: z.strictObject(meetingEvent),
  },
  'meeting.concluded': {
    schema: 1,
    title: 'Meeting concluded',
    body: z.strictObject(meetingEvent),
  },
  'meeting.cancelled': {
    schema: 1,
    title: 'Meeting cancelled',
    body: z.strictObject(meetingEvent),
  },
  'meeting.denied': {
    schema: 1,
    title: 'Meeting denied',
    body: z.strictObject(meetingEvent),
  },
} as const
