import { z } from 'zod'

const Line = z.int().min(1).describe('Number of a line of the file, from 1, blank lines counted')

/** The members of a problem (RFC 9457) as a line of a reply carries it. */
const LineProblem = z.looseObject({
  code: z.string().describe('Stable code of the problem'),
  detail: z.string().describe('What is wrong with the line'),
})

/** Lines that are in the ledger: those after the progress before this one, up to `line`. */
export const ImportProgress = z.strictObject({
  kind: z.literal('progress').describe('Lines were recorded'),
  line: Line,
  revision: z.int().describe('Revision of the event that the last of them made'),
  replayed: z.boolean().describe('They had been recorded before'),
})

/** A line that cannot be recorded; none of its request was, and the import ends there. */
export const RefusedLine = z.strictObject({
  kind: z.literal('refused').describe('A line was refused, and the import ends'),
  line: Line,
  problem: LineProblem.describe('Its pointers begin at the command of that line'),
})

/** The last line: how the import ended. */
export const ImportSummary = z.strictObject({
  kind: z.literal('summary').describe('The last line of the reply'),
  complete: z.boolean().describe('Every line of the file is in the ledger'),
  dryRun: z.boolean().describe('True if nothing was written'),
  line: z.int().min(0).describe('The last line that is in the ledger; 0 where none is'),
  events: z.int().describe('How many events these lines made'),
  replayed: z.int().describe('How many of these had been recorded before'),
  revision: z.int().nullable().describe('Revision of the last of these events'),
  problem: LineProblem.nullable().describe(
    'Why it ended, where that is not for a line to say; else null',
  ),
})

/** A line of the answer to an import of commands: one JSON value. */
export const ImportReply = z
  .discriminatedUnion('kind', [ImportProgress, RefusedLine, ImportSummary])
  .meta({ id: 'ImportReply' })

export type ImportReply = z.output<typeof ImportReply>
