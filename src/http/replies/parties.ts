import { z } from 'zod'
import { Id } from '../../../events/envelope.ts'
import { facts } from '../../../events/facts.ts'
import type * as Accreditations from '../../../projections/parties/accreditation.ts'
import type * as Told from '../../../projections/parties/parties.ts'
import type * as People from '../../../projections/parties/persons.ts'
import { Possibly, renamings, ShownFact, ShownFactWithReason } from './common.ts'
import { sameAs } from './same-as.ts'

export const PartyStatus = sameAs<Told.PartyStatus>()(
  z.enum(['not_yet_listed', 'listed', 'withdrawn']).meta({ id: 'PartyStatus' }),
)

const Membership = sameAs<Told.MembershipReply>()(
  z.strictObject({
    id: Id.describe('The grouping, seen from a party; the party, seen from a grouping'),
    joined: ShownFact,
    possibly: Possibly,
  }),
)

const { evidence: _, ...listed } = facts['party.listed'].body.shape
const { party: _party, evidence: _cited, ...renamed } = facts['party.renamed'].body.shape

export const Party = sameAs<Told.PartyReply>()(
  z
    .strictObject({
      ...listed,
      status: PartyStatus,
      possibly: Possibly,
      orElse: PartyStatus.exactOptional().describe('The other status that it may have'),
      listed: ShownFact,
      renamings: renamings(renamed),
      withdrawn: ShownFactWithReason.exactOptional(),
      groupings: z.array(Membership),
      members: z.array(Membership),
    })
    .meta({ id: 'Party' }),
)

export const PartiesReply = z.strictObject({ parties: z.array(Party) })

const { person: _person, evidence: ___, ...named } = facts['person.renamed'].body.shape
const { person, evidence: __, ...accredited } = facts['person.accredited'].body.shape

const Accreditation = sameAs<Accreditations.AccreditationReply>()(
  z.strictObject({
    ...ShownFact.shape,
    ...accredited,
    holds: z.enum(['certainly', 'possibly', 'no']).describe('Whether it holds at that valid time'),
    recalled: ShownFactWithReason.exactOptional(),
  }),
)

export const Person = sameAs<People.PersonReply>()(
  z
    .strictObject({
      person,
      name: z.string(),
      describedAs: z.string().exactOptional(),
      named: ShownFact,
      renamings: renamings(named),
      accreditations: z.array(Accreditation),
    })
    .meta({ id: 'Person' }),
)

export const PersonsReply = z.strictObject({ persons: z.array(Person) })
