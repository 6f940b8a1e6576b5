import { z } from 'zod'
import { Evidence, Id } from '../../../events/envelope.ts'
import type * as Told from '../../../projections/blame/blame-reply.ts'
import type * as Steps from '../../../projections/redline/clause-history.ts'
import { ClauseInText } from './clause.ts'
import { Ids, ShownFact } from './common.ts'
import { ClauseChange, Run } from './redline.ts'
import { sameAs } from './same-as.ts'
import { HeldPosition } from './stance-history.ts'

const origin = {
  draft: Id,
  revision: Id,
  title: z.string().nullable(),
  proposers: Ids.describe('Of the operations, where they name any, else of the revision'),
  meeting: Id.nullable(),
  evidence: z.array(Evidence),
  fact: ShownFact,
}

const BlameOrigin = sameAs<Told.BlameOrigin>()(z.strictObject(origin).meta({ id: 'BlameOrigin' }))

const BlameRun = z
  .strictObject({ text: z.string(), origin: z.int().min(0).describe('Its place in origins') })
  .meta({ id: 'BlameRun' })

export const BlameReply = sameAs<Told.DraftBlame>()(
  z.strictObject({
    draft: Id,
    revision: Id,
    origins: z.array(BlameOrigin).describe('In the order in which they were recorded'),
    clauses: z.array(
      z.strictObject({
        clause: Id,
        depth: z.int().min(0),
        label: z.string().nullable(),
        heading: z.array(BlameRun),
        text: z.array(BlameRun).describe('Runs that together are the text exactly'),
      }),
    ),
  }),
)

const { depth: _, ...clause } = ClauseInText.shape

const ClauseStep = sameAs<Steps.ClauseStep>()(
  z
    .strictObject({
      ...origin,
      changes: z.array(ClauseChange).describe('Beside the first text the revision was made from'),
      text: z
        .array(Run)
        .describe('Its words beside those before; inserted are those blamed on the revision'),
      clause: z.strictObject(clause).describe('As the revision left it'),
    })
    .meta({ id: 'ClauseStep' }),
)

export const ClauseHistoryReply = z.strictObject({
  draft: Id,
  revision: Id.describe('The draft revision whose clause it is'),
  clause: Id,
  steps: z.array(ClauseStep).describe('The latest first, through merges, splits and every parent'),
  support: z
    .array(z.strictObject({ party: Id, history: z.array(HeldPosition) }))
    .describe(
      'Every position any party ever had on the clause, or one it was merged or split from',
    ),
})
