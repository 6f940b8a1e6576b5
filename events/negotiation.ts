import { z } from 'zod'
import { evidence, Line, Text } from './envelope.ts'
import { renamedRow } from './renamed.ts'

/** The negotiation itself: its opening makes the ledger, and the rest says whether talks go on. */
export const negotiation = {
  'negotiation.opened': {
    schema: 1,
    title: 'Negotiation opened',
    body: z.strictObject({ title: Line, description: Text.optional(), ...evidence }),
  },
  'negotiation.renamed': renamedRow(
    'Negotiation gets another title or description',
    {},
    { title: Line.optional(), description: Text.optional() },
  ),
  'negotiation.suspended': {
    schema: 1,
    title: 'Negotiation suspended',
    body: z.strictObject({ reason: Text.optional(), ...evidence }),
  },
  'negotiation.resumed': {
    schema: 1,
    title: 'Negotiation resumed',
    body: z.strictObject({ reason: Text.optional(), ...evidence }),
  },
  'negotiation.concluded': {
    schema: 1,
    title: 'Negotiation concluded',
    body: z.strictObject({
      outcome: z.enum(['agreement', 'no_agreement', 'unspecified']),
      note: Text.optional(),
      ...evidence,
    }),
  },
} as const
