import { z } from 'zod'
import { choice } from './choice.ts'
import { ClauseOperation } from './clause-operation.ts'
import { evidence, FileDigest, Id, LanguageTag, Line, Text } from './envelope.ts'
import { renamedRow } from './renamed.ts'

/** `unilateral`: issued by one side alone, as its own document and for nobody's consent. */
export const DocumentStatus = choice('How far a text has come as a document', {
  reported: 'Only heard of.',
  circulated: 'Sent round, formally or not.',
  tabled: 'Put on the table as a proposal.',
  consolidated: 'Put together from several proposals.',
  initialled: 'Initialled: its text is authentic, which is no consent yet.',
  signed: 'Signed; ratification may follow.',
  adopted: 'Adopted: its form and content are settled.',
  lapsed: 'No longer negotiated, and taken back by nobody.',
  unilateral: "Issued by one side alone, as its own document and for nobody's consent.",
})

const DraftId = Id.meta({
  description: 'The draft concerned, by its id in this ledger',
  examples: ['chair-text'],
})

const DraftTitle = Line.meta({
  description: 'What the draft is called',
  examples: ["Chair's text"],
})

const DraftMeeting = Id.meta({
  description: 'The meeting at which it was done, if it was at one',
  examples: ['geneva-2'],
})

const proposers = z
  .array(Id.meta({ description: 'One party that proposes the text', examples: ['egypt'] }))
  .max(200)
  .describe(
    'The parties that put the text forward; an empty list if nobody does or it is not known',
  )

const basis = z
  .array(Id.meta({ description: 'One revision, of any draft', examples: ['chair-text-1'] }))
  .max(10)
  .describe(
    'The revisions that this one was made from, of any draft: its operations change the text of the first. An empty list if it was made from none.',
  )

const RevisionTitle = Line.meta({
  description: 'What this revision is called, if it has a name of its own',
  examples: ['Rev. 2'],
})

/** Some of the parties sign, at one time: others, or the same again, in an entry of their own. */
const signatures = {
  draft: DraftId,
  revision: Id.meta({
    description: 'The revision that is signed, if it is known',
    examples: ['chair-text-2'],
  }).optional(),
  by: z
    .array(
      z
        .strictObject({
          party: Id.meta({ description: 'The party that signs', examples: ['egypt'] }),
          person: Id.meta({
            description: 'The person who signs for the party',
            examples: ['shoukry'],
          }).optional(),
        })
        .describe('One signature'),
    )
    .min(1)
    .max(200)
    .describe('Who signs at this time; others sign in an entry of their own'),
  meeting: DraftMeeting.optional(),
  ...evidence,
}

const operations = z
  .array(ClauseOperation)
  .max(2_000)
  .describe(
    'The steps that make the text of this revision from its basis, in order, with at most 2,000 acts of parties on words, and 4,000 in all entries of the revision',
  )

/** A text on the table. Its revisions are attested (we have the text) or reported (we heard of it). */
export const draftFacts = {
  'draft.tabled': {
    schema: 1,
    title: 'Draft tabled',
    description:
      'Introduces a draft that a party puts on the table. Its text comes with `draft.revised`. A draft that is only heard of is opened by `draft.revisionReported`.',
    example: {
      occurred: '2026-03-10',
      draft: 'chair-text',
      title: "Chair's text",
      proposers: ['egypt'],
    },
    body: z.strictObject({
      draft: Id.meta({
        description: 'An id of your choice for the draft; its revisions name it by this',
        examples: ['chair-text'],
      }),
      title: DraftTitle,
      language: LanguageTag.describe('The language of its texts, as a BCP 47 tag').optional(),
      proposers,
      meeting: DraftMeeting.optional(),
      ...evidence,
    }),
  },
  'draft.renamed': renamedRow(
    {
      title: 'Draft gets another title',
      description: 'Gives a draft another title from its date on.',
      example: { occurred: '2026-03-20', draft: 'chair-text', title: 'Single text' },
    },
    { draft: DraftId },
    { title: DraftTitle.optional() },
  ),
  'draft.revised': {
    schema: 1,
    title: 'Draft revised',
    description:
      'Records a revision whose text we have, as the steps from the text before it. `POST …/match` makes these steps from a whole new text.',
    example: {
      occurred: '2026-03-11',
      draft: 'chair-text',
      revision: 'chair-text-1',
      basis: [],
      proposers: ['egypt'],
      operations: [
        { op: 'add', clause: 'filling', label: 'Article 1', text: 'It is filled in six years.' },
      ],
      complete: true,
    },
    body: z.strictObject({
      draft: DraftId,
      revision: Id.meta({
        description: 'An id of your choice for the revision; it is never changed afterwards',
        examples: ['chair-text-1'],
      }),
      title: RevisionTitle.optional(),
      basis,
      proposers,
      meeting: DraftMeeting.optional(),
      operations,
      complete: z
        .boolean()
        .describe(
          'True if these operations are the whole text. False if more follow with `draft.operationsAdded`: the revision then shows as incomplete until `draft.revisionCompleted`.',
        ),
      attests: Id.meta({
        description:
          'The reported revision whose text this one turns out to be: the text was heard of first, and obtained later',
        examples: ['leaked-plan-1'],
      }).optional(),
      digest: FileDigest.meta({
        description: 'SHA-256 of the bytes of the file that the text was read from',
        examples: ['sha-256:47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU'],
      }).optional(),
      ...evidence,
    }),
  },
  'draft.operationsAdded': {
    schema: 1,
    title: 'Operations added to a draft revision',
    description: 'Goes on with a revision that is too long for one entry.',
    example: {
      occurred: '2026-03-11',
      revision: 'chair-text-1',
      operations: [{ op: 'add', clause: 'flow', label: 'Article 2', text: 'Flow is shared.' }],
    },
    body: z.strictObject({
      revision: Id.meta({
        description: 'The incomplete revision that goes on here',
        examples: ['chair-text-1'],
      }),
      operations,
      ...evidence,
    }),
  },
  'draft.revisionCompleted': {
    schema: 1,
    title: 'Draft revision completed',
    description: 'Says that a revision recorded in several entries is now whole.',
    example: { occurred: '2026-03-11', revision: 'chair-text-1' },
    body: z.strictObject({
      revision: Id.meta({
        description: 'The revision that is now whole',
        examples: ['chair-text-1'],
      }),
      ...evidence,
    }),
  },
  'draft.revisionReported': {
    schema: 1,
    title: 'Draft revision reported',
    description:
      'Records a revision that we only heard of: "a plan of 28 points". If we have the text, use `draft.revised`.',
    example: {
      occurred: '2026-03-05',
      draft: 'leaked-plan',
      opens: { title: 'Leaked plan', proposers: ['ethiopia'] },
      revision: 'leaked-plan-1',
      basis: [],
      points: 28,
    },
    body: z.strictObject({
      draft: Id.meta({
        description: 'The draft: one that is known, or a new id together with `opens`',
        examples: ['leaked-plan'],
      }),
      opens: z
        .strictObject({ title: DraftTitle, proposers })
        .optional()
        .describe(
          'Introduces the draft: required if this report is the first entry of the ledger that names this draft, else left out.',
        ),
      revision: Id.meta({
        description: 'An id of your choice for the revision that was heard of',
        examples: ['leaked-plan-1'],
      }),
      title: RevisionTitle.optional(),
      basis,
      meeting: DraftMeeting.optional(),
      points: z
        .int()
        .min(0)
        .max(100_000)
        .meta({ description: 'How many points the text is said to have', examples: [28] })
        .optional(),
      description: Text.meta({
        description: 'What is reported of the contents, in words',
        examples: ['It is said to leave the flow to a commission.'],
      }).optional(),
      ...evidence,
    }),
  },
  'draft.statusChanged': {
    schema: 1,
    title: 'Draft status changed',
    description:
      'Says how far a draft, or one revision, has come as a document. Who signed or initialled is said by `draft.signed` and `draft.initialled`.',
    example: { occurred: '2026-04-01', draft: 'chair-text', status: 'consolidated' },
    body: z.strictObject({
      draft: DraftId,
      revision: Id.meta({
        description: 'The revision meant, if not the draft as a whole',
        examples: ['chair-text-2'],
      }).optional(),
      status: DocumentStatus,
      ...evidence,
    }),
  },
  'draft.initialled': {
    schema: 1,
    title: 'Draft initialled',
    description: 'Says who initialled a text, which authenticates it and is no consent yet.',
    example: { occurred: '2026-05-01', draft: 'chair-text', by: [{ party: 'egypt' }] },
    body: z.strictObject(signatures),
  },
  'draft.signed': {
    schema: 1,
    title: 'Draft signed',
    description: 'Says who signed a text. Those who sign later have an entry of their own.',
    example: {
      occurred: '2026-06-01',
      draft: 'chair-text',
      by: [{ party: 'egypt', person: 'shoukry' }],
    },
    body: z.strictObject(signatures),
  },
  'draft.withdrawn': {
    schema: 1,
    title: 'Draft withdrawn',
    description: 'Says that those who put a draft forward took it back as a whole.',
    example: { occurred: '2026-04-20', draft: 'leaked-plan', by: ['ethiopia'] },
    body: z.strictObject({
      draft: DraftId,
      by: z
        .array(Id.meta({ description: 'One party that withdraws it', examples: ['ethiopia'] }))
        .max(200)
        .describe('The parties that take the draft back'),
      reason: Text.meta({
        description: 'Why the draft was withdrawn, as far as it is known',
        examples: ['Superseded by a joint text'],
      }).optional(),
      ...evidence,
    }),
  },
} as const
