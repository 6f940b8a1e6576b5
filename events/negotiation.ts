import { z } from 'zod'
import { choice } from './choice.ts'
import { evidence, Line, Text } from './envelope.ts'
import { DefaultLevel, LevelNames } from './level.ts'
import { renamedRow } from './renamed.ts'

const title = Line.meta({
  description: 'What the negotiation is called, for lists and headings',
  examples: ['Talks on the river'],
})

const description = Text.meta({
  description: 'What is negotiated between whom, in a sentence or two',
  examples: ['Upstream and downstream states negotiate the filling of a dam.'],
})

/** The negotiation itself: its opening makes the ledger, and the rest says whether talks go on. */
export const negotiationFacts = {
  'negotiation.opened': {
    schema: 1,
    title: 'Negotiation opened',
    description:
      'Makes the ledger: the first event of every negotiation, and the only one of its type there.',
    example: { occurred: '2026-03-01', title: 'Talks on the river' },
    body: z.strictObject({
      title,
      description: description.optional(),
      levels: LevelNames.optional(),
      defaultLevel: DefaultLevel.optional(),
      ...evidence,
    }),
  },
  'negotiation.renamed': renamedRow(
    {
      title: 'Negotiation gets another title or description',
      description:
        'Gives the talks another title or description from its date on. A spelling mistake is corrected with `entry.corrected` instead.',
      example: { occurred: '2026-04-01', title: 'Talks on the river and its dams' },
    },
    {},
    { title: title.optional(), description: description.optional() },
  ),
  'negotiation.suspended': {
    schema: 1,
    title: 'Negotiation suspended',
    description:
      'Says that the talks as a whole stopped for the time being. For one meeting use `meeting.suspended`.',
    example: { occurred: '2026-05-04', reason: 'Elections upstream' },
    body: z.strictObject({
      reason: Text.meta({
        description: 'Why talks were suspended, as far as it is known',
        examples: ['Elections upstream'],
      }).optional(),
      ...evidence,
    }),
  },
  'negotiation.resumed': {
    schema: 1,
    title: 'Negotiation resumed',
    description: 'Says that suspended or concluded talks go on.',
    example: { occurred: '2026-06-10' },
    body: z.strictObject({
      reason: Text.meta({
        description: 'Why talks were taken up again, as far as it is known',
        examples: ['A new government took office'],
      }).optional(),
      ...evidence,
    }),
  },
  'negotiation.concluded': {
    schema: 1,
    title: 'Negotiation concluded',
    description:
      'Says that the talks are over, and with which result. That one text was signed is `draft.signed`.',
    example: { occurred: '2026-09-30', outcome: 'agreement' },
    body: z.strictObject({
      outcome: choice('With which result the talks ended', {
        agreement: 'The parties agreed.',
        no_agreement: 'The talks ended and the parties had not agreed.',
        unspecified: 'The talks are said to be over, and no result is named.',
      }),
      note: Text.meta({
        description: 'More about the result, for readers',
        examples: ['The treaty is to be signed in spring.'],
      }).optional(),
      ...evidence,
    }),
  },
} as const
