import { z } from 'zod'
import { choice } from './choice.ts'
import { Id, Line, Text, verbatim } from './envelope.ts'
import { Commitment, Stance } from './position.ts'

/** Statuses that a draft gives a clause; removal, merging and splitting are operations instead. */
export const ClauseStatus = choice('How far a clause is agreed, as the draft itself marks it', {
  placeholder: 'A heading or a blank to be filled in later.',
  proposed: 'Put forward, and not yet negotiated.',
  bracketed: 'In brackets: not agreed by all.',
  agreed_ad_ref: 'Agreed at the table, subject to the approval of capitals.',
  agreed: 'Agreed by all.',
  withdrawn: 'Taken back by who proposed it, though still printed.',
})

const ClauseId = Id.meta({
  description: 'The clause concerned: its id, which stays while printed numbers change',
  examples: ['ceasefire-line'],
})

const proposers = z
  .array(Id.meta({ description: 'One party that proposes the words', examples: ['egypt'] }))
  .max(200)
  .describe('The parties that want these words')

/** Competing wording for one clause, and who wants it or does not. */
export const Alternative = z
  .strictObject({
    label: Line.meta({
      description: 'What the draft calls the alternative',
      examples: ['Option A', 'Alt 1'],
    }).optional(),
    wording: Id.meta({
      description:
        'The wording that it is, the same in every revision and clause in which it stands; without it, one that follows from the clause and the exact words',
      examples: ['six-years'],
    }).optional(),
    text: verbatim(200_000).meta({
      description: 'The competing words; empty if the alternative is to have no text',
      examples: ['within six years'],
    }),
    proposers,
    opponents: z
      .array(Id.meta({ description: 'One party that opposes the words', examples: ['ethiopia'] }))
      .max(200)
      .describe('The parties that do not want these words'),
    reserving: z
      .array(Id.meta({ description: 'One party that reserves its position', examples: ['sudan'] }))
      .max(200)
      .optional()
      .describe('The parties that reserve their position on these words'),
    commitment: Commitment.optional(),
  })
  .meta({
    id: 'Alternative',
    description:
      'Competing wording for one clause, with the parties that want it, oppose it or reserve their position',
  })

/** A printed number or letter: not an identity, and reused by real drafts. */
const label = Line.meta({
  description: 'The number or letter printed before the clause; it is no identity',
  examples: ['Article 4', '(b)'],
}).optional()

const Heading = Line.meta({
  description: 'The heading printed above the clause',
  examples: ['Filling of the reservoir'],
})

/** Verbatim, and possibly empty: brackets need not balance. */
const wording = verbatim(200_000).meta({
  description: 'The words of the clause, verbatim; brackets need not balance',
  examples: ['The reservoir is filled within [six] years.'],
})

/** A place: within clause `under` (top level if absent), after its sibling `after` (first if null, last if absent). */
const place = {
  under: Id.meta({
    description: 'The clause within which it stands; at the top level if left out',
    examples: ['article-4'],
  }).optional(),
  after: Id.nullable()
    .meta({
      description: 'The sibling after which it stands: first if null, last if left out',
      examples: ['article-3', null],
    })
    .optional(),
}

const alternatives = z
  .array(Alternative)
  .max(1_000)
  .optional()
  .describe('Competing words for the clause, all of them; those known before are replaced')

const newClause = {
  clause: Id.meta({
    description: 'An id of your choice for the clause; it keeps it through every later revision',
    examples: ['ceasefire-line'],
  }),
  label,
  heading: Heading.optional(),
  text: wording,
  status: ClauseStatus.optional(),
  alternatives,
  proposers: proposers.optional(),
}

/** One step from a draft's basis towards its revision; a revision is its steps in order. */
export const ClauseOperation = z
  .discriminatedUnion('op', [
    z
      .strictObject({
        op: z.literal('add').describe('Adds a clause that the draft never had'),
        ...newClause,
        ...place,
      })
      .describe('Adds a new clause'),
    z
      .strictObject({
        op: z.literal('restore').describe('Brings a known clause into this text'),
        ...newClause,
        clause: Id.meta({
          description:
            'A known clause that is not in this text: it ended here, or is of another draft',
          examples: ['ceasefire-line'],
        }),
        ...place,
      })
      .describe('Brings back a clause that had ended, or takes one over from another draft'),
    z
      .strictObject({
        op: z.literal('amend').describe('Changes what a clause says'),
        clause: ClauseId,
        text: wording.optional(),
        heading: Heading.nullable()
          .optional()
          .describe('The new heading; null takes the heading away'),
        alternatives,
        proposers: proposers.optional(),
      })
      .describe('Changes the words, the heading or the alternatives of a clause'),
    z
      .strictObject({
        op: z.literal('move').describe('Puts a clause elsewhere'),
        clause: ClauseId,
        ...place,
      })
      .describe('Puts a clause in another place, with all that stands within it'),
    z
      .strictObject({
        op: z.literal('relabel').describe('Changes the printed number'),
        clause: ClauseId,
        label,
      })
      .describe('Gives a clause another printed number, or none'),
    z
      .strictObject({
        op: z.literal('remove').describe('Takes a clause out'),
        clause: ClauseId,
      })
      .describe('Takes a clause out of the text; `restore` can bring it back'),
    z
      .strictObject({
        op: z.literal('merge').describe('Makes one clause of several'),
        clauses: z
          .array(Id.meta({ description: 'One clause that is merged', examples: ['article-4'] }))
          .min(2)
          .max(200)
          .describe('The clauses that are merged; each of them ends here'),
        into: z.strictObject(newClause).describe('The clause that they become'),
        ...place,
      })
      .describe('Makes one new clause of several, which end'),
    z
      .strictObject({
        op: z.literal('split').describe('Makes several clauses of one'),
        clause: Id.meta({
          description: 'The clause that is split; it ends here',
          examples: ['article-4'],
        }),
        into: z
          .array(z.strictObject(newClause).describe('One clause that comes of it'))
          .min(2)
          .max(200)
          .describe('The clauses that it becomes, in reading order'),
      })
      .describe('Makes several new clauses of one, which ends'),
    z
      .strictObject({
        op: z.literal('set_status').describe('Says how far a clause is agreed'),
        clause: ClauseId,
        status: ClauseStatus,
      })
      .describe('Marks how far a clause is agreed'),
    z
      .strictObject({
        op: z.literal('take_position').describe('Records a position that the draft itself notes'),
        clause: ClauseId,
        party: Id.meta({
          description: 'The party whose position the draft notes',
          examples: ['egypt'],
        }),
        stance: Stance,
        commitment: Commitment,
        note: Text.meta({
          description: 'The footnote as printed',
          examples: ['EG reserves its position pending consultation.'],
        }).optional(),
      })
      .describe('Records where a party stands on the clause, as a footnote of the draft says'),
  ])
  .meta({
    id: 'ClauseOperation',
    description: 'One step from the text that a revision was made from to its own text',
  })

export type ClauseOperation = z.output<typeof ClauseOperation>

type Of<Op extends ClauseOperation['op']> = Extract<ClauseOperation, { op: Op }>

/** A clause that an operation gives words, with who proposes and opposes which. */
export type WordedOperation = Of<'add' | 'restore' | 'amend'> | Of<'merge'>['into']
