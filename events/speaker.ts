import { z } from 'zod'
import { Id, Line } from './envelope.ts'

const describedAs = Line.meta({
  description: 'How the report describes the speaker, word for word',
  examples: ['a senior official'],
})

/** The speaker of a statement. A person, party or named outlet carries its id or name. */
export const Speaker = z
  .discriminatedUnion('kind', [
    z
      .strictObject({
        kind: z.literal('person').describe('A person who is named'),
        id: Id.meta({ description: 'The person who speaks', examples: ['shoukry'] }),
        describedAs: describedAs.optional(),
      })
      .describe('A named person: what a spokesperson or minister says'),
    z
      .strictObject({
        kind: z.literal('party').describe('A party as such, with no person named'),
        id: Id.meta({ description: 'The party that speaks', examples: ['egypt'] }),
        describedAs: describedAs.optional(),
      })
      .describe('A party as such: "Cairo says", a communiqué, a government statement'),
    z
      .strictObject({
        kind: z.literal('outlet').describe('A newspaper, agency or broadcaster'),
        describedAs: Line.meta({
          description: 'The outlet that speaks in its own voice, by name',
          examples: ['Reuters'],
        }),
      })
      .describe('An outlet that says something itself and ascribes it to nobody'),
    z
      .strictObject({
        kind: z.literal('anonymous').describe('Somebody whom the report does not name'),
        describedAs: describedAs.optional(),
      })
      .describe('A source whom the report does not name: "a diplomat", "two people briefed"'),
  ])
  .meta({
    id: 'Speaker',
    description:
      'Whose words they are. Words that an outlet ascribes to an unnamed source are of `anonymous`; what it states itself is of `outlet`.',
  })

export type Speaker = z.output<typeof Speaker>
