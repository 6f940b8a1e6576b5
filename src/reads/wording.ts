import { z } from 'zod'
import { Id } from '../../events/envelope.ts'
import type * as Told from '../../projections/drafts/wording-reply.ts'
import { wordingWithStances } from '../../projections/stances/on-wording.ts'
import { IdsSchema, PossiblySchema, ShownFactSchema } from '../http/replies/common.ts'
import { sameAs } from '../http/replies/same-as.ts'
import { HeldPositionSchema } from '../http/replies/stance-history.ts'
import { StanceCellSchema } from '../http/replies/stances.ts'
import { defineRead } from './read.ts'

const why = z.enum(['dropped', 'agreed']).describe('Whether the words went, or were agreed')

const began = {
  draftRevision: Id.describe('With which it began or ended'),
  fact: ShownFactSchema.describe('The entry that brought the revision'),
}

const Wording = sameAs<Told.WordingReply>()(
  z.strictObject({
    wording: Id.describe('The words that are answered for, as subjects name them'),
    draft: Id.describe('The draft in which it stood last'),
    state: z
      .enum(['open', 'dropped', 'agreed'])
      .describe('Open while the current text has the words and their clauses are not agreed'),
    possibly: PossiblySchema,
    draftRevision: Id.describe('The last draft revision that had the words'),
    places: z
      .array(
        z.strictObject({
          clause: Id.describe('A clause in which they stand'),
          text: z.string().describe('The words in it'),
        }),
      )
      .describe('The clauses in which they stand, and the words in each'),
    proposers: IdsSchema.describe('Who proposes the words'),
    opponents: IdsSchema.describe('Who opposes the words'),
    reserving: IdsSchema.describe('Who reserves its position on the words'),
    history: z
      .array(
        z.strictObject({
          draft: Id.describe('The draft in which they stood'),
          began: z.strictObject(began).describe('The revision from which they stood open'),
          ended: z
            .strictObject({ ...began, why })
            .nullable()
            .describe('The revision that ended that; null while they stand open'),
        }),
      )
      .describe('From which revision to which they stood open, the earliest first'),
  }),
)

export const wordingRead = defineRead({
  path: '/wordings/:wording',
  id: 'getWording',
  tag: 'Drafts',
  summary: 'Words in brackets at a moment: where they stand, who is for them, and since when',
  params: { wording: Id },
  example: { status: 404, params: { wording: 'or-twice' } },
  reply: z.strictObject({
    ...Wording.shape,
    stances: z
      .array(
        z.strictObject({
          cell: StanceCellSchema,
          history: z
            .array(HeldPositionSchema)
            .describe('Its positions, in the order of their start'),
        }),
      )
      .describe('Where each party stands on the words, for those that ever took a position'),
  }),
  answer: ({ projections, asOf }, { wording }) => wordingWithStances(projections, wording, asOf),
})
