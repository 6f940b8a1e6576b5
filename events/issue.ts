import { z } from 'zod'
import { evidence, Id, Line, Text } from './envelope.ts'

/** A contested point, put as a proposition that a party can support or oppose. */
export const issue = {
  'issue.raised': {
    schema: 1,
    title: 'Issue raised',
    body: z.strictObject({ issue: Id, title: Line, proposition: Text, ...evidence }),
  },
  'issue.reframed': {
    schema: 1,
    title: 'Issue reframed',
    body: z
      .strictObject({
        issue: Id,
        title: Line.optional(),
        proposition: Text.optional(),
        ...evidence,
      })
      .refine((b) => b.title !== undefined || b.proposition !== undefined, {
        message: 'needs a title or a proposition',
        path: ['proposition'],
      }),
  },
  'issue.settled': {
    schema: 1,
    title: 'Issue settled',
    body: z.strictObject({ issue: Id, outcome: Text.optional(), ...evidence }),
  },
  'issue.reopened': {
    schema: 1,
    title: 'Issue reopened',
    body: z.strictObject({ issue: Id, reason: Text.optional(), ...evidence }),
  },
} as const
