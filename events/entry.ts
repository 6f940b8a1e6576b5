import { z } from 'zod'
import { EventId, evidence, Text } from './envelope.ts'
import { FactCommand } from './facts.ts'

/** Why our own entry was wrong; what the world changed is a fact of its own instead. */
const reason = z.enum(['entry_error', 'duplicate', 'reattributed'])

const correction = {
  target: EventId.describe('The event put right; it may itself be a correction'),
  reason,
  note: Text.optional(),
  ...evidence,
}

/** Corrections of the ledger itself. The entry they concern stays, and shows at earlier revisions. */
export const entry = {
  'entry.corrected': {
    schema: 1,
    title: 'Entry corrected',
    body: z.strictObject({
      ...correction,
      replacement: FactCommand,
    }),
  },
  'entry.voided': {
    schema: 1,
    title: 'Entry voided',
    body: z.strictObject(correction),
  },
} as const
