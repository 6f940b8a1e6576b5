import { z } from 'zod'
import { choice } from '../../../events/choice.ts'
import { EventId } from '../../../events/envelope.ts'
import type * as Told from '../../../projections/warnings/warning.ts'
import { type WarningCode as Code, warnings } from '../../../projections/warnings/warning-codes.ts'
import { PossiblySchema, RevisionNumberSchema } from './common.ts'
import { sameAs } from './same-as.ts'

const titles = Object.entries(warnings).map(([code, { title }]) => [code, `${title}.`])

const WarningCode = choice(
  'Stable code of the kind of warning; /docs/warnings explains each',
  Object.fromEntries(titles) as Record<Code, string>,
)

export const WarningSchema = sameAs<Told.WarningReply>()(
  z
    .strictObject({
      code: WarningCode,
      entry: RevisionNumberSchema.describe('Revision of the entry'),
      revision: RevisionNumberSchema.describe('Revision of the event whose words these are'),
      id: EventId.describe('Event id of the entry'),
      message: z.string().describe('A sentence that names the ids concerned'),
      against: z
        .strictObject({ entry: RevisionNumberSchema, revision: RevisionNumberSchema, id: EventId })
        .exactOptional()
        .describe('The entry that speaks against it, where there is one'),
      possibly: PossiblySchema,
    })
    .meta({
      id: 'Warning',
      description: 'A doubt that the ledger as a whole raises about an entry',
    }),
)

export const WarningsReplySchema = z.strictObject({
  warnings: z.array(WarningSchema).describe('In the valid-time order of the entries warned of'),
})

/** Counts of the warnings that a receipt does not list. */
export const MoreWarningsSchema = z.strictObject({
  counts: z
    .array(
      z.strictObject({
        code: WarningCode,
        count: z.int().min(1).describe('How many of this code were raised'),
      }),
    )
    .describe('How many were raised, those that are listed included'),
  exact: z.boolean().describe('False if there may be more: they were not all counted'),
  page: z.string().describe('Where the warnings of the ledger are listed, page by page'),
})
