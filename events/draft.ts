import { z } from 'zod'
import { ClauseOperation } from './clause-operation.ts'
import { evidence, Id, Language, Line, Text } from './envelope.ts'
import { renamedRow } from './renamed.ts'

/** `unilateral`: issued by one side alone, as its own document and for nobody's consent. */
export const DocumentStatus = z.enum([
  'reported',
  'circulated',
  'tabled',
  'consolidated',
  'initialled',
  'signed',
  'adopted',
  'lapsed',
  'unilateral',
])

const basis = z
  .array(Id)
  .max(10)
  .describe('The revisions that this one was made from, of any draft')

/** Some of the parties sign, at one time: others, or the same again, in an entry of their own. */
const signatures = {
  draft: Id,
  revision: Id.optional().describe('The revision that is signed, where it is known'),
  by: z
    .array(
      z.strictObject({
        party: Id,
        person: Id.optional().describe('Who signs for the party'),
      }),
    )
    .min(1)
    .max(200),
  meeting: Id.optional(),
  ...evidence,
}

const operations = z.array(ClauseOperation).max(2_000)

/** A text on the table. Its revisions are attested (we have the text) or reported (we heard of it). */
export const draft = {
  'draft.tabled': {
    schema: 1,
    title: 'Draft tabled',
    body: z.strictObject({
      draft: Id,
      title: Line,
      language: Language.optional(),
      proposers: z.array(Id).max(200),
      meeting: Id.optional(),
      ...evidence,
    }),
  },
  'draft.renamed': renamedRow(
    'Draft gets another title',
    { draft: Id },
    { title: Line.optional() },
  ),
  'draft.revised': {
    schema: 1,
    title: 'Draft revised',
    body: z.strictObject({
      draft: Id,
      revision: Id,
      title: Line.optional().describe('What this revision is called, if it has a name'),
      basis,
      proposers: z.array(Id).max(200),
      meeting: Id.optional(),
      operations,
      complete: z.boolean().describe('False where more operations follow for this revision'),
      attests: Id.optional().describe('The reported revision whose text this one is'),
      ...evidence,
    }),
  },
  'draft.operationsAdded': {
    schema: 1,
    title: 'Operations added to a draft revision',
    body: z.strictObject({ revision: Id, operations, ...evidence }),
  },
  'draft.revisionCompleted': {
    schema: 1,
    title: 'Draft revision completed',
    body: z.strictObject({ revision: Id, ...evidence }),
  },
  'draft.revisionReported': {
    schema: 1,
    title: 'Draft revision reported',
    body: z.strictObject({
      draft: Id,
      opens: z
        .strictObject({ title: Line, proposers: z.array(Id).max(200) })
        .optional()
        .describe('Given exactly where this report is the first to name the draft'),
      revision: Id,
      title: Line.optional(),
      basis,
      meeting: Id.optional(),
      points: z.int().min(0).max(100_000).optional().describe('How many points it is said to have'),
      description: Text.optional(),
      ...evidence,
    }),
  },
  'draft.statusChanged': {
    schema: 1,
    title: 'Draft status changed',
    body: z.strictObject({
      draft: Id,
      revision: Id.optional(),
      status: DocumentStatus,
      ...evidence,
    }),
  },
  'draft.initialled': {
    schema: 1,
    title: 'Draft initialled',
    body: z.strictObject(signatures),
  },
  'draft.signed': {
    schema: 1,
    title: 'Draft signed',
    body: z.strictObject(signatures),
  },
  'draft.withdrawn': {
    schema: 1,
    title: 'Draft withdrawn',
    body: z.strictObject({
      draft: Id,
      by: z.array(Id).max(200),
      reason: Text.optional(),
      ...evidence,
    }),
  },
} as const
