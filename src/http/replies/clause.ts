import { z } from 'zod'
import { aboutOf } from '../../../events/about.ts'
import { choice } from '../../../events/choice.ts'
import { Alternative, ClauseStatus } from '../../../events/clause-operation.ts'
import { Id } from '../../../events/envelope.ts'
import { Commitment, Stance } from '../../../events/position.ts'
import type * as Clauses from '../../../projections/drafts/clause.ts'
import type * as Told from '../../../projections/drafts/draft-reply.ts'
import { IdsSchema } from './common.ts'
import { sameAs } from './same-as.ts'

const ClausePosition = sameAs<Clauses.ClausePosition>()(
  z.strictObject({
    party: Id,
    stance: Stance,
    commitment: Commitment,
    note: z.string().nullable().describe('The footnote as printed'),
    takenIn: Id.describe('The draft revision that put it there'),
  }),
)

export const ClauseStatusToldSchema = sameAs<Clauses.StandingClauseStatus>()(
  choice('How far the clause is agreed, or how it ended', {
    ...(aboutOf(ClauseStatus).meanings as Record<z.output<typeof ClauseStatus>, string>),
    merged_into: 'It was merged with others, and ended.',
    split_into: 'It was split, and ended.',
    removed: 'It was taken out.',
  }),
)

export const ClauseInTextSchema = sameAs<Told.ClauseInText>()(
  z
    .strictObject({
      id: Id,
      label: z.string().nullable().describe('The printed number: no identity, and reused'),
      heading: z.string().nullable().describe('The heading printed above it'),
      text: z.string().describe('Its words, verbatim'),
      status: ClauseStatusToldSchema,
      alternatives: z.array(Alternative).describe('Competing words, with who wants them'),
      proposers: IdsSchema,
      positions: z.array(ClausePosition).describe('The positions that the draft itself notes'),
      lineage: z
        .strictObject({
          from: IdsSchema.describe('The clauses that it was made of'),
          into: IdsSchema.describe('The clauses that it became'),
        })
        .describe('Merges and splits that it came from or ended in'),
      under: Id.nullable().describe('The clause that it stands within'),
      addedIn: Id.describe('The draft revision that brought it in'),
      wordedIn: Id.describe('The draft revision that last gave it words'),
      changedIn: Id.describe('The draft revision that last changed it'),
      unplaced: z
        .literal(true)
        .exactOptional()
        .describe(
          'Present where an operation could not put its words in their place: it stands last',
        ),
      depth: z.int().min(0).describe('How many clauses it stands within'),
    })
    .meta({ id: 'ClauseInText', description: 'A clause in the text of a revision' }),
)
