import { z } from 'zod'
import { Evidence, FileDigest, Id, Line, verbatim } from '../../events/envelope.ts'
import { codeKey } from '../drafting/codes.ts'
import { DOCUMENT_FORMATS, Document, isDocumentFormat } from './document-contract.ts'
import { message } from './message.ts'

const Wording = verbatim(200_000)

/** The whole new text of a draft, and what its recorder knows of it. */
export const MatchRequest = z
  .strictObject({
    revision: Id.describe('The id of the new revision').meta({ examples: ['r3'] }),
    occurred: z
      .string()
      .max(100)
      .describe('When the revision was made: a date as in events')
      .meta({ examples: ['2026-03-16'] }),
    basis: z
      .array(Id)
      .max(10)
      .optional()
      .describe(
        'What the text was made from, by default the latest revision with a text: the first is changed by the commands, and clauses of the others come back from there',
      ),
    proposers: z.array(Id).max(200).default([]).describe('The parties that put the text forward'),
    title: Line.optional().describe('What the revision is called, if it has a name'),
    meeting: Id.optional(),
    attests: Id.optional(),
    evidence: z.array(Evidence).max(50).optional().describe('The sources of the text'),
    digest: FileDigest.optional().describe(
      'The digest of the file from which the text was read; that of a document is worked out',
    ),
    text: verbatim(4_000_000).optional().describe('Plain text or Markdown'),
    document: Document.optional().describe('Instead of text: a file of that format, in base64'),
    format: z
      .enum(['plain', 'markdown', ...DOCUMENT_FORMATS])
      .default('plain')
      .describe('What text is, plain or markdown; or what document is'),
    clauses: z
      .array(
        z.strictObject({
          label: Line.nullable().default(null).describe('The number or letter printed before it'),
          heading: Line.nullable().default(null).describe('The heading printed above it'),
          text: Wording.describe('The words of the clause'),
          depth: z.int().min(0).max(20).default(0).describe('How many clauses it stands within'),
          id: Id.optional().describe('As in ids'),
        }),
      )
      .max(5_000)
      .optional()
      .superRefine((clauses, context) => idsOnce(clauses ?? [], context))
      .describe('Instead of text: its clauses in reading order'),
    ids: z
      .array(
        z.strictObject({
          unit: z.int().min(0).describe('Place of the unit in the text, from 0'),
          id: Id.describe('The clause that the unit is'),
        }),
      )
      .max(2_000)
      .default([])
      .superRefine(idsOnce)
      .describe(
        'Ids of the units of the new text, from a caller that has them: such a unit is the clause of that id, be it one that stands in a basis, one that ended there, or a new one',
      ),
    parties: z
      .array(
        z.strictObject({
          code: z.string().max(100).describe('The code, as printed in brackets'),
          party: Id.describe('The party for which it stands'),
        }),
      )
      .max(500)
      .default([])
      .superRefine(onePartyEach)
      .describe('The parties for which the codes in brackets stand'),
    same: z
      .array(
        z.strictObject({
          unit: z.int().min(0).describe('Place of the unit in the text, from 0'),
          clause: Id.nullable().describe('The clause that it is; null for a new one'),
        }),
      )
      .max(5_000)
      .default([])
      .superRefine(eachOnce)
      .describe(
        'Which clause a unit of the new text is, or (null) that it is none; units and clauses once each',
      ),
  })
  .refine(
    ({ text, clauses, document }) =>
      [text, clauses, document].filter((given) => given !== undefined).length === 1,
    { message: message('no_single_text', {}) },
  )
  .refine(({ document, format }) => (document !== undefined) === isDocumentFormat(format), {
    message: message('format_of_other', {}),
    path: ['format'],
  })
  .refine(({ document, digest }) => document === undefined || digest === undefined, {
    message: message('digest_of_document', {}),
    path: ['digest'],
  })
  .superRefine(({ ids, same, clauses = [] }, context) => {
    const given = new Set([...same.map(({ unit }) => unit)])
    for (const [index, { unit }] of ids.entries()) {
      if (!given.has(unit) && clauses[unit]?.id === undefined) continue
      const why = message('unit_identified_elsewhere', { unit })
      context.addIssue({ code: 'custom', path: ['ids', index], message: why })
    }
  })
  .meta({
    id: 'MatchRequest',
    description: 'The whole new text of a draft, to be matched with the text before',
  })

export type MatchRequest = z.output<typeof MatchRequest>

/** A code stands for one party, whatever its case. */
function onePartyEach(
  given: readonly { readonly code: string; readonly party: string }[],
  context: z.RefinementCtx,
): void {
  const known = new Map<string, string>()
  for (const [index, { code, party }] of given.entries()) {
    const other = known.get(codeKey(code)) ?? party
    if (other !== party) {
      const why = message('code_of_other_party', { party: other })
      context.addIssue({ code: 'custom', path: [index, 'code'], message: why })
    }
    known.set(codeKey(code), other)
  }
}

/** One clause for two units would lose the text of one: the later of the two is at fault. */
function eachOnce(
  same: readonly { readonly unit: number; readonly clause: string | null }[],
  context: z.RefinementCtx,
): void {
  const [units, clauses] = [new Set<number>(), new Set<string>()]
  for (const [index, { unit, clause }] of same.entries()) {
    if (units.has(unit)) context.addIssue(namedAgain(index, unit))
    else if (clause !== null && clauses.has(clause)) context.addIssue(namedAgain(index, clause))
    units.add(unit)
    if (clause !== null) clauses.add(clause)
  }
}

/** An id stands for one unit, and a unit has one. */
function idsOnce(
  given: readonly { readonly unit?: number; readonly id?: string | undefined }[],
  context: z.RefinementCtx,
): void {
  const [units, ids] = [new Set<number>(), new Set<string>()]
  for (const [index, { unit = index, id }] of given.entries()) {
    if (id === undefined) continue
    if (units.has(unit)) context.addIssue(namedAgain(index, unit))
    else if (ids.has(id)) context.addIssue(namedAgain(index, id))
    units.add(unit)
    ids.add(id)
  }
}

/** The issue of a unit, or of a clause by its id, that is named a second time. */
function namedAgain(index: number, named: number | string) {
  const why =
    typeof named === 'number'
      ? message('unit_named_again', { unit: named })
      : message('clause_named_again', { clause: named })
  return { code: 'custom' as const, path: [index], message: why }
}
