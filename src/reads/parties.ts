import { z } from 'zod'
import { choice } from '../../events/choice.ts'
import { Id } from '../../events/envelope.ts'
import { facts } from '../../events/facts.ts'
import type * as Told from '../../projections/parties/parties.ts'
import {
  PossiblySchema,
  renamings,
  ShownFactSchema,
  ShownFactWithReasonSchema,
} from '../http/replies/common.ts'
import { sameAs } from '../http/replies/same-as.ts'
import { defineRead } from './read.ts'

export const PartyStatusSchema = sameAs<Told.PartyStatus>()(
  choice('The state of a party in the talks', {
    not_yet_listed: 'It takes part only later.',
    listed: 'It takes part.',
    withdrawn: 'It left the talks.',
  }).meta({ id: 'PartyStatus' }),
)

const Membership = sameAs<Told.MembershipReply>()(
  z.strictObject({
    id: Id.describe('The grouping, seen from a party; the party, seen from a grouping'),
    joined: ShownFactSchema.describe('The fact that made it a member'),
    possibly: PossiblySchema,
  }),
)

const { evidence: _, ...listed } = facts['party.listed'].body.shape
const { party: _party, evidence: _cited, ...renamed } = facts['party.renamed'].body.shape

const PartySchema = sameAs<Told.PartyReply>()(
  z
    .strictObject({
      ...listed,
      status: PartyStatusSchema,
      possibly: PossiblySchema,
      orElse: PartyStatusSchema.exactOptional().describe('The other status that it may have'),
      roleOrElse: listed.role
        .exactOptional()
        .describe('The role that it had before and may still have, where that date is uncertain'),
      listed: ShownFactSchema.describe('The fact that lists the party'),
      renamings: renamings(renamed),
      withdrawn: ShownFactWithReasonSchema.nullable().describe(
        'The fact that says that it left; null without one',
      ),
      returned: ShownFactWithReasonSchema.nullable().describe(
        'The latest fact by then that says that it came back; null without one',
      ),
      groupings: z.array(Membership).describe('The groupings of which it is a member'),
      members: z.array(Membership).describe('Its members, if it is a grouping'),
    })
    .meta({ id: 'Party', description: 'A party, as it is listed at that moment' }),
)

export const partiesRead = defineRead({
  path: '/parties',
  id: 'listParties',
  tag: 'Registers',
  summary: 'Everyone who takes part, and as what',
  list: 'parties',
  reply: z.strictObject({
    parties: z
      .array(PartySchema)
      .describe('Everybody who takes part, in the order of their listing'),
  }),
  *answer({ projections, asOf, page }) {
    return { parties: page.of(yield* projections.parties.listing(asOf)) }
  },
})

export const partyRead = defineRead({
  path: '/parties/:party',
  id: 'getParty',
  tag: 'Registers',
  summary: 'One party or grouping, with its members',
  params: { party: Id },
  example: { params: { party: 'ukraine' } },
  reply: PartySchema,
  answer: ({ projections, asOf }, { party }) => projections.parties.one(party, asOf),
})
