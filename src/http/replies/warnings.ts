import { z } from 'zod'
import { EventId } from '../../../events/envelope.ts'
import type * as Told from '../../../projections/warnings/warning.ts'
import { Possibly, RevisionNumber } from './common.ts'
import { sameAs } from './same-as.ts'

const WarningCode = sameAs<Told.WarningCode>()(
  z.enum([
    'speaker_not_accredited',
    'meeting_not_convened',
    'party_not_listed',
    'party_withdrawn',
    'numbers_disagree',
    'occurred_after_recording',
    'negotiation_not_suspended',
    'negotiation_already_suspended',
    'quoted_source_corrected',
    'amendment_without_effect',
    'dates_contradict',
    'session_dates_changed',
    'quote_ambiguous',
    'operation_without_effect',
    'operation_displaced',
    'basis_unknown',
    'basis_circular',
    'attested_has_text',
    'attested_in_other_draft',
    'attested_twice',
    'revision_complete_already',
    'entry_left_out',
  ]),
)

export const Warning = sameAs<Told.WarningReply>()(
  z
    .strictObject({
      code: WarningCode,
      entry: RevisionNumber.describe('Revision of the entry'),
      revision: RevisionNumber.describe('Revision of the event whose words these are'),
      id: EventId.describe('Event id of the entry'),
      message: z.string().describe('A sentence that names the ids concerned'),
      against: z
        .strictObject({ entry: RevisionNumber, revision: RevisionNumber, id: EventId })
        .exactOptional()
        .describe('The entry that speaks against it, where there is one'),
      possibly: Possibly,
    })
    .meta({ id: 'Warning' }),
)

export const WarningsReply = z.strictObject({
  warnings: z.array(Warning),
  nextCursor: z.string().exactOptional().describe('Where the next page begins, if there is one'),
})

/** What a receipt tells of the warnings that it does not list. */
export const MoreWarnings = z.strictObject({
  counts: z
    .array(z.strictObject({ code: WarningCode, count: z.int().min(1) }))
    .describe('How many were raised, those that are listed included'),
  exact: z.boolean().describe('False if there may be more: they were not all counted'),
  page: z.string().describe('Where the warnings of the ledger are listed, page by page'),
})
