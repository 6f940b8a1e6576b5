import { z } from 'zod'
import { EventId, Id, UncertainDate } from '../../../events/envelope.ts'
import { type FactType, facts } from '../../../events/facts.ts'
import { Subject as SubjectGiven } from '../../../events/position.ts'
import { type EventType, registry } from '../../../events/registry.ts'
import type * as Shown from '../../../projections/time/shown-fact.ts'
import { sameAs } from './same-as.ts'

/** A position of an event in its ledger. */
export const RevisionNumberSchema = z
  .int()
  .min(0)
  .meta({ description: 'The position of an event in its ledger, from 0', examples: [41] })

/** UTC, ISO 8601 with milliseconds. */
export const TimeSchema = z.iso.datetime({ precision: 3 }).meta({
  description: 'When the event was recorded, in UTC',
  examples: ['2025-12-01T09:00:00.000Z'],
})

export const ImportedAtSchema = TimeSchema.meta({
  description:
    'When the event was imported from an archive, in UTC: the recording time is then the claim of the system that it comes from',
})

/** The same of any year that a date can have: beyond four digits with a sign and six (ECMA-262). */
export const ValidTimeSchema = z
  .string()
  .regex(/^(\d{4}|[+-]\d{6})-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  .meta({
    description: 'A time in the world, in UTC',
    examples: ['2025-12-01T09:00:00.000Z'],
  })

export const FactTypeNameSchema = z.enum(Object.keys(facts) as [FactType]).meta({
  id: 'FactType',
  description: 'A type of fact about the world; /docs/events explains each',
})

export const EventTypeNameSchema = z
  .enum(Object.keys(registry) as [EventType])
  .meta({ id: 'EventType', description: 'A type of event; /docs/events explains each' })

/** There, and true, where something may lie ahead still; absent else. */
export const PossiblySchema = z
  .literal(true)
  .exactOptional()
  .describe('There where what it rests on may not have come about yet')

/** The parameters of a sentence that is given as data. */
export const ParamsSchema = z
  .record(z.string(), z.unknown())
  .describe('What the sentence is made of: ids, dates, numbers, and the words of others')

/** As of when a reply tells, on both axes. */
export const MomentSchema = z
  .strictObject({
    revision: RevisionNumberSchema.describe('As known after this event'),
    transactionTime: TimeSchema.describe('When that event was recorded'),
    importedAt: ImportedAtSchema.exactOptional(),
    validTime: ValidTimeSchema.describe('As it was in the world at this time'),
  })
  .meta({ id: 'Moment', description: 'A point on both axes of time' })

/** The place at which a comparison begins: any moment, that before the first event included. */
export const StartingMomentSchema = z
  .strictObject({
    ...MomentSchema.shape,
    revision: z.int().min(-1).describe('-1 before the first event, from where everything is new'),
  })
  .meta({ id: 'From', description: 'The point on both axes at which a comparison begins' })

export const ShownFactSchema = sameAs<Shown.ShownFact>()(
  z
    .strictObject({
      type: FactTypeNameSchema,
      entry: RevisionNumberSchema.describe(
        'Revision of the entry: its rank, whatever corrected it since',
      ),
      revision: RevisionNumberSchema.describe('Revision of the event whose words these are'),
      id: EventId.describe('Event id of the entry'),
      occurred: UncertainDate,
      recordedAt: TimeSchema,
      possibly: PossiblySchema,
    })
    .meta({ id: 'ShownFact', description: 'The fact behind an answer: its type, place and dates' }),
)

/** Ids of what an entry is about, for a reader who does not look up the event. */
export const namedIdMembers = {
  statement: Id.nullable().describe('The statement that the entry records, takes back or ends'),
  draft: Id.nullable().describe('The draft that the entry is about'),
  draftRevision: Id.nullable().describe('The revision of a draft that the entry is about'),
  meeting: Id.nullable().describe(
    'The meeting of the entry, or that at which it was said, tabled or signed',
  ),
  source: Id.nullable().describe('The source that the entry records or amends'),
}

/** The name of changed what something or is, with what it is from then on. */
export function renamings<Members extends z.ZodRawShape>(members: Members) {
  return z
    .array(z.strictObject({ ...ShownFactSchema.shape, ...members }))
    .describe('What changed what it is called or is by then, in valid-time order')
}

/** That fact, and why, where the entry says. */
export const ShownFactWithReasonSchema = z
  .strictObject({
    ...ShownFactSchema.shape,
    reason: z.string().exactOptional().describe('Why, in the words of the entry'),
  })
  .meta({ id: 'ShownFactWithReason', description: 'The fact behind an answer, with its reason' })

export const SubjectSchema = SubjectGiven

export const IdsSchema = z.array(Id).describe('Ids of what the member names, each once')

/** The same, before and after; null on a side where there was nothing. */
export function withDifferences<S extends z.ZodType>(then: S) {
  return {
    before: then.nullable().describe('As it was at the earlier point; null if there was nothing'),
    after: then.nullable().describe('As it is at the later point; null if there is nothing'),
  }
}
