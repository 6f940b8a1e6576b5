import { z } from 'zod'
import { Evidence, Id, Line } from '../../events/envelope.ts'

const Wording = z
  .string()
  .max(200_000)
  .refine((text) => text.isWellFormed(), 'must not contain a lone surrogate')

/** The whole new text of a draft, and what its recorder knows of it. */
export const MatchRequest = z
  .strictObject({
    revision: Id.describe('The id of the new revision'),
    occurred: z.string().max(100),
    basis: z
      .array(Id)
      .max(10)
      .optional()
      .describe(
        'What the text was made from, by default the latest revision with a text: the first is changed by the commands, and clauses of the others come back from there',
      ),
    proposers: z.array(Id).max(200).default([]),
    title: Line.optional(),
    meeting: Id.optional(),
    attests: Id.optional(),
    evidence: z.array(Evidence).max(50).optional(),
    text: z.string().max(4_000_000).optional().describe('Plain text or Markdown'),
    format: z.enum(['plain', 'markdown']).default('plain').describe('What text is'),
    clauses: z
      .array(
        z.strictObject({
          label: Line.nullable().default(null),
          heading: Line.nullable().default(null),
          text: Wording,
          depth: z.int().min(0).max(20).default(0),
        }),
      )
      .max(5_000)
      .optional()
      .describe('Instead of text: its clauses in reading order'),
    parties: z
      .array(z.strictObject({ code: z.string().max(100), party: Id }))
      .max(500)
      .default([])
      .describe('The parties for which the codes in brackets stand'),
    same: z
      .array(z.strictObject({ unit: z.int().min(0), clause: Id.nullable() }))
      .max(5_000)
      .default([])
      .superRefine(eachOnce)
      .describe(
        'Which clause a unit of the new text is, or (null) that it is none; units and clauses once each',
      ),
  })
  .refine(({ text, clauses }) => (text === undefined) !== (clauses === undefined), {
    message: 'must have either text or clauses',
  })
  .meta({ id: 'MatchRequest' })

export type MatchRequest = z.output<typeof MatchRequest>

/** One clause for two units would lose the text of one: the later of the two is at fault. */
function eachOnce(
  same: readonly { readonly unit: number; readonly clause: string | null }[],
  context: z.RefinementCtx,
): void {
  const [units, clauses] = [new Set<number>(), new Set<string>()]
  for (const [index, { unit, clause }] of same.entries()) {
    const again = units.has(unit) ? `unit ${unit}` : clauses.has(clause ?? '') ? clause : undefined
    if (again !== undefined) {
      context.addIssue({ code: 'custom', path: [index], message: `names ${again} again` })
    }
    units.add(unit)
    if (clause !== null) clauses.add(clause)
  }
}
