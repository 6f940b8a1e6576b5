import { z } from 'zod'
import { DateText, evidence, Id, isInOrder, Language, Line, outOfOrder, Text } from './envelope.ts'
import { Quantity } from './quantity.ts'

export const Stance = z.enum([
  'proposes',
  'supports',
  'no_objection',
  'undecided',
  'opposes',
  'withdrawn',
])

export const Commitment = z.enum([
  'firm',
  'in_principle',
  'conditional',
  'ad_referendum',
  'reserved',
  'joins_consensus',
  'unspecified',
])

export const AttributionLevel = z.enum([
  'on_record',
  'background',
  'deep_background',
  'anonymous',
  'outlet_voice',
  'official_document',
  'leaked_document',
])

/** What a position or a statement is about. */
export const Subject = z
  .strictObject({ kind: z.enum(['issue', 'clause', 'draft']), id: Id })
  .meta({ id: 'Subject' })

export type Subject = z.output<typeof Subject>

export const Position = z
  .strictObject({
    party: Id,
    subject: Subject,
    stance: Stance,
    commitment: Commitment,
    condition: Text.optional().describe('On what it depends, where the commitment is conditional'),
    redLine: z.enum(['yes', 'no', 'unstated']),
    quantity: Quantity.optional(),
    since: DateText.optional().describe(
      'When it began to hold, if not when the statement was made',
    ),
    until: DateText.optional().describe('When it ceases to hold, as the statement itself says'),
    fit: z.enum(['exact', 'broader', 'narrower']).optional(),
    rationale: Text.optional(),
  })
  .refine(isInOrder, outOfOrder)
  .meta({ id: 'Position' })

export type Position = z.output<typeof Position>

/** Whose words these are. A person, party or named outlet carries its id or name. */
export const Speaker = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('person'), id: Id, describedAs: Line.optional() }),
    z.strictObject({ kind: z.literal('party'), id: Id, describedAs: Line.optional() }),
    z.strictObject({ kind: z.literal('outlet'), describedAs: Line }),
    z.strictObject({ kind: z.literal('anonymous'), describedAs: Line.optional() }),
  ])
  .meta({ id: 'Speaker' })

export type Speaker = z.output<typeof Speaker>

/** Differences that somebody says are open: kept apart from those computed from stances. */
export const OpenDifferences = z.strictObject({
  atLeast: z.int().min(0).max(10_000).optional(),
  between: z.array(Id).max(100).optional(),
  issues: z.array(Id).max(500),
})

/** Admiralty scale; F and 6 mean that it cannot be judged, not that it is bad. */
export const Assessment = z.strictObject({
  assessor: Line,
  reliability: z.enum(['A', 'B', 'C', 'D', 'E', 'F']),
  credibility: z.int().min(1).max(6),
})

export const statement = {
  'statement.recorded': {
    schema: 2,
    title: 'Statement recorded',
    body: z.strictObject({
      statement: Id,
      speaker: Speaker,
      onBehalfOf: Id.optional(),
      jointlyWith: z
        .array(z.strictObject({ speaker: Speaker, onBehalfOf: Id.optional() }))
        .max(100)
        .optional()
        .describe('Others whose statement it is as much: a joint communiqué has several speakers'),
      text: Text,
      language: Language,
      rendering: z.enum(['original', 'translation', 'unknown']),
      wording: z.enum(['quoted', 'partly_quoted', 'paraphrased', 'summarised']),
      channel: z.strictObject({ kind: Line, name: Line.optional() }).optional(),
      attribution: z.strictObject({ level: AttributionLevel, phrase: Line.optional() }),
      saidAt: Id.optional().describe('The meeting at which it was said'),
      datedBy: z
        .literal('session')
        .optional()
        .meta({ readOnly: true })
        .describe('Set by the ledger where occurred was left out: it is the window of the session'),
      about: z
        .array(
          z.strictObject({
            kind: z.enum(['issue', 'clause', 'draft', 'meeting', 'party', 'person', 'statement']),
            id: Id,
          }),
        )
        .max(100),
      positions: z.array(Position).max(200),
      openDifferences: OpenDifferences.optional(),
      assessments: z.array(Assessment).max(50).optional(),
      ...evidence,
    }),
  },
  'statement.retracted': {
    schema: 2,
    title: 'Statement retracted by its speaker',
    body: z.strictObject({
      statement: Id,
      manner: z.enum(['retracted', 'denied']),
      text: Text.optional().describe('The words of the retraction'),
      ...evidence,
    }),
  },
  'position.ended': {
    schema: 1,
    title: 'Position ended',
    body: z.strictObject({
      statement: Id.describe('The statement that carried the position'),
      party: Id,
      subject: Subject,
      reason: Text.optional(),
      ...evidence,
    }),
  },
} as const
