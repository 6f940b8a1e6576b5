import { z } from 'zod'
import { choice } from '../../../events/choice.ts'
import { EventId } from '../../../events/envelope.ts'
import type * as Told from '../../../projections/warnings/warning.ts'
import { type WarningCode as Code, warnings } from '../../../projections/warnings/warning-codes.ts'
import { renderWarning, type Words } from '../../words/words.ts'
import { ParamsSchema, PossiblySchema, RevisionNumberSchema } from './common.ts'
import { sameAs } from './same-as.ts'

const titles = Object.entries(warnings).map(([code, { title }]) => [code, `${title}.`])

const WarningCode = choice(
  'Stable code of the kind of warning; /docs/warnings explains each',
  Object.fromEntries(titles) as Record<Code, string>,
)

/** A warning as the API answers with it: its sentence beside its code and parameters. */
export interface WarningLine extends Told.WarnedOf {
  readonly code: Code
  readonly params: Readonly<Record<string, unknown>>
  readonly message: string
}

export function warningLine(warning: Told.WarningReply, words: Words): WarningLine {
  return { ...warning, params: { ...warning.params }, message: renderWarning(words, warning) }
}

export const WarningSchema = sameAs<WarningLine>()(
  z
    .strictObject({
      code: WarningCode,
      entry: RevisionNumberSchema.describe('Revision of the entry'),
      revision: RevisionNumberSchema.describe('Revision of the event whose words these are'),
      id: EventId.describe('Event id of the entry'),
      params: ParamsSchema,
      message: z
        .string()
        .describe('A sentence that names the ids concerned, in the language asked for'),
      against: z
        .strictObject({ entry: RevisionNumberSchema, revision: RevisionNumberSchema, id: EventId })
        .nullable()
        .describe('The entry that speaks against it; null without one'),
      possibly: PossiblySchema,
    })
    .meta({
      id: 'Warning',
      description: 'A doubt that the ledger as a whole raises about an entry',
    }),
)

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
