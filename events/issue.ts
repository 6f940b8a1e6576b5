import { z } from 'zod'
import { evidence, Id, Line, Text } from './envelope.ts'
import { plainReason } from './schema-reasons.ts'

const IssueId = Id.meta({
  description: 'The issue concerned, by the id under which it was raised',
  examples: ['filling-time'],
})

const title = Line.meta({
  description: 'A short name of the issue, for lists and table headings',
  examples: ['Filling time'],
})

const proposition = Text.meta({
  description:
    'The issue as one sentence that a party can support or oppose. Stances are for or against this sentence, so word it without "whether".',
  examples: ['The reservoir is filled over at least seven years.'],
})

/** A contested point, put as a proposition that a party can support or oppose. */
export const issueFacts = {
  'issue.raised': {
    schema: 1,
    title: 'Issue raised',
    description:
      'Introduces a contested point as a proposition. Positions are taken on issues, clauses or whole drafts.',
    example: {
      occurred: '2026-03-01',
      issue: 'filling-time',
      title: 'Filling time',
      proposition: 'The reservoir is filled over at least seven years.',
      theme: 'Water',
    },
    body: z.strictObject({
      issue: Id.meta({
        description: 'An id of your choice for the issue; positions name it by this',
        examples: ['filling-time'],
      }),
      title,
      proposition,
      theme: Line.meta({
        description: 'The group of issues that it is one of, by which tables are ordered',
        examples: ['Water'],
      }).optional(),
      ...evidence,
    }),
  },
  'issue.reframed': {
    schema: 1,
    title: 'Issue reframed',
    description:
      'Words the title or the proposition of an issue in another way from its date on. Positions taken before stay with the issue; raise a new issue if they no longer fit.',
    example: {
      occurred: '2026-04-01',
      issue: 'filling-time',
      proposition: 'The reservoir is filled over at least five years.',
    },
    body: z
      .strictObject({
        issue: IssueId,
        title: title.optional(),
        proposition: proposition.optional(),
        ...evidence,
      })
      .refine((b) => b.title !== undefined || b.proposition !== undefined, {
        message: plainReason('no_title_or_proposition'),
        path: ['proposition'],
      }),
  },
  'issue.settled': {
    schema: 1,
    title: 'Issue settled',
    description: 'Says that the parties hold the issue to be agreed or dropped.',
    example: { occurred: '2026-05-20', issue: 'filling-time', outcome: 'Six years' },
    body: z.strictObject({
      issue: IssueId,
      outcome: Text.meta({
        description: 'How the issue was settled, in a sentence',
        examples: ['Six years'],
      }).optional(),
      ...evidence,
    }),
  },
  'issue.reopened': {
    schema: 1,
    title: 'Issue reopened',
    description: 'Says that a settled issue is contested again.',
    example: { occurred: '2026-06-02', issue: 'filling-time' },
    body: z.strictObject({
      issue: IssueId,
      reason: Text.meta({
        description: 'Why the issue was reopened, as far as it is known',
        examples: ['New figures on the flow'],
      }).optional(),
      ...evidence,
    }),
  },
} as const
