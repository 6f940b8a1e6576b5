import { z } from 'zod'
import { DateText, evidence, Id, isInOrder, Line, outOfOrder, Text } from './envelope.ts'
import { renamedRow } from './renamed.ts'

/** Who speaks, and for whom: an accreditation ties a person to a party for a while. */
export const person = {
  'person.named': {
    schema: 1,
    title: 'Person named',
    body: z.strictObject({
      person: Id,
      name: Line,
      describedAs: Line.optional(),
      ...evidence,
    }),
  },
  'person.renamed': renamedRow(
    'Person gets another name or description',
    { person: Id },
    { name: Line.optional(), describedAs: Line.optional() },
  ),
  'person.accredited': {
    schema: 1,
    title: 'Person accredited to a party',
    body: z
      .strictObject({
        person: Id,
        party: Id,
        capacity: Line.optional().describe('As what: "head of delegation", "spokesperson"'),
        since: DateText.optional(),
        until: DateText.optional(),
        ...evidence,
      })
      .refine(isInOrder, outOfOrder),
  },
  'person.recalled': {
    schema: 1,
    title: 'Person recalled by a party',
    body: z.strictObject({ person: Id, party: Id, reason: Text.optional(), ...evidence }),
  },
} as const
