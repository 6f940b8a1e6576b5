import { z } from 'zod'
import { facts } from '../../../events/facts.ts'
import type * as Told from '../../../projections/evidence/sources.ts'
import { namedIdMembers, ShownFactSchema } from './common.ts'
import { SourceStatusSchema, SupportSchema } from './evidence.ts'
import { sameAs } from './same-as.ts'

const { text: _, evidence: __, ...recorded } = facts['source.recorded'].body.shape
const { source: ___, evidence: ____, ...amended } = facts['source.amended'].body.shape

const view = {
  ...recorded,
  recorded: ShownFactSchema.describe('The fact that records the source'),
  status: SourceStatusSchema,
  stands: z.boolean().describe('False while its outlet holds it, and once it killed it'),
  corrected: z
    .boolean()
    .describe('Its outlet corrected it: beside a hold or a kill, which status shows'),
  amendments: z
    .array(z.strictObject({ ...ShownFactSchema.shape, ...amended }))
    .describe('What its outlet did to it, in the order of the entries'),
}

const SourceView = sameAs<Told.SourceView>()(
  z
    .strictObject(view)
    .meta({ id: 'Source', description: 'A source, and what its outlet did to it' }),
)

const RestingFact = sameAs<Told.RestingFact>()(
  z.strictObject({
    ...ShownFactSchema.shape,
    ...namedIdMembers,
    alone: z.boolean().describe('True if each item of its evidence came through this source'),
    support: SupportSchema,
  }),
)

const Source = sameAs<Told.SourceReply>()(
  z.strictObject({ ...view, facts: z.array(RestingFact).describe('Those that rest on it') }),
)

export const SourcesReplySchema = z.strictObject({
  sources: z.array(SourceView).describe('Every source, in the order in which they were recorded'),
})

const NamedFact = sameAs<Told.NamedFact>()(
  z
    .strictObject({ ...ShownFactSchema.shape, ...namedIdMembers })
    .meta({ id: 'NamedFact', description: 'The fact behind an answer, with the ids it is about' }),
)

export const UnsupportedReplySchema = z.strictObject({
  facts: z.array(NamedFact).describe('In valid-time order'),
})

export const SourceReplySchema = z.strictObject({
  ...Source.shape,
  text: z.string().exactOptional().describe('The text itself, where the ledger holds it'),
})
