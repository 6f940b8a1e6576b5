import { z } from 'zod'
import { ClauseOperation } from '../../../events/clause-operation.ts'
import { DocumentStatus } from '../../../events/draft.ts'
import { Id, UncertainDate } from '../../../events/envelope.ts'
import { facts } from '../../../events/facts.ts'
import type * as Told from '../../../projections/drafts/draft-reply.ts'
import { ClauseInText } from './clause.ts'
import { Ids, RevisionNumber, renamings, ShownFact } from './common.ts'
import { sameAs } from './same-as.ts'

export const DraftStatus = sameAs<Told.DraftStatus>()(
  z.enum([...DocumentStatus.options, 'withdrawn']).meta({ id: 'DraftStatus' }),
)

export const Contents = sameAs<Told.Contents>()(
  z.enum(['known', 'unknown', 'incomplete']).meta({ id: 'Contents' }),
)

export const basisUnknown = z
  .literal(true)
  .exactOptional()
  .describe('There where the text that it was made from is not known')

export const DraftRevision = sameAs<Told.DraftRevision>()(
  z
    .strictObject({
      draft: Id,
      revision: Id,
      title: z.string().nullable(),
      kind: z.enum(['attested', 'reported']).describe('Whether we have its text, or heard of it'),
      contents: Contents,
      basis: Ids.describe('The revisions that it was made from'),
      basisUnknown,
      attests: Id.nullable().describe('The reported revision whose text this one is'),
      attestedBy: Id.nullable().describe('The attested revision that a reported one turned out as'),
      proposers: Ids,
      meeting: Id.nullable(),
      points: z.int().nullable().describe('How many points it is said to have'),
      description: z.string().nullable(),
      status: DraftStatus.nullable(),
      countsFrom: z
        .strictObject({ revision: Id, occurred: UncertainDate })
        .exactOptional()
        .describe(
          'Present where it counts from the date of one that it is made from, later than its own',
        ),
      fact: ShownFact,
    })
    .meta({ id: 'DraftRevision' }),
)

const Signature = sameAs<Told.Signature>()(
  z
    .strictObject({
      manner: z.enum(['signed', 'initialled']),
      party: Id,
      person: Id.nullable().describe('Who signed for it'),
      signedRevision: Id.nullable().describe('The revision that was signed, where it is known'),
      meeting: Id.nullable(),
      fact: ShownFact,
    })
    .meta({ id: 'Signature' }),
)

const { title: renamedTo } = facts['draft.renamed'].body.shape

const DraftSummary = sameAs<Told.DraftSummary>()(
  z
    .strictObject({
      draft: Id,
      title: z.string(),
      renamings: renamings({ title: renamedTo }),
      language: z.string().nullable().describe('Of its texts (BCP 47), where anybody said'),
      proposers: Ids,
      status: DraftStatus,
      statusFact: ShownFact.nullable(),
      signatures: z.array(Signature).describe('Who signed or initialled it, each by itself'),
      current: DraftRevision.nullable(),
      latestAttested: DraftRevision.nullable(),
    })
    .meta({ id: 'DraftSummary' }),
)

const UntakenStep = z.strictObject({
  op: z.enum(ClauseOperation.options.map(({ shape }) => shape.op.value)),
  clause: Id,
  reason: z.string(),
  entry: RevisionNumber,
})

export const DraftContent = sameAs<Told.DraftContent>()(
  z
    .strictObject({
      draft: Id,
      revision: Id,
      contents: Contents,
      basisUnknown,
      clauses: z.array(ClauseInText).describe('In reading order'),
      ineffective: z.array(UntakenStep).describe('Operations that changed nothing, and why'),
      displaced: z
        .array(UntakenStep)
        .describe('Operations of which nothing but the words could be put in the text, and why'),
    })
    .meta({ id: 'DraftContent' }),
)

const DraftWithText = sameAs<Told.DraftWithText>()(
  z
    .strictObject({ ...DraftSummary.shape, content: DraftContent.nullable() })
    .meta({ id: 'DraftWithText' }),
)

export const DraftReply = sameAs<Told.Draft>()(
  z.strictObject({ ...DraftWithText.shape, revisions: z.array(DraftRevision) }),
)

export const DraftsReply = z.strictObject({ drafts: z.array(DraftSummary) })

export const DraftsOnTableReply = sameAs<Told.DraftsOnTable>()(
  z.strictObject({ current: DraftWithText.nullable(), competing: z.array(DraftSummary) }),
)
