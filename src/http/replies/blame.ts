import { z } from 'zod'
import { Evidence, Id } from '../../../events/envelope.ts'
import type * as Told from '../../../projections/blame/blame-reply.ts'
import type * as Steps from '../../../projections/redline/clause-history.ts'
import { ClauseInTextSchema } from './clause.ts'
import { IdsSchema, ShownFactSchema } from './common.ts'
import { ClauseChangeSchema, RunSchema } from './redline.ts'
import { sameAs } from './same-as.ts'
import { HeldPositionSchema } from './stance-history.ts'
import { StanceCellSchema } from './stances.ts'

const origin = {
  draft: Id,
  revision: Id,
  title: z.string().nullable().describe('What the revision is called, if it has a name'),
  proposers: IdsSchema.describe('Of the operations, where they name any, else of the revision'),
  meeting: Id.nullable(),
  evidence: z.array(Evidence).describe('The sources of the revision'),
  fact: ShownFactSchema,
}

const BlameOrigin = sameAs<Told.BlameOrigin>()(
  z
    .strictObject(origin)
    .meta({ id: 'BlameOrigin', description: 'A revision that brought in words' }),
)

const BlameRun = z
  .strictObject({
    text: z.string().describe('The words of the run'),
    origin: z.int().min(0).describe('Its place in origins'),
  })
  .meta({ id: 'BlameRun', description: 'A run of words of one origin' })

export const BlameReplySchema = sameAs<Told.DraftBlame>()(
  z.strictObject({
    draft: Id,
    revision: Id,
    origins: z.array(BlameOrigin).describe('In the order in which they were recorded'),
    clauses: z
      .array(
        z.strictObject({
          clause: Id,
          depth: z.int().min(0).describe('How many clauses it stands within'),
          label: z.string().nullable().describe('Its printed number'),
          heading: z.array(BlameRun).describe('Its heading, run by run'),
          text: z.array(BlameRun).describe('Runs that together are the text exactly'),
        }),
      )
      .describe('In reading order'),
  }),
)

const { depth: _, ...clause } = ClauseInTextSchema.shape

const ClauseStep = sameAs<Steps.ClauseStep>()(
  z
    .strictObject({
      ...origin,
      changes: z
        .array(ClauseChangeSchema)
        .describe('Beside the first text the revision was made from'),
      text: z
        .array(RunSchema)
        .describe('Its words beside those before; inserted are those blamed on the revision'),
      clause: z.strictObject(clause).describe('As the revision left it'),
    })
    .meta({ id: 'ClauseStep', description: 'One revision in the history of a clause' }),
)

export const ClauseHistoryReplySchema = z.strictObject({
  draft: Id,
  revision: Id.describe('The draft revision whose clause it is'),
  clause: Id,
  steps: z.array(ClauseStep).describe('The latest first, through merges, splits and every parent'),
  support: z
    .array(
      z.strictObject({
        party: Id,
        history: z.array(HeldPositionSchema).describe('Its positions, in the order of their start'),
      }),
    )
    .describe(
      'Every position any party ever had on the clause, or one it was merged or split from',
    ),
})

export const ClauseReplySchema = z.strictObject({
  draft: Id,
  revision: Id.describe('The draft revision whose clause it is: the current text'),
  clause: z.strictObject(clause).describe('As that revision has it'),
  stances: z
    .array(StanceCellSchema)
    .describe('Where each party stands on the clause and its wordings'),
  steps: ClauseHistoryReplySchema.shape.steps,
  support: ClauseHistoryReplySchema.shape.support,
})
