import { z } from 'zod'
import { DateText, evidence, Id, Line, Text } from './envelope.ts'
import { renamedRow } from './renamed.ts'

export const PartyKind = z.enum(['state', 'organisation', 'armed_group', 'grouping', 'other'])

/** Only a `party` is asked for its consent; mediators, facilitators, observers are never counted. */
export const PartyRole = z.enum([
  'party',
  'mediator',
  'facilitator',
  'observer',
  'guarantor',
  'unspecified',
])

/** Who takes part, and who speaks as one with whom. `since` is when it began, if not `occurred`. */
export const party = {
  'party.listed': {
    schema: 1,
    title: 'Party listed',
    body: z.strictObject({
      party: Id,
      name: Line,
      kind: PartyKind,
      role: PartyRole,
      since: DateText.optional(),
      ...evidence,
    }),
  },
  'party.renamed': renamedRow(
    'Party gets another name, kind or role',
    { party: Id },
    {
      name: Line.optional(),
      kind: PartyKind.exclude(['grouping']).optional(),
      role: PartyRole.optional(),
    },
  ),
  'party.withdrawn': {
    schema: 1,
    title: 'Party withdrawn from the negotiation',
    body: z.strictObject({ party: Id, reason: Text.optional(), ...evidence }),
  },
  'grouping.joined': {
    schema: 1,
    title: 'Party joined a grouping',
    body: z.strictObject({ grouping: Id, party: Id, since: DateText.optional(), ...evidence }),
  },
  'grouping.left': {
    schema: 1,
    title: 'Party left a grouping',
    body: z.strictObject({ grouping: Id, party: Id, ...evidence }),
  },
} as const
