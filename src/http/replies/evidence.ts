import { z } from 'zod'
import { choice } from '../../../events/choice.ts'
import { Evidence, Id } from '../../../events/envelope.ts'
import type * as Told from '../../../projections/evidence/evidence.ts'
import type * as Standing from '../../../projections/evidence/source-standing.ts'
import { sameAs } from './same-as.ts'

export const SupportSchema = sameAs<Told.Support>()(
  choice('Tells if any evidence of the entry still stands', {
    supported: 'At least one source stands, with all that relayed it.',
    unsupported: 'None stands any more: each was killed or is held.',
    uncited: 'The entry never had any evidence.',
  }).meta({ id: 'Support' }),
)

export const SourceStatusSchema = sameAs<Standing.SourceStatus>()(
  choice('The state of a source after what its outlet did to it', {
    stands: 'Its outlet changed nothing.',
    corrected: 'Its outlet corrected it, and it stands in the new form.',
    held: 'Its outlet asks not to use it until it is released.',
    killed: 'Its outlet withdrew it for good.',
    not_recorded: 'The ledger names it, and no entry that stands records it.',
  }).meta({ id: 'SourceStatus' }),
)

const cited = {
  source: Id,
  publisher: z.string().exactOptional().describe('The outlet or institution that published it'),
  title: z.string().exactOptional().describe('The headline of the source'),
  status: SourceStatusSchema,
}

export const CitedSourceSchema = sameAs<Told.CitedSource>()(
  z.strictObject(cited).meta({ id: 'CitedSource', description: 'A source as an entry cites it' }),
)

export const EvidenceItemSchema = sameAs<Told.EvidenceItem>()(
  z
    .strictObject({
      ...cited,
      quote: Evidence.shape.quote.unwrap().exactOptional().describe('The words quoted from it'),
      relay: z
        .array(CitedSourceSchema)
        .describe('The reports behind it that it repeats, nearest first'),
      stands: z.boolean().describe('True if the source and all its relays stand'),
    })
    .meta({ id: 'EvidenceItem', description: 'A source behind an entry, and if it still stands' }),
)
