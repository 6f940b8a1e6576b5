import { z } from 'zod'
import { choice } from '../../../events/choice.ts'
import { Alternative } from '../../../events/clause-operation.ts'
import { Id } from '../../../events/envelope.ts'
import type { Doubt } from '../../drafting/doubt.ts'
import type * as Told from '../../drafting/prepare.ts'
import { IdsSchema, MomentSchema } from './common.ts'
import { besideText, OptionalDigestSchema } from './document.ts'
import { RedlineSchema } from './redline.ts'
import { sameAs } from './same-as.ts'

const alike = z.number().min(0).max(1).describe('How much of one another they have')

const PreparedUnit = sameAs<Told.PreparedUnit>()(
  z
    .strictObject({
      unit: z.int().min(0).describe('Its place among the units of the text, from 0'),
      depth: z.int().min(0).describe('How many units it stands within'),
      label: z.string().nullable().describe('The number that was read before it'),
      clause: Id.describe('The clause that it is to be'),
      how: choice('How the unit was matched', {
        kept: 'It is a clause of the basis.',
        restored: 'It is a clause that had ended, or of another basis.',
        merged: 'It is made of several clauses.',
        split: 'It is made of a part of one.',
        added: 'It is a new clause.',
      }),
      from: IdsSchema,
      alike: alike.nullable(),
      brackets: z
        .strictObject({
          alternatives: z.array(Alternative).describe('The competing words that brackets give'),
          imbalances: z
            .array(
              z.strictObject({
                at: z.int().min(0).describe('Its place in the unit, in UTF-16 units'),
                bracket: z.enum(['[', ']']).describe('Which bracket it is'),
              }),
            )
            .describe('Brackets without a counterpart'),
          unresolved: z.array(z.string()).describe('Codes that stand for no party we were told of'),
          others: z
            .array(
              z.strictObject({
                code: z.string().describe('The code of the party, as printed'),
                says: choice('What the mark says of the party', {
                  support: 'That it is for the words.',
                }),
              }),
            )
            .describe('Marks that make no position'),
          unread: z
            .array(
              z.strictObject({
                at: z.int().min(0).describe('Its place in the unit, in UTF-16 units'),
                why: choice('Why the bracket was not read', {
                  unclear: 'It looks as if it said whose it is.',
                  in_heading:
                    'It stands in the label or heading, and at counts there: alternatives are of words.',
                  too_many: 'There are more, deeper or longer ones than a clause can have.',
                }),
              }),
            )
            .describe(
              'Brackets that are in the text alone: they look as if they said whose they are, or are more, deeper or longer than a clause can have',
            ),
        })
        .describe('What its brackets say'),
    })
    .meta({
      id: 'PreparedUnit',
      description: 'A unit of the new text, and the clause that it is to be',
    }),
)

export const MatchReplySchema = z.strictObject({
  asOf: MomentSchema,
  basis: IdsSchema,
  commands: z
    .array(z.looseObject({ type: z.string().describe('Type of the event') }))
    .describe('To be looked at, changed where they are wrong, and posted to events'),
  units: z.array(PreparedUnit).describe('The units of the new text, in reading order'),
  removed: IdsSchema.describe('Clauses of the first basis that are in none of the units'),
  uncertain: z
    .array(
      z.strictObject({
        unit: z.int().min(0).describe('Its place among the units of the text, from 0'),
        clause: Id.describe('The clause that it may be'),
        alike,
      }),
    )
    .describe('Perhaps the same, and not taken so: say in same what they are'),
  redline: RedlineSchema.describe('What the commands change'),
  reading: z
    .strictObject({
      title: z
        .string()
        .nullable()
        .describe('The heading of a whole text in Markdown, which is in none of the units'),
      uncertain: z
        .array(
          sameAs<Doubt>()(
            z.strictObject({
              at: z
                .int()
                .min(0)
                .describe(
                  'In the text with lines that end in LF, in UTF-16 units; of clauses that were given, the place of the clause',
                ),
              label: z.string().describe('The number or letter in question'),
              taken: z.boolean().describe('True if it was taken for a label'),
              why: choice('Why it is doubtful', {
                skips: 'Numbers are left out before it.',
                repeats: 'The number was there before.',
                falls: 'The number is less than the one before.',
                begins_late: 'The series does not begin at its first number.',
                goes_on: 'The line goes on with a sentence.',
                skips_levels:
                  'It stands more than one level below the unit before it, and was taken one below.',
              }),
            }),
          ),
        )
        .describe('Numbers and letters that may be no labels'),
      ...besideText,
      digest: OptionalDigestSchema,
    })
    .describe('What is doubtful about the division into units, and what a document proposes'),
})

/** A line of an answer that tells how far the work is, and ends with its outcome. */
export const MatchLineSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('progress').describe('How far the work is'),
      stage: choice('What is being done', {
        reading: 'The pages of a document are read.',
        matching: 'The units of the text are matched with the clauses of its bases.',
        comparing: 'The redline is made.',
      }),
      done: z.int().min(0).describe('How many pages, or units, are done'),
      of: z.int().min(0).describe('How many there are'),
    }),
    z.strictObject({
      kind: z.literal('matched').describe('The last line: the answer'),
      answer: MatchReplySchema.describe('The commands, and what they rest on'),
    }),
    z.strictObject({
      kind: z.literal('refused').describe('The last line: there is no answer'),
      problem: z
        .looseObject({
          code: z.string().describe('Stable code of the problem'),
          detail: z.string().describe('What is wrong'),
        })
        .describe('As the answer without progress would be'),
    }),
  ])
  .meta({ id: 'MatchLine', description: 'A line of an answer with progress' })
