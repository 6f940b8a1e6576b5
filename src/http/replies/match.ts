import { z } from 'zod'
import { Alternative } from '../../../events/clause-operation.ts'
import { Id } from '../../../events/envelope.ts'
import type { Proposal } from '../../drafting/formats/document-text.ts'
import type { Doubt } from '../../drafting/plain-text.ts'
import type * as Told from '../../drafting/prepare.ts'
import { Ids, Moment } from './common.ts'
import { Redline } from './redline.ts'
import { sameAs } from './same-as.ts'

const alike = z.number().min(0).max(1).describe('How much of one another they have')

const PreparedUnit = sameAs<Told.PreparedUnit>()(
  z
    .strictObject({
      unit: z.int().min(0),
      depth: z.int().min(0),
      label: z.string().nullable(),
      clause: Id.describe('The clause that it is to be'),
      how: z.enum(['kept', 'restored', 'merged', 'split', 'added']),
      from: Ids,
      alike: alike.nullable(),
      brackets: z.strictObject({
        alternatives: z.array(Alternative),
        imbalances: z.array(z.strictObject({ at: z.int().min(0), bracket: z.enum(['[', ']']) })),
        unresolved: z.array(z.string()).describe('Codes that stand for no party we were told of'),
        others: z.array(z.strictObject({ code: z.string(), says: z.enum(['support', 'reserve']) })),
        unread: z
          .array(z.strictObject({ at: z.int().min(0), why: z.enum(['unclear', 'too_many']) }))
          .describe(
            'Brackets that are in the text alone: they look as if they said whose they are, or are more, deeper or longer than a clause can have',
          ),
      }),
    })
    .meta({ id: 'PreparedUnit' }),
)

export const MatchReply = z.strictObject({
  asOf: Moment,
  basis: Ids,
  commands: z
    .array(z.looseObject({ type: z.string() }))
    .describe('To be looked at, changed where they are wrong, and posted to events'),
  units: z.array(PreparedUnit),
  removed: Ids.describe('Clauses of the first basis that are in none of the units'),
  uncertain: z
    .array(z.strictObject({ unit: z.int().min(0), clause: Id, alike }))
    .describe('Perhaps the same, and not taken so: say in same what they are'),
  redline: Redline.describe('What the commands change'),
  reading: z
    .strictObject({
      uncertain: z.array(
        sameAs<Doubt>()(
          z.strictObject({
            at: z.int().min(0).describe('In the text with lines that end in LF, in UTF-16 units'),
            label: z.string(),
            taken: z.boolean().describe('Whether it was taken for a label'),
            why: z.enum(['skips', 'repeats', 'falls', 'begins_late', 'goes_on']),
          }),
        ),
      ),
      proposals: z
        .array(
          sameAs<Proposal>()(
            z.strictObject({
              kind: z.enum(['insertion', 'deletion', 'comment']),
              author: z.string(),
              date: z.string().nullable().describe('As the document gives it'),
              text: z.string(),
            }),
          ),
        )
        .describe('Tracked changes and comments of a document'),
    })
    .describe('What is doubtful about the division into units, and what a document proposes'),
})
