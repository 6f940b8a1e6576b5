import { z } from 'zod'
import { choice } from '../../../events/choice.ts'
import { Aliases, Id } from '../../../events/envelope.ts'
import { facts } from '../../../events/facts.ts'
import type * as Accreditations from '../../../projections/parties/accreditation.ts'
import type * as Told from '../../../projections/parties/parties.ts'
import type * as People from '../../../projections/parties/persons.ts'
import { PossiblySchema, renamings, ShownFactSchema, ShownFactWithReasonSchema } from './common.ts'
import { sameAs } from './same-as.ts'

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

export const PartySchema = sameAs<Told.PartyReply>()(
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
      withdrawn: ShownFactWithReasonSchema.exactOptional().describe(
        'The fact that says that it left',
      ),
      returned: ShownFactWithReasonSchema.exactOptional().describe(
        'The latest fact by then that says that it came back',
      ),
      groupings: z.array(Membership).describe('The groupings of which it is a member'),
      members: z.array(Membership).describe('Its members, if it is a grouping'),
    })
    .meta({ id: 'Party', description: 'A party, as it is listed at that moment' }),
)

export const PartiesReplySchema = z.strictObject({
  parties: z.array(PartySchema).describe('Everybody who takes part, in the order of their listing'),
})

const { person: _person, evidence: ___, ...named } = facts['person.renamed'].body.shape
const { person, evidence: __, ...accredited } = facts['person.accredited'].body.shape

const Accreditation = sameAs<Accreditations.AccreditationReply>()(
  z.strictObject({
    ...ShownFactSchema.shape,
    ...accredited,
    holds: choice('Tells if the accreditation holds at that valid time', {
      certainly: 'It holds whatever its uncertain dates are.',
      possibly: 'It holds for some choice of its uncertain dates.',
      no: 'It does not hold then.',
    }),
    recalled: ShownFactWithReasonSchema.exactOptional().describe('The fact that ended it'),
  }),
)

export const PersonSchema = sameAs<People.PersonReply>()(
  z
    .strictObject({
      person,
      name: z.string().describe('The name of the person at that time'),
      aliases: Aliases.exactOptional(),
      describedAs: z.string().exactOptional().describe('Office or description of the person'),
      named: ShownFactSchema.describe('The fact that introduces the person'),
      renamings: renamings(named),
      accreditations: z
        .array(Accreditation)
        .describe('The parties for which they may speak, and when'),
    })
    .meta({ id: 'Person', description: 'A person, with the parties that they speak for' }),
)

export const PersonsReplySchema = z.strictObject({
  persons: z
    .array(PersonSchema)
    .describe('Every person who is named, in the order of their naming'),
})
