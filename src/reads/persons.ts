import { z } from 'zod'
import { choice } from '../../events/choice.ts'
import { Aliases, Id } from '../../events/envelope.ts'
import { facts } from '../../events/facts.ts'
import type * as Accreditations from '../../projections/parties/accreditation.ts'
import type * as Told from '../../projections/parties/persons.ts'
import { renamings, ShownFactSchema, ShownFactWithReasonSchema } from '../http/replies/common.ts'
import { sameAs } from '../http/replies/same-as.ts'
import { defineRead } from './read.ts'

const { person: _person, evidence: _, ...named } = facts['person.renamed'].body.shape
const { person: who, evidence: __, ...accredited } = facts['person.accredited'].body.shape

const Accreditation = sameAs<Accreditations.AccreditationReply>()(
  z.strictObject({
    ...ShownFactSchema.shape,
    ...accredited,
    holds: choice('Tells if the accreditation holds at that valid time', {
      certainly: 'It holds whatever its uncertain dates are.',
      possibly: 'It holds for some choice of its uncertain dates.',
      no: 'It does not hold then.',
    }),
    recalled: ShownFactWithReasonSchema.nullable().describe(
      'The fact that ended it; null without one',
    ),
  }),
)

const PersonSchema = sameAs<Told.PersonReply>()(
  z
    .strictObject({
      person: who,
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

export const personsRead = defineRead({
  path: '/persons',
  id: 'listPersons',
  tag: 'Registers',
  summary: 'Everyone named, and for whom they speak',
  list: 'persons',
  reply: z.strictObject({
    persons: z
      .array(PersonSchema)
      .describe('Every person who is named, in the order of their naming'),
  }),
  *answer({ projections, asOf, page }) {
    return { persons: page.of(yield* projections.persons.listing(asOf)) }
  },
})

export const personRead = defineRead({
  path: '/persons/:person',
  id: 'getPerson',
  tag: 'Registers',
  summary: 'One person, with accreditations',
  params: { person: Id },
  example: { params: { person: 'umerov' } },
  reply: PersonSchema,
  answer: ({ projections, asOf }, { person }) => projections.persons.one(person, asOf),
})
