import { z } from 'zod'
import { choice } from './choice.ts'
import { Aliases, DateText, evidence, Id, Line, Text } from './envelope.ts'
import { renamedRow } from './renamed.ts'

export const PartyKind = choice('What sort of actor a party is', {
  state: 'A state or its government.',
  organisation: 'An international or other organisation, such as the UN.',
  armed_group: 'An armed group that is no state.',
  grouping: 'Several parties that speak as one; parties join it with `grouping.joined`.',
  other: 'Anything else; also where its sort is not known.',
})

/** Only a `party` is asked for its consent; mediators, facilitators, observers are never counted. */
export const PartyRole = choice('The part that an actor has in the talks', {
  party: 'Its consent is sought. Only these are counted in differences and convergence.',
  mediator: 'Helps the parties to agree, and may put forward proposals of its own.',
  facilitator: 'Brings the parties together, and proposes nothing itself.',
  observer: 'Is present, and takes no part.',
  guarantor: 'Promises that what is agreed will be kept.',
  unspecified: 'The part that it has is not known.',
})

const PartyId = Id.meta({
  description: 'The party concerned, by its id in this ledger',
  examples: ['egypt'],
})

const GroupingId = Id.meta({
  description: 'The grouping, by the id under which it is listed as a party of kind `grouping`',
  examples: ['downstream-states'],
})

const name = Line.meta({
  description: 'The name of the party, as readers know it',
  examples: ['Egypt'],
})

/** Participants, and groupings that speak as one. `since` is when it began, if not `occurred`. */
export const partyFacts = {
  'party.listed': {
    schema: 1,
    title: 'Party listed',
    description:
      'Introduces an actor: a state, an organisation, a mediator, or a grouping of several. Everything that names a party needs this first.',
    example: {
      occurred: '2026-03-01',
      party: 'egypt',
      name: 'Egypt',
      kind: 'state',
      role: 'party',
    },
    body: z.strictObject({
      party: Id.meta({
        description: 'An id of your choice for the party; everything else names it by this',
        examples: ['egypt'],
      }),
      name,
      kind: PartyKind,
      role: PartyRole,
      since: DateText.meta({
        description: 'When it began to take part, if that was not when this was reported',
        examples: ['../2025-11-30'],
      }).optional(),
      aliases: Aliases.optional(),
      ...evidence,
    }),
  },
  'party.renamed': renamedRow(
    {
      title: 'Party gets another name, kind or role',
      description: 'Gives a listed party another name, aliases, kind or role from its date on.',
      example: { occurred: '2026-04-02', party: 'egypt', role: 'guarantor' },
    },
    { party: PartyId },
    {
      name: name.optional(),
      aliases: Aliases.optional(),
      kind: PartyKind.exclude(['grouping'])
        .meta(PartyKind.meta() ?? {})
        .optional(),
      role: PartyRole.optional(),
    },
  ),
  'party.withdrawn': {
    schema: 1,
    title: 'Party withdrawn from the negotiation',
    description:
      'Says that a party left the talks as a whole. Its memberships end with it; its earlier positions stay readable.',
    example: { occurred: '2026-05-01', party: 'sudan', reason: 'A dispute on procedure' },
    body: z.strictObject({
      party: PartyId,
      reason: Text.meta({
        description: 'Why the party withdrew, as far as it is known',
        examples: ['A dispute on procedure'],
      }).optional(),
      ...evidence,
    }),
  },
  'party.returned': {
    schema: 1,
    title: 'Party returned to the negotiation',
    description:
      'Says that a party that withdrew takes part again from its date on. Its memberships do not come back with it: each is joined anew by `grouping.joined`.',
    example: { occurred: '2026-05-20', party: 'sudan', reason: 'The procedure was agreed' },
    body: z.strictObject({
      party: PartyId,
      reason: Text.meta({
        description: 'Why the party came back, as far as it is known',
        examples: ['The procedure was agreed'],
      }).optional(),
      ...evidence,
    }),
  },
  'grouping.joined': {
    schema: 1,
    title: 'Party joined a grouping',
    description:
      'Makes a party a member of a grouping. From then on what the grouping says is also an answer of the member.',
    example: { occurred: '2026-03-02', grouping: 'downstream-states', party: 'egypt' },
    body: z.strictObject({
      grouping: GroupingId,
      party: PartyId,
      since: DateText.meta({
        description: 'When the membership began, if that was not when this was reported',
        examples: ['2026-01'],
      }).optional(),
      ...evidence,
    }),
  },
  'grouping.left': {
    schema: 1,
    title: 'Party left a grouping',
    description:
      'Ends a membership: from then on what the grouping says binds the party no longer.',
    example: { occurred: '2026-06-01', grouping: 'downstream-states', party: 'egypt' },
    body: z.strictObject({ grouping: GroupingId, party: PartyId, ...evidence }),
  },
} as const
