import { z } from 'zod'
import { Alternative, ClauseStatus } from '../../../events/clause-operation.ts'
import { Id } from '../../../events/envelope.ts'
import { Commitment, Stance } from '../../../events/statement.ts'
import type * as Clauses from '../../../projections/drafts/clause.ts'
import type * as Told from '../../../projections/drafts/draft-reply.ts'
import { Ids } from './common.ts'
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

export const ClauseInText = sameAs<Told.ClauseInText>()(
  z
    .strictObject({
      id: Id,
      label: z.string().nullable().describe('The printed number: no identity, and reused'),
      heading: z.string().nullable(),
      text: z.string(),
      status: z.enum([...ClauseStatus.options, 'merged_into', 'split_into', 'removed']),
      alternatives: z.array(Alternative),
      proposers: Ids,
      positions: z.array(ClausePosition),
      lineage: z.strictObject({ from: Ids, into: Ids }),
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
      depth: z.int().min(0),
    })
    .meta({ id: 'ClauseInText' }),
)
