import { z } from 'zod'
import { choice } from '../../../events/choice.ts'
import { Alternative } from '../../../events/clause-operation.ts'
import { Id } from '../../../events/envelope.ts'
import type * as Distances from '../../../projections/redline/distance.ts'
import type * as Told from '../../../projections/redline/redline-reply.ts'
import type * as Words from '../../../projections/text/word-diff.ts'
import { ClauseInTextSchema } from './clause.ts'
import { IdsSchema, MomentSchema, StartingMomentSchema } from './common.ts'
import { basisUnknown, ContentsSchema } from './drafts.ts'
import { sameAs } from './same-as.ts'

export const RunSchema = sameAs<Words.DiffRun>()(
  z
    .strictObject({
      kind: choice('Which of the two texts has the words', {
        same: 'Both.',
        deleted: 'The earlier alone.',
        inserted: 'The later alone.',
      }),
      text: z.string().describe('The words of the run, with their blanks'),
    })
    .meta({ id: 'Run', description: 'A run of words in a comparison' }),
)

export const ClauseChangeSchema = sameAs<Told.ClauseChange>()(
  choice('What happened to a clause', {
    added: 'It is new.',
    removed: 'It is gone.',
    merged: 'It was made of several.',
    split: 'It was made of a part of one.',
    replaced: 'Another stands in its place.',
    moved: 'It stands elsewhere.',
    relabelled: 'Its printed number is another.',
    retitled: 'Its heading is another.',
    amended: 'Its words are others.',
    status_changed: 'How far it is agreed is another.',
    alternatives_changed: 'Its competing words are others.',
    positions_changed: 'What the draft notes of positions is another.',
  }).meta({ id: 'ClauseChange' }),
)

const { status, positions } = ClauseInTextSchema.shape

const RedlinedClause = sameAs<Told.RedlinedClause>()(
  z
    .strictObject({
      clause: Id.describe('Of the later text; of a clause that was removed, of the earlier'),
      depth: z.int().min(0).describe('How many clauses it stands within'),
      changes: z.array(ClauseChangeSchema).describe('Empty where it stands as it stood'),
      from: IdsSchema.describe('The clauses of the earlier text that its words are compared with'),
      label: beforeAndAfter(z.string().nullable()).describe('Its printed number'),
      heading: z.array(RunSchema).describe('Its heading, run by run'),
      text: z.array(RunSchema).describe('Its words, run by run'),
      status: beforeAndAfter(status.nullable()).describe('How far it is agreed'),
      alternatives: beforeAndAfter(z.array(Alternative))
        .nullable()
        .describe('Its competing words; null if they did not change'),
      positions: beforeAndAfter(positions)
        .nullable()
        .describe('The positions that it notes; null if they did not change'),
    })
    .meta({ id: 'RedlinedClause', description: 'A clause in a comparison' }),
)

export const RedlineSchema = sameAs<Told.Redline>()(
  z
    .strictObject({
      counts: z
        .array(
          z.strictObject({
            change: ClauseChangeSchema,
            clauses: z.int().min(1).describe('How many clauses it happened to'),
          }),
        )
        .describe('How often each kind of change occurs'),
      clauses: z.array(RedlinedClause).describe('In the reading order of the later text'),
    })
    .meta({ id: 'Redline', description: 'The comparison of two texts' }),
)

/** One side of a comparison. */
const TextAt = z.strictObject({
  draft: Id,
  draftRevision: Id.nullable().describe('The draft revision; null where there was no text'),
  contents: ContentsSchema.describe('Where that of either side is unknown, nothing is compared'),
  basisUnknown,
  at: MomentSchema.describe('The moment at which that text is read'),
})

/** The earlier side, which may be as of before there was anything. */
const StartingText = z.strictObject({
  ...TextAt.shape,
  at: StartingMomentSchema.describe('The moment at which the earlier text is read'),
})

export const RedlineReplySchema = z.strictObject({
  from: StartingText.describe('The earlier text'),
  to: TextAt.describe('The later text'),
  ...RedlineSchema.shape,
})

const share = {
  wordsBefore: z.int().min(0).describe('Words of the earlier text'),
  wordsAfter: z.int().min(0).describe('Words of the later text'),
  wordsInCommon: z.int().min(0).describe('Words that both texts have'),
  distance: z.number().min(0).max(1).describe('1 - 2 * common / (before + after)'),
}

const Named = z.strictObject({
  clause: Id,
  label: z.string().nullable().describe('Its printed number'),
})

const DraftDistance = sameAs<Distances.DraftDistance>()(
  z.strictObject({
    wordsBefore: share.wordsBefore
      .nullable()
      .describe('Words of the earlier text; null if unknown'),
    wordsAfter: share.wordsAfter.nullable().describe('Words of the later text; null if unknown'),
    wordsInCommon: share.wordsInCommon.nullable().describe('Words that both have; null if unknown'),
    distance: share.distance.nullable().describe('Null where a text is unknown'),
    clauses: z
      .array(
        z.strictObject({
          before: z.array(Named).describe('Clauses of the earlier text'),
          after: z.array(Named).describe('Clauses of the later text that answer them'),
          ...share,
        }),
      )
      .describe('The same, clause by clause'),
  }),
)

export const DistanceReplySchema = z.strictObject({
  from: StartingText.describe('The earlier text'),
  to: TextAt.describe('The later text'),
  ...DraftDistance.shape,
})

function beforeAndAfter<S extends z.ZodType>(side: S) {
  return z.strictObject({
    before: side.describe('In the earlier text'),
    after: side.describe('In the later text'),
  })
}
