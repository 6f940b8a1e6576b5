import { z } from 'zod'
import { Id } from '../../../events/envelope.ts'
import type * as Told from '../../../projections/drafts/wording-reply.ts'
import { Ids, Possibly, ShownFact } from './common.ts'
import { sameAs } from './same-as.ts'
import { HeldPosition } from './stance-history.ts'
import { StanceCell } from './stances.ts'

const why = z.enum(['dropped', 'agreed'])

const began = { revision: Id, fact: ShownFact }

const Wording = sameAs<Told.WordingReply>()(
  z.strictObject({
    wording: Id,
    draft: Id,
    state: z
      .enum(['open', 'dropped', 'agreed'])
      .describe('Open while the current text has the words and their clauses are not agreed'),
    possibly: Possibly,
    revision: Id.describe('The last draft revision that had the words'),
    places: z
      .array(z.strictObject({ clause: Id, text: z.string() }))
      .describe('The clauses in which they stand, and the words in each'),
    proposers: Ids,
    opponents: Ids,
    history: z
      .array(
        z.strictObject({
          draft: Id,
          began: z.strictObject(began),
          ended: z.strictObject({ ...began, why }).nullable(),
        }),
      )
      .describe('From which revision to which they stood open, the earliest first'),
  }),
)

export const WordingReply = z.strictObject({
  ...Wording.shape,
  stances: z
    .array(z.strictObject({ cell: StanceCell, history: z.array(HeldPosition) }))
    .describe('Where each party stands on the words, for those that ever took a position'),
})
