import { z } from 'zod'
import { Id, Line, Text } from './envelope.ts'
import { Commitment, Stance } from './statement.ts'

/** Statuses that a draft gives a clause; removal, merging and splitting are operations instead. */
export const ClauseStatus = z.enum([
  'placeholder',
  'proposed',
  'bracketed',
  'agreed_ad_ref',
  'agreed',
  'withdrawn',
])

/** Competing wording for one clause, and who wants it or does not. */
export const Alternative = z
  .strictObject({
    label: Line.optional(),
    text: z
      .string()
      .max(200_000)
      .refine((s) => s.isWellFormed(), 'holds a lone surrogate'),
    proposers: z.array(Id).max(200),
    opponents: z.array(Id).max(200),
    commitment: Commitment.optional(),
  })
  .meta({ id: 'Alternative' })

/** A printed number or letter: not an identity, and reused by real drafts. */
const label = Line.optional()
const heading = Line.optional()

/** Verbatim, and possibly empty: brackets need not balance. */
const wording = z
  .string()
  .max(200_000)
  .refine((s) => s.isWellFormed(), 'must not contain a lone surrogate')

/** A place: within clause `under` (top level if absent), after its sibling `after` (first if null, last if absent). */
const place = { under: Id.optional(), after: Id.nullable().optional() }

const newClause = {
  clause: Id,
  label,
  heading,
  text: wording,
  status: ClauseStatus.optional(),
  alternatives: z.array(Alternative).max(1_000).optional(),
  proposers: z.array(Id).max(200).optional(),
}

/** One step from a draft's basis towards its revision; a revision is its steps in order. */
export const ClauseOperation = z
  .discriminatedUnion('op', [
    z.strictObject({
      op: z.literal('add'),
      ...newClause,
      ...place,
    }),
    z.strictObject({
      op: z.literal('restore'),
      ...newClause,
      clause: Id.describe('Known, and not in this text: it ended here, or is from another draft'),
      ...place,
    }),
    z.strictObject({
      op: z.literal('amend'),
      clause: Id,
      text: wording.optional(),
      heading: Line.nullable().optional().describe('Null takes it away'),
      alternatives: z.array(Alternative).max(1_000).optional(),
      proposers: z.array(Id).max(200).optional(),
    }),
    z.strictObject({ op: z.literal('move'), clause: Id, ...place }),
    z.strictObject({ op: z.literal('relabel'), clause: Id, label }),
    z.strictObject({ op: z.literal('remove'), clause: Id }),
    z.strictObject({
      op: z.literal('merge'),
      clauses: z.array(Id).min(2).max(200).describe('What is merged; each ends here'),
      into: z.strictObject(newClause),
      ...place,
    }),
    z.strictObject({
      op: z.literal('split'),
      clause: Id.describe('What is split; it ends here'),
      into: z.array(z.strictObject(newClause)).min(2).max(200),
    }),
    z.strictObject({ op: z.literal('set_status'), clause: Id, status: ClauseStatus }),
    z.strictObject({
      op: z.literal('take_position'),
      clause: Id,
      party: Id,
      stance: Stance,
      commitment: Commitment,
      note: Text.optional().describe('The footnote as printed'),
    }),
  ])
  .meta({ id: 'ClauseOperation' })

export type ClauseOperation = z.output<typeof ClauseOperation>

type Of<Op extends ClauseOperation['op']> = Extract<ClauseOperation, { op: Op }>

/** A clause that an operation gives words, with who proposes and opposes which. */
export type Wording = Of<'add' | 'restore' | 'amend'> | Of<'merge'>['into']
