import { z } from 'zod'
import { Id, UncertainDate } from '../../../events/envelope.ts'
import { facts } from '../../../events/facts.ts'
import type * as Told from '../../../projections/meetings/meeting-reply.ts'
import { Possibly, renamings, ShownFact } from './common.ts'
import { sameAs } from './same-as.ts'

export const MeetingState = sameAs<Told.MeetingState>()(
  z
    .enum(['announced', 'postponed', 'cancelled', 'denied', 'convened', 'suspended', 'concluded'])
    .meta({ id: 'MeetingState' }),
)

export const Certainty = sameAs<Told.Certainty>()(z.enum(['expected', 'planned', 'confirmed']))

const Participant = sameAs<Told.Participant>()(
  z.strictObject({ party: Id.exactOptional(), person: Id.exactOptional() }),
)

const MeetingStep = sameAs<Told.MeetingStep>()(
  z
    .strictObject({
      ...ShownFact.shape,
      certainty: Certainty.exactOptional(),
      announcedBy: z.string().exactOptional(),
      place: z.string().exactOptional(),
      note: z.string().exactOptional(),
      scheduled: UncertainDate.exactOptional(),
      scheduledBefore: UncertainDate.exactOptional(),
    })
    .meta({ id: 'MeetingStep' }),
)

const { meeting: _, evidence: __, ...renamed } = facts['meeting.renamed'].body.shape

export const Meeting = sameAs<Told.MeetingReply>()(
  z
    .strictObject({
      meeting: Id,
      title: z.string(),
      kind: z.enum(['meeting', 'session', 'round']),
      partOf: Id.nullable().describe('The session or round that it belongs to'),
      renamings: renamings(renamed),
      state: MeetingState,
      possibly: Possibly,
      orElse: MeetingState.exactOptional().describe('The other state that it may be in'),
      stateFact: ShownFact,
      certainty: Certainty.nullable(),
      announcedBy: z.array(z.string()),
      scheduled: UncertainDate.nullable().describe('When it is planned for'),
      scheduledFact: ShownFact.nullable(),
      place: z.string().nullable(),
      tookPlace: z.strictObject({ occurred: UncertainDate, fact: ShownFact }).nullable(),
      participants: z.array(Participant),
      history: z.array(MeetingStep).describe('In valid-time order'),
    })
    .meta({ id: 'Meeting' }),
)

export const MeetingsReply = z.strictObject({ meetings: z.array(Meeting) })

const MeetingWithParts = z
  .strictObject({
    ...Meeting.shape,
    get parts(): z.ZodArray<z.ZodType<Told.MeetingWithParts>> {
      return z.array(MeetingWithParts)
    },
  })
  .meta({ id: 'MeetingWithParts' })

export const MeetingReply = z.strictObject({
  ...Meeting.shape,
  parts: z.array(MeetingWithParts).describe('The meetings that belong to it'),
})
