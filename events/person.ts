import { z } from 'zod'
import { Aliases, DateText, evidence, Id, isInOrder, Line, outOfOrder, Text } from './envelope.ts'
import { renamedRow } from './renamed.ts'

const PersonId = Id.meta({
  description: 'The person concerned, by the id under which `person.named` introduced them',
  examples: ['shoukry'],
})

const SpokenFor = Id.meta({
  description: 'The party that the person speaks for',
  examples: ['egypt'],
})

const name = Line.meta({
  description: 'The full name of the person, as readers know it',
  examples: ['Sameh Shoukry'],
})

const describedAs = Line.meta({
  description: 'Office or description of the person, for readers; it gives no right to speak',
  examples: ['Foreign minister of Egypt'],
})

/** Persons, and the parties that they speak for: an accreditation ties the two for a while. */
export const personFacts = {
  'person.named': {
    schema: 1,
    title: 'Person named',
    description:
      'Introduces a person. That the person speaks for a party is said by `person.accredited`.',
    example: { occurred: '2026-03-01', person: 'shoukry', name: 'Sameh Shoukry' },
    body: z.strictObject({
      person: Id.meta({
        description: 'An id of your choice for the person; everything else names them by this',
        examples: ['shoukry'],
      }),
      name,
      describedAs: describedAs.optional(),
      aliases: Aliases.optional(),
      ...evidence,
    }),
  },
  'person.renamed': renamedRow(
    {
      title: 'Person gets another name or description',
      description: 'Gives a person another name, aliases or office from its date on.',
      example: { occurred: '2026-07-01', person: 'shoukry', describedAs: 'Special envoy' },
    },
    { person: PersonId },
    {
      name: name.optional(),
      aliases: Aliases.optional(),
      describedAs: describedAs.optional(),
    },
  ),
  'person.accredited': {
    schema: 1,
    title: 'Person accredited to a party',
    description:
      'Says that a person may speak for a party. A statement on behalf of a party whose speaker is not known to be accredited then is still taken, with the warning `speaker_not_accredited`.',
    example: {
      occurred: '2026-03-01',
      person: 'shoukry',
      party: 'egypt',
      capacity: 'head of delegation',
    },
    body: z
      .strictObject({
        person: PersonId,
        party: SpokenFor,
        capacity: Line.meta({
          description: 'The function in which the person speaks for the party',
          examples: ['head of delegation', 'spokesperson'],
        }).optional(),
        since: DateText.meta({
          description: 'When the accreditation began, if that was not when this was reported',
          examples: ['../2026-03-01'],
        }).optional(),
        until: DateText.meta({
          description: 'When the accreditation ends by itself, if that is known beforehand',
          examples: ['2026-12-31'],
        }).optional(),
        ...evidence,
      })
      .refine(isInOrder, outOfOrder),
  },
  'person.recalled': {
    schema: 1,
    title: 'Person recalled by a party',
    description: 'Ends the accreditation of a person to a party.',
    example: { occurred: '2026-06-15', person: 'shoukry', party: 'egypt' },
    body: z.strictObject({
      person: PersonId,
      party: SpokenFor,
      reason: Text.meta({
        description: 'Why the person was recalled, as far as it is known',
        examples: ['Appointed ambassador'],
      }).optional(),
      ...evidence,
    }),
  },
} as const
