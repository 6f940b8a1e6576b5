import { z } from 'zod'
import { Id } from '../../../events/envelope.ts'
import { negotiationParams } from '../contract.ts'
import type { Operation } from '../openapi/operation.ts'
import { DECIDED } from '../openapi/problem-sets.ts'
import { ImportReply } from './reply.ts'

export const NDJSON = 'application/x-ndjson'

export const importQuery = {
  form: z
    .enum(['commands', 'archive', 'raw', 'bundle'])
    .default('commands')
    .describe(
      'What the file is: commands to record, commands of an archive with the `recordedAt` of the system that recorded them, a bundle of another service to keep, or raw events',
    ),
  unsigned: z
    .enum(['accepted'])
    .optional()
    .describe(
      'Needed for raw events: nothing in them proves that they are whole, or that any service recorded them; this one signs them as its own from here on',
    ),
  dryRun: z
    .enum(['true', 'false'])
    .default('false')
    .transform((text) => text === 'true')
    .describe('Say what would come of it, and write nothing'),
}

const MovedReply = z
  .strictObject({
    negotiation: Id,
    origin: z.string().describe('The origin of its events, which it keeps'),
    revision: z.int().describe('The head of the ledger now'),
    events: z.int().describe('How many events were moved'),
    replayed: z.int().describe('How many of them were here before'),
    dryRun: z.boolean().describe('True if nothing was written'),
  })
  .meta({ id: 'Moved', description: 'What became of a ledger that was moved here' })

const FILE = [
  { type: 'negotiation.opened', occurred: '2026-03-01', title: 'Talks on the river' },
  { type: 'issue.raised', occurred: '2026-03', issue: 'dam', title: 'Dam', proposition: 'A dam' },
]

export const IMPORT: Operation = {
  id: 'importFile',
  tag: 'Recording',
  summary: 'Import a file',
  description:
    'A file of commands, recorded piece by piece with a reply for each: sent again with the same Idempotency-Key, it goes on where it was. Or an archive: commands that each have a `recordedAt`, in that order, for a ledger that holds nothing else; that time is then the transaction time, marked as the claim of the system that it comes from by `importedAt`. Or a bundle, which is verified whole by the key in Log-Key and kept byte for byte; a ledger that another service signs is read here, and not written. Or raw events, unsigned.',
  params: negotiationParams,
  query: importQuery,
  headers: ['Idempotency-Key', 'If-Match', 'If-None-Match', 'Log-Key'],
  body: [{ mediaType: NDJSON }],
  replies: {
    200: {
      description: 'What became of a file of commands, line by line; of raw events, as with 201',
      ...{ mediaType: NDJSON, line: ImportReply },
      also: { schema: MovedReply },
      headers: ['Unwitnessed'],
    },
    201: {
      description: 'A ledger was moved here',
      headers: ['Location', 'Unwitnessed'],
      schema: MovedReply,
    },
  },
  problems: [
    ...DECIDED,
    'raw_event_invalid',
    'bundle_invalid',
    'ledger_not_empty',
    'origin_taken',
    'temporary_files_unavailable',
  ],
  examples: [
    {
      summary: 'A file of two commands',
      params: { negotiation: 'river' },
      query: { dryRun: 'true' },
      body: `${FILE.map((line) => JSON.stringify(line)).join('\n')}\n`,
    },
  ],
}
