import { z } from 'zod'
import { choice } from './choice.ts'
import { DateText, Id, isInOrder, outOfOrder, Text } from './envelope.ts'
import { Quantity } from './quantity.ts'

export const Stance = choice('Where a party stands on a subject', {
  proposes: 'It puts the proposition or text forward, or demands it.',
  supports: 'It is for it.',
  no_objection: 'It can live with it; silence is none of this.',
  undecided:
    'It says itself that it has not decided. If only a reporter does not know, record no position.',
  opposes: 'It is against it.',
  withdrawn: 'It takes back what it had put forward, or has no position any more.',
})

export const Commitment = choice('How far the party binds itself to its stance', {
  firm: 'Without reservation.',
  in_principle: 'On the idea, with details left open.',
  conditional: 'Only if something else holds: say what in `condition`.',
  ad_referendum: 'At the table, subject to the approval of its capital.',
  reserved: 'It reserves its position for now.',
  joins_consensus: 'It does not stand in the way of what others agree.',
  unspecified: 'The report does not say; the usual choice.',
})

/** A subject on which positions are taken. */
export const Subject = z
  .strictObject({
    kind: choice('The sort of subject on which a position is taken', {
      issue: 'A contested point, put as a proposition.',
      clause: 'One clause of a draft.',
      draft: 'A draft as a whole.',
      wording: 'Words in brackets, in one clause of a draft or over several.',
    }),
    id: Id.meta({
      description: 'The issue, clause, draft or wording, by its id in this ledger',
      examples: ['filling-time'],
    }),
  })
  .meta({
    id: 'Subject',
    description: 'An issue, a clause, a draft or words in brackets, on which positions are taken',
  })

export type Subject = z.output<typeof Subject>

export const Position = z
  .strictObject({
    party: Id.meta({
      description: 'The party whose position this is; it need not be the one who speaks',
      examples: ['egypt'],
    }),
    subject: Subject,
    stance: Stance,
    commitment: Commitment,
    condition: Text.meta({
      description: 'On what the position depends, if the commitment is `conditional`',
      examples: ['if the flow is guaranteed in dry years'],
    }).optional(),
    redLine: choice('Says if the party calls it a limit that it will not cross', {
      yes: 'It says so, in these or similar words.',
      no: 'It says that it is none.',
      unstated: 'It says nothing about it; the usual choice.',
    }),
    quantity: Quantity.optional().describe(
      'The number that the party names, with its unit: "an army of at most 600,000 soldiers"',
    ),
    since: DateText.meta({
      description:
        'When the position began to hold, if not when the statement was made; `../` if it was merely standing already',
      examples: ['../', '2026-01'],
    }).optional(),
    until: DateText.meta({
      description: 'When the position ceases to hold, as the statement itself says',
      examples: ['2026-12-31'],
    }).optional(),
    fit: choice('How well the words fit the proposition of the subject', {
      exact: 'They are about just this proposition; also what leaving `fit` out means.',
      broader: 'They are about more, of which this is a part: "we reject the whole plan".',
      narrower: 'They are about a part of it: "not in the first year".',
    }).optional(),
    rationale: Text.meta({
      description: 'The reason that the party gives for its position',
      examples: ['Dry years would leave the delta without water.'],
    }).optional(),
  })
  .refine(isInOrder, outOfOrder)
  .meta({
    id: 'Position',
    description: 'Where one party stands on one subject, as a statement says',
  })

export type Position = z.output<typeof Position>
