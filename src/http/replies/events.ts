import { z } from 'zod'
import { EventId, Id, UncertainDate } from '../../../events/envelope.ts'
import type * as Entries from '../../../projections/entry-reply.ts'
import type * as Receipts from '../../ledger/receipt.ts'
import { LedgerId } from '../contract.ts'
import {
  EventTypeNameSchema,
  FactTypeNameSchema,
  ImportedAtSchema,
  RevisionNumberSchema,
  TimeSchema,
} from './common.ts'
import { EvidenceItemSchema, SupportSchema } from './evidence.ts'
import { sameAs } from './same-as.ts'
import { MoreWarningsSchema, type WarningLine, WarningSchema } from './warnings.ts'

const LeafHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe("SHA-256 leaf of the event in its ledger's log, in hexadecimal")

const RecordedEvent = sameAs<Receipts.RecordedEvent>()(
  z
    .strictObject({
      id: EventId,
      revision: RevisionNumberSchema,
      type: z.string().describe('Type of the event'),
      recordedAt: TimeSchema,
      importedAt: ImportedAtSchema.exactOptional(),
      leafHash: LeafHash,
    })
    .meta({ id: 'RecordedEvent', description: 'An event that the request recorded' }),
)

export const ReceiptReplySchema = z
  .strictObject({
    negotiation: LedgerId.describe('The negotiation, or the access ledger'),
    revision: RevisionNumberSchema.describe('The head of the ledger once these were appended'),
    events: z.array(RecordedEvent).describe('In the order of the commands'),
    warnings: z
      .array(WarningSchema)
      .nullable()
      .describe('Those that the events raise, 100 at most; null where they could not be told'),
    moreWarnings: MoreWarningsSchema.nullable().describe(
      'Their counts, if the events raise, or may raise, more than are listed; else null',
    ),
    replayed: z.boolean().describe('It had been recorded before: this is the receipt of then'),
    dryRun: z.boolean().describe('Nothing was written: this is what would be'),
  })
  .meta({ id: 'Receipt', description: 'What became of a request to record' })

const LevelSchema = Id.describe('The level of the entry; absent for `public`')

const Header = z
  .strictObject({
    v: z.literal(1).describe('Version of the format of the header'),
    origin: z.string().describe('Name of the log: which ledger of which service'),
    revision: RevisionNumberSchema,
    id: EventId,
    type: z.string().describe('Type of the event'),
    schema: z.int().min(1).describe('Version of the schema of its body'),
    actor: z.string().describe('The principal that recorded it, as an opaque id'),
    recordedAt: TimeSchema,
    importedAt: ImportedAtSchema.exactOptional(),
    occurred: UncertainDate.nullable().describe('Valid time; null above `public`: the body has it'),
    level: LevelSchema.exactOptional(),
    bodyDigest: z.string().describe('SHA-256 of salt and body: the commitment to the body'),
  })
  .meta({ id: 'Header', description: 'What is hashed of an event' })

/** One line of a ledger's history: the event with its body in the current schema of its type. */
export const HistoryEventSchema = z
  .strictObject({
    revision: RevisionNumberSchema,
    id: EventId,
    actor: z.string().describe('The principal that recorded it, as an opaque id'),
    recordedAt: TimeSchema,
    importedAt: ImportedAtSchema.exactOptional(),
    occurred: UncertainDate.nullable().describe('Valid time; null where the body is'),
    level: LevelSchema.exactOptional(),
    isErased: z
      .literal(true)
      .optional()
      .describe('Present if the entry is erased: nobody can read its body any more'),
    type: EventTypeNameSchema,
    body: z
      .looseObject({})
      .nullable()
      .describe(
        'The members of its type, in the current schema; null of an entry that is erased or above the level that you are cleared for',
      ),
  })
  .meta({ id: 'HistoryEvent', description: 'An event in the history of a ledger' })

export const ShownEventSchema = z
  .strictObject({
    ...HistoryEventSchema.shape,
    body: (z.looseObject({}) as z.ZodType<object>)
      .nullable()
      .describe(
        'The members of its type, as they were recorded; null of an entry that is erased or above the level that you are cleared for',
      ),
    header: Header,
    salt: z.string().nullable().describe('16 bytes, base64url; null where the body is'),
    leafHash: LeafHash,
  })
  .meta({ id: 'ShownEvent', description: 'An event, with what proves it beside it' })

type EntryInWords = Omit<Entries.EntryReply, 'warnings'> & {
  readonly warnings: readonly WarningLine[]
}

const Entry = sameAs<EntryInWords>()(
  z.strictObject({
    corrections: z
      .array(
        z.strictObject({
          id: EventId,
          revision: RevisionNumberSchema,
          type: EventTypeNameSchema,
          recordedAt: TimeSchema,
          reason: z.string().describe('Why the entry was wrong'),
        }),
      )
      .describe('The corrections of the entry, in the order in which they were recorded'),
    standing: z
      .strictObject({ revision: RevisionNumberSchema, type: FactTypeNameSchema })
      .nullable()
      .describe('The event whose words stand there; null where none do'),
    release: RevisionNumberSchema.nullable().describe(
      'The revision whose event made it public; null without one',
    ),
    support: SupportSchema.nullable().describe('If its evidence stands; null for a correction'),
    evidence: z.array(EvidenceItemSchema).describe('Its sources, and if they stand'),
    warnings: z.array(WarningSchema).describe('The doubts that the ledger raises about it'),
  }),
)

export const EventReplySchema = z.strictObject({
  event: ShownEventSchema.describe('The event itself'),
  ...Entry.shape,
})

/** One line of a ledger's raw events: the texts that are hashed, as they are stored. */
export const RawEventSchema = z
  .strictObject({
    header: z.string().describe('The header, as the text that is hashed'),
    salt: z
      .string()
      .optional()
      .describe('The salt of the body digest, base64url; absent where the body is'),
    body: z
      .string()
      .optional()
      .describe(
        'The body, as the text that is hashed; absent of an entry that is erased or above the level that you are cleared for',
      ),
  })
  .meta({ id: 'RawEvent', description: 'An event as the texts that are stored' })

/** A line of a bundle: its manifest, an entry, or the checkpoint at its end. */
export const BundleLineSchema = z
  .union([
    z.strictObject({
      bundle: z.string().describe('Version of the format of the file'),
      origin: z.string().describe('Name of the log in the bundle'),
      size: z.int().min(1).describe('How many entries follow'),
      level: z.string().describe('Which bodies the bundle has'),
      signedFrom: z
        .int()
        .nullable()
        .describe('Entries recorded before the first checkpoint; null where that is not known'),
    }),
    z.strictObject({
      header: Header,
      salt: z.string().optional().describe('There where the body is: 16 bytes, base64url'),
      body: z.looseObject({}).optional().describe('The body of the entry, where the level has it'),
    }),
    z.strictObject({
      size: z.int().min(1).describe('Entries of the checkpoint that the timestamp is on'),
      timestamp: z.string().describe('The reply of an authority (RFC 3161), base64'),
    }),
    z.strictObject({
      checkpoint: z.string().describe('A signed note'),
      manifest: z.string().describe('Signature of the first line, base64'),
    }),
  ])
  .meta({ id: 'BundleLine', description: 'One line of a bundle' })

/** The data of one server-sent event. */
export const LiveEventSchema = z
  .strictObject({
    negotiation: LedgerId.describe('The negotiation, or the access ledger'),
    event: ShownEventSchema,
  })
  .meta({ id: 'LiveEvent', description: 'An event as a stream sends it' })
