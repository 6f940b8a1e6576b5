import { z } from 'zod'
import { Alternative } from '../../../events/clause-operation.ts'
import { Id } from '../../../events/envelope.ts'
import type * as Distances from '../../../projections/redline/distance.ts'
import type * as Told from '../../../projections/redline/redline-reply.ts'
import type * as Words from '../../../projections/text/word-diff.ts'
import { ClauseInText } from './clause.ts'
import { Ids, Moment, StartingMoment } from './common.ts'
import { basisUnknown, Contents } from './drafts.ts'
import { sameAs } from './same-as.ts'

export const Run = sameAs<Words.Run>()(
  z
    .strictObject({
      kind: z.enum(['same', 'deleted', 'inserted']),
      text: z.string(),
    })
    .meta({ id: 'Run' }),
)

export const ClauseChange = sameAs<Told.ClauseChange>()(
  z
    .enum([
      'added',
      'removed',
      'merged',
      'split',
      'replaced',
      'moved',
      'relabelled',
      'retitled',
      'amended',
      'status_changed',
      'alternatives_changed',
      'positions_changed',
    ])
    .meta({ id: 'ClauseChange' }),
)

const { status, positions } = ClauseInText.shape

const RedlinedClause = sameAs<Told.RedlinedClause>()(
  z
    .strictObject({
      clause: Id.describe('Of the later text; of a clause that was removed, of the earlier'),
      depth: z.int().min(0),
      changes: z.array(ClauseChange).describe('Empty where it stands as it stood'),
      from: Ids.describe('The clauses of the earlier text that its words are compared with'),
      label: beforeAndAfter(z.string().nullable()),
      heading: z.array(Run),
      text: z.array(Run),
      status: beforeAndAfter(status.nullable()),
      alternatives: beforeAndAfter(z.array(Alternative)).exactOptional(),
      positions: beforeAndAfter(positions).exactOptional(),
    })
    .meta({ id: 'RedlinedClause' }),
)

export const Redline = sameAs<Told.Redline>()(
  z
    .strictObject({
      counts: z.array(z.strictObject({ change: ClauseChange, clauses: z.int().min(1) })),
      clauses: z.array(RedlinedClause).describe('In the reading order of the later text'),
    })
    .meta({ id: 'Redline' }),
)

/** One side of a comparison. */
const TextAt = z.strictObject({
  draft: Id,
  revision: Id.nullable().describe('The draft revision; null where there was no text'),
  contents: Contents.describe('Where that of either side is unknown, nothing is compared'),
  basisUnknown,
  at: Moment,
})

/** The earlier side, which may be as of before there was anything. */
const StartingText = z.strictObject({ ...TextAt.shape, at: StartingMoment })

export const RedlineReply = z.strictObject({ from: StartingText, to: TextAt, ...Redline.shape })

const share = {
  wordsBefore: z.int().min(0),
  wordsAfter: z.int().min(0),
  wordsInCommon: z.int().min(0),
  distance: z.number().min(0).max(1).describe('1 - 2 * common / (before + after)'),
}

const Named = z.strictObject({ clause: Id, label: z.string().nullable() })

const DraftDistance = sameAs<Distances.DraftDistance>()(
  z.strictObject({
    wordsBefore: share.wordsBefore.nullable(),
    wordsAfter: share.wordsAfter.nullable(),
    wordsInCommon: share.wordsInCommon.nullable(),
    distance: share.distance.nullable().describe('Null where a text is unknown'),
    clauses: z.array(z.strictObject({ before: z.array(Named), after: z.array(Named), ...share })),
  }),
)

export const DistanceReply = z.strictObject({
  from: StartingText,
  to: TextAt,
  ...DraftDistance.shape,
})

function beforeAndAfter<S extends z.ZodType>(side: S) {
  return z.strictObject({ before: side, after: side })
}
