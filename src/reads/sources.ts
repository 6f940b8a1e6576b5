import { z } from 'zod'
import { Id } from '../../events/envelope.ts'
import { facts } from '../../events/facts.ts'
import type * as Told from '../../projections/evidence/sources.ts'
import { namedIdMembers, ShownFactSchema } from '../http/replies/common.ts'
import { SourceStatusSchema, SupportSchema } from '../http/replies/evidence.ts'
import { sameAs } from '../http/replies/same-as.ts'
import { defineRead } from './read.ts'

const { text: _, evidence: __, ...recorded } = facts['source.recorded'].body.shape
const { source: ___, evidence: ____, ...amended } = facts['source.amended'].body.shape

const view = {
  ...recorded,
  recorded: ShownFactSchema.describe('The fact that records the source'),
  status: SourceStatusSchema,
  stands: z.boolean().describe('False while its outlet holds it, and once it killed it'),
  correctedByOutlet: z
    .literal(true)
    .exactOptional()
    .describe('Present if its outlet corrected it: beside a hold or a kill, which status shows'),
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
  z.strictObject({
    ...view,
    facts: z.array(RestingFact).describe('Those that rest on it, in valid-time order'),
  }),
)

const NamedFact = sameAs<Told.NamedFact>()(
  z
    .strictObject({ ...ShownFactSchema.shape, ...namedIdMembers })
    .meta({ id: 'NamedFact', description: 'The fact behind an answer, with the ids it is about' }),
)

export const sourcesRead = defineRead({
  path: '/sources',
  id: 'listSources',
  tag: 'Registers',
  summary: 'What facts rest on, and whether it still stands',
  list: 'sources',
  reply: z.strictObject({
    sources: z.array(SourceView).describe('Every source, in the order in which they were recorded'),
  }),
  answer: ({ projections, asOf, page }) => ({ sources: page.of(projections.sources.list(asOf)) }),
})

export const unsupportedRead = defineRead({
  path: '/unsupported',
  id: 'listUnsupported',
  tag: 'Registers',
  summary: 'The facts that had evidence of which none stands any more',
  list: 'facts',
  reply: z.strictObject({ facts: z.array(NamedFact).describe('In valid-time order') }),
  answer: ({ projections, asOf, page }) => ({
    facts: page.of(projections.sources.unsupported(asOf)),
  }),
})

export const sourceRead = defineRead({
  path: '/sources/:source',
  id: 'getSource',
  tag: 'Registers',
  summary: 'One source, its text where it is held, and the facts that rest on it',
  params: { source: Id },
  example: { params: { source: 'desk-note' } },
  list: 'facts',
  reply: z.strictObject({
    ...Source.shape,
    text: z.string().exactOptional().describe('The text itself, where the ledger holds it'),
  }),
  answer: ({ projections: { sources }, asOf, page }, { source }) => {
    const found = sources.view(source, asOf)
    if (found === undefined) return undefined
    const facts = page.of(sources.restingOn(source, asOf), (fact) =>
      sources.restingFact(fact, source, asOf),
    )
    const text = sources.heldText(source, asOf.revision)
    return { ...found, facts, ...(text !== undefined && { text }) }
  },
})
