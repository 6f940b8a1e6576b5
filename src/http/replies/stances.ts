import { z } from 'zod'
import { aboutOf } from '../../../events/about.ts'
import { choice } from '../../../events/choice.ts'
import { EventId, Evidence, Id, UncertainDate } from '../../../events/envelope.ts'
import { Position, Stance as StanceTaken } from '../../../events/position.ts'
import { Speaker } from '../../../events/speaker.ts'
import type * as Views from '../../../projections/stances/position-view.ts'
import type * as Sides from '../../../projections/stances/side.ts'
import type * as Cells from '../../../projections/stances/stance-cell.ts'
import { ClauseStatusToldSchema } from './clause.ts'
import { PossiblySchema, RevisionNumberSchema, SubjectSchema, TimeSchema } from './common.ts'
import { SupportSchema } from './evidence.ts'
import { sameAs } from './same-as.ts'

export const StanceSchema = sameAs<Sides.StanceOrNone>()(
  choice('Where a party stands on a subject, computed from all its positions', {
    ...meaningsOf(StanceTaken),
    conflicting:
      'Positions of different voices stand against each other; both sides are in `conflict`.',
    no_record: 'Nothing in the ledger says where it stands then.',
  }).meta({ id: 'Stance' }),
)

export const LayerNameSchema = choice('How directly it comes from the party', {
  declared: 'Said on the record by or for the party itself, or done in an attested draft.',
  reported: 'Known through others: unnamed sources, summaries, leaks, other parties.',
}).meta({ id: 'LayerName' })

/** The meanings of an enumeration of events, to which a reply adds some. */
function meaningsOf<E extends string>(schema: z.ZodType<E>): Record<E, string> {
  return aboutOf(schema).meanings as Record<E, string>
}

const { stance, commitment, redLine, quantity, fit } = Position.shape

export const PositionViewSchema = sameAs<Views.PositionView>()(
  z
    .strictObject({
      carriedBy: z
        .strictObject({
          kind: choice('What carries the position', {
            statement: 'A statement.',
            draft: 'The tabling or withdrawal of a draft.',
            revision: 'An act in a draft revision.',
          }),
          id: Id.describe('The statement, draft or revision'),
        })
        .describe('The statement or the act in a draft that the position comes from'),
      party: Id,
      via: Id.nullable().describe('The grouping through which the party answers'),
      layer: LayerNameSchema,
      ...{ stance, commitment, redLine, quantity, fit },
      condition: z.string().exactOptional().describe('On what the position depends'),
      rationale: z.string().exactOptional().describe('The reason that the party gives'),
      since: UncertainDate.describe('Since when it holds'),
      alreadyStanding: z.boolean().describe('It was said only to be standing already'),
      until: UncertainDate.nullable().describe('The end that it names itself'),
      voice: z.string().describe('Equal for positions of one voice'),
      attribution: z
        .strictObject({
          level: z.string().describe('How openly the report ascribes the words'),
          phrase: z.string().exactOptional().describe('The words that ascribe it, as printed'),
        })
        .nullable()
        .describe('How the report ascribes the words; null for an act in a draft'),
      speaker: Speaker.nullable().describe('Whose words they are; null for an act in a draft'),
      onBehalfOf: Id.nullable().describe('The party for which it was said'),
      revision: RevisionNumberSchema.describe('Revision of the event whose words these are'),
      id: EventId.describe('Id of the event in whose place they stand'),
      occurred: UncertainDate,
      recordedAt: TimeSchema,
      evidence: z.array(Evidence).describe('The sources that report it'),
      support: SupportSchema,
    })
    .meta({ id: 'PositionView', description: 'A position as it stands behind an answer' }),
)

const Conflict = z
  .tuple([PositionViewSchema, PositionViewSchema])
  .describe('Both sides that stand against each other, the later first; null without a conflict')

const OrElse = sameAs<Cells.OrElse>()(
  z
    .strictObject({
      stance: StanceSchema,
      basis: LayerNameSchema.nullable().describe('The layer that decides; null without a record'),
      position: PositionViewSchema.nullable().describe(
        'What would decide; null where nothing would',
      ),
    })
    .meta({ id: 'OrElse', description: 'The other answer, where one is `possibly`' }),
)

const Layer = sameAs<Cells.Layer>()(
  z
    .strictObject({
      stance: StanceSchema,
      leader: PositionViewSchema.describe('The position that decides the layer'),
      conflict: Conflict.nullable(),
      afterRetraction: z
        .literal(true)
        .exactOptional()
        .describe('There if it leads only because a later position was retracted'),
      possibly: PossiblySchema,
      orElse: OrElse.exactOptional(),
    })
    .meta({ id: 'Layer', description: 'The answer from the positions of one layer alone' }),
)

export const StanceCellSchema = sameAs<Cells.StanceCell>()(
  z
    .strictObject({
      party: Id,
      subject: SubjectSchema,
      stance: StanceSchema,
      basis: LayerNameSchema.nullable().describe('The layer that decides; null without a record'),
      possibly: PossiblySchema,
      orElse: OrElse.exactOptional(),
      conflict: Conflict.nullable(),
      declared: Layer.nullable().describe(
        'What the party itself said; null without such a position',
      ),
      reported: Layer.nullable().describe('What others say of it; null without such a position'),
      clause: z
        .strictObject({
          inText: z.boolean().describe('False where it has left the current text of every draft'),
          status: ClauseStatusToldSchema.nullable().describe(
            'Null where no current text has or had it',
          ),
          wordings: z
            .strictObject({
              of: z.int().describe('How many are open'),
              for: z.int().describe('How many of them the party is for'),
              against: z.int().describe('How many of them the party is against'),
              reserves: z.int().describe('On how many of them the party reserves its position'),
            })
            .describe(
              'How many wordings are open in it, and on which side of how many the party is',
            ),
        })
        .nullable()
        .describe(
          'Of a clause, beside what the party says of it as a whole; null of other subjects',
        ),
    })
    .meta({ id: 'StanceCell', description: 'The stance of one party on one subject, and why' }),
)
