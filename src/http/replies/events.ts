import { z } from 'zod'
import { EventId, Id, UncertainDate } from '../../../events/envelope.ts'
import type * as Entries from '../../../projections/entry-reply.ts'
import type * as Receipts from '../../ledger/receipt.ts'
import { EventTypeName, FactTypeName, RevisionNumber, Time } from './common.ts'
import { EvidenceItem, Support } from './evidence.ts'
import { sameAs } from './same-as.ts'
import { MoreWarnings, Warning } from './warnings.ts'

const LeafHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe("SHA-256 leaf of the event in its ledger's log, in hexadecimal")

const RecordedEvent = sameAs<Receipts.RecordedEvent>()(
  z
    .strictObject({
      id: EventId,
      revision: RevisionNumber,
      type: z.string(),
      recordedAt: Time,
      leafHash: LeafHash,
    })
    .meta({ id: 'RecordedEvent' }),
)

export const ReceiptReply = z
  .strictObject({
    negotiation: Id,
    revision: RevisionNumber.describe('The head of the ledger once these were appended'),
    events: z.array(RecordedEvent).describe('In the order of the commands'),
    warnings: z
      .array(Warning)
      .nullable()
      .describe('Those that the events raise, 100 at most; null where they could not be told'),
    moreWarnings: MoreWarnings.exactOptional().describe(
      'Present if the events raise, or may raise, more warnings than are listed',
    ),
    replayed: z.boolean().describe('It had been recorded before: this is the receipt of then'),
    dryRun: z.boolean().describe('Nothing was written: this is what would be'),
  })
  .meta({ id: 'Receipt' })

const Header = z
  .strictObject({
    v: z.literal(1),
    origin: z.string(),
    revision: RevisionNumber,
    id: EventId,
    type: z.string(),
    schema: z.int().min(1),
    actor: z.string(),
    recordedAt: Time,
    occurred: UncertainDate,
    bodyDigest: z.string(),
  })
  .meta({ id: 'Header' })

export const ShownEvent = z
  .strictObject({
    header: Header,
    body: z.looseObject({}) as z.ZodType<object>,
    salt: z.string().describe('16 bytes, base64url'),
    leafHash: LeafHash,
  })
  .meta({ id: 'ShownEvent' })

const Entry = sameAs<Entries.EntryReply>()(
  z.strictObject({
    corrections: z.array(
      z.strictObject({
        id: EventId,
        revision: RevisionNumber,
        type: EventTypeName,
        recordedAt: Time,
        reason: z.string(),
      }),
    ),
    standing: z
      .strictObject({ revision: RevisionNumber, type: FactTypeName })
      .nullable()
      .describe('The event whose words stand there; null where none do'),
    support: Support.nullable(),
    evidence: z.array(EvidenceItem),
    warnings: z.array(Warning),
  }),
)

export const EventReply = z.strictObject({ event: ShownEvent, ...Entry.shape })

/** One line of a ledger's raw events: the texts that are hashed, as they are stored. */
export const RawEvent = z
  .strictObject({ header: z.string(), salt: z.string(), body: z.string(), request: z.string() })
  .meta({ id: 'RawEvent' })

/** A line of a bundle: its manifest, an entry, or the checkpoint at its end. */
export const BundleLine = z
  .union([
    z.strictObject({
      bundle: z.string(),
      origin: z.string(),
      size: z.int().min(1).describe('How many entries follow'),
      level: z.string(),
      signedFrom: z
        .int()
        .nullable()
        .describe('Entries recorded before the first checkpoint; null where that is not known'),
    }),
    z.strictObject({
      header: Header,
      salt: z.string().optional().describe('There where the body is: 16 bytes, base64url'),
      body: z.looseObject({}).optional(),
    }),
    z.strictObject({
      checkpoint: z.string().describe('A signed note'),
      manifest: z.string().describe('Signature of the first line, base64'),
    }),
  ])
  .meta({ id: 'BundleLine' })

/** One line of a ledger's history: the event with its body in the current schema of its type. */
export const HistoryEvent = z
  .strictObject({
    revision: RevisionNumber,
    id: EventId,
    actor: z.string(),
    recordedAt: Time,
    occurred: UncertainDate,
    type: EventTypeName,
    body: z.looseObject({}),
  })
  .meta({ id: 'HistoryEvent' })

/** The data of one server-sent event. */
export const LiveEvent = z
  .strictObject({ negotiation: Id, event: ShownEvent })
  .meta({ id: 'LiveEvent' })
