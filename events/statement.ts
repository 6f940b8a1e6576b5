import { z } from 'zod'
import { choice } from './choice.ts'
import { evidence, Id, LanguageTag, Line, Text } from './envelope.ts'
import { Position, Subject } from './position.ts'
import { Speaker } from './speaker.ts'

export const AttributionLevel = choice('How openly the report ascribes the words', {
  on_record: 'To somebody named, who knows that they will be quoted by name.',
  background: 'To somebody described but not named, such as "a senior official".',
  deep_background: 'To nobody, though the outlet knows who spoke.',
  anonymous: 'To an unnamed source that is described no further than as a source.',
  outlet_voice:
    'To nobody: the outlet says it in its own words. If the outlet hides a source behind it, use `anonymous`.',
  official_document: 'To a document that its author issued.',
  leaked_document: 'To a document that its author did not issue.',
})

/** Differences that somebody says are open: kept apart from those computed from stances. */
export const OpenDifferences = z
  .strictObject({
    atLeast: z
      .int()
      .min(0)
      .max(10_000)
      .meta({ description: 'How many are said to be open at the least', examples: [3] })
      .optional(),
    between: z
      .array(Id.meta({ description: 'One of the parties apart', examples: ['ethiopia'] }))
      .max(100)
      .optional()
      .describe('The parties between whom they are said to be open'),
    issues: z
      .array(Id.meta({ description: 'One issue said to be open', examples: ['filling-time'] }))
      .max(500)
      .describe('The issues that are named; an empty list if none is'),
  })
  .describe(
    'Differences that the statement says are still open: "three points remain". They are shown beside those computed from stances.',
  )

/** Admiralty scale; F and 6 mean that it cannot be judged, not that it is bad. */
export const Assessment = z
  .strictObject({
    assessor: Line.meta({
      description: 'Who made this assessment; it is always somebody in particular',
      examples: ['Desk North'],
    }),
    reliability: choice('How reliable the source is (Admiralty scale)', {
      A: 'Completely reliable.',
      B: 'Usually reliable.',
      C: 'Fairly reliable.',
      D: 'Not usually reliable.',
      E: 'Unreliable.',
      F: 'Cannot be judged; this is not the worst.',
    }),
    credibility: z
      .int()
      .min(1)
      .max(6)
      .meta({
        description:
          'How credible the information is (Admiralty scale): 1 confirmed, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be judged',
        examples: [2],
      }),
  })
  .describe('How one assessor rates the source and the information')

const OnBehalfOf = Id.meta({
  description:
    'The party for which the words are said. Leave it out if the speaker speaks for nobody but themselves.',
  examples: ['egypt'],
})

const statementMembers = {
  statement: Id.meta({
    description: 'An id of your choice for the statement; a retraction names it by this',
    examples: ['shoukry-on-filling'],
  }),
  speaker: Speaker,
  onBehalfOf: OnBehalfOf.optional(),
  jointlyWith: z
    .array(
      z
        .strictObject({ speaker: Speaker, onBehalfOf: OnBehalfOf.optional() })
        .describe('One more speaker, and for whom'),
    )
    .max(100)
    .optional()
    .describe('Others whose statement it is as much: a joint communiqué has several speakers'),
  text: Text.meta({
    description: 'What was said, in the words of the report',
    examples: ['Egypt could live with six years, the minister said.'],
  }),
  language: LanguageTag.describe('The language of `text`'),
  rendering: choice('How `text` relates to the language that was spoken', {
    original: 'It is in the language in which the words were said.',
    translation: 'It is a translation of them.',
    unknown: 'The report does not say.',
  }),
  wording: choice('How close `text` is to the words that were said', {
    quoted: 'Word for word, in quotation marks.',
    partly_quoted: 'Partly in quotation marks.',
    paraphrased: 'One utterance in other words.',
    summarised:
      'A summary, or what somebody often says. Its positions count as reported, never as declared.',
  }),
  channel: z
    .strictObject({
      kind: Line.meta({
        description: 'The sort of occasion or medium',
        examples: ['press conference', 'post'],
      }),
      name: Line.meta({
        description: 'Which one it is, by name',
        examples: ['State television'],
      }).optional(),
    })
    .optional()
    .describe('Through what the words were made public'),
  attribution: z
    .strictObject({
      level: AttributionLevel,
      phrase: Line.meta({
        description: 'The words with which the report ascribes it, as printed',
        examples: ['according to two people briefed on the talks'],
      }).optional(),
    })
    .describe('How the report ascribes the words'),
  saidAt: Id.meta({
    description:
      'The meeting at which the words were said. `occurred` may then be left out: it is the window of that meeting as known at the recording',
    examples: ['geneva-2'],
  }).optional(),
  datedBy: z
    .literal('session')
    .meta({
      readOnly: true,
      description:
        'Set by the ledger if `occurred` was left out: the date is the window of the session',
    })
    .optional(),
  about: z
    .array(
      z
        .strictObject({
          kind: choice('The sort of thing that a statement is about', {
            issue: 'An issue of the talks.',
            clause: 'A clause of some draft.',
            wording: 'Words in brackets in some draft.',
            draft: 'A whole text on the table.',
            meeting: 'A meeting, held or planned.',
            party: 'One of those who take part in the talks.',
            person: 'Somebody who is named in this ledger.',
            statement: 'Another statement, which it answers or comments on.',
          }),
          id: Id.meta({
            description: 'The thing that the statement is about, by its id',
            examples: ['filling-time'],
          }),
        })
        .describe('One thing that the statement is about'),
    )
    .max(100)
    .describe('What the statement is about, positions or not; an empty list if nothing fits'),
  positions: z
    .array(Position)
    .max(200)
    .describe(
      'Where parties stand, as the statement says: one for each party and subject; an empty list if it takes none. Positions times speakers are at most 2,000.',
    ),
  openDifferences: OpenDifferences.optional(),
  assessments: z
    .array(Assessment)
    .max(50)
    .optional()
    .describe('How the source and the information are rated, by whom'),
}

export const statementFacts = {
  'statement.recorded': {
    schema: 2,
    title: 'Statement recorded',
    description:
      'Records who said what, on whose behalf and how it reached us, with the positions that the words take.',
    example: {
      occurred: '2026-03-10',
      statement: 'shoukry-on-filling',
      speaker: { kind: 'person', id: 'shoukry' },
      onBehalfOf: 'egypt',
      text: 'Egypt could live with six years, the minister said.',
      language: 'en',
      rendering: 'unknown',
      wording: 'paraphrased',
      attribution: { level: 'on_record' },
      about: [{ kind: 'issue', id: 'filling-time' }],
      positions: [
        {
          party: 'egypt',
          subject: { kind: 'issue', id: 'filling-time' },
          stance: 'no_objection',
          commitment: 'unspecified',
          redLine: 'unstated',
          quantity: { value: '6', unit: 'years', comparator: 'at_least' },
        },
      ],
      evidence: [{ source: 'courier', quote: { exact: 'could live with six years' } }],
    },
    body: z.strictObject({ ...statementMembers, ...evidence }),
  },
  'statement.retracted': {
    schema: 2,
    title: 'Statement retracted by its speaker',
    description:
      'Says that the speaker took the words back or denies them; the positions in them end. Of a joint statement `by` says who takes it back: the others stand by it. A statement has at most 20 retractions, voided ones included. If the entry was our mistake, use `entry.corrected`.',
    example: { occurred: '2026-03-12', statement: 'shoukry-on-filling', manner: 'denied' },
    body: z.strictObject({
      statement: Id.meta({
        description: 'The statement that is taken back',
        examples: ['shoukry-on-filling'],
      }),
      manner: choice('How the speaker takes the words back', {
        retracted: 'They said it, and no longer stand by it.',
        denied: 'They say that they never said it.',
      }),
      by: z
        .array(
          Id.meta({
            description: 'One party that takes the statement back, and for which it was made',
            examples: ['egypt'],
          }),
        )
        .min(1)
        .max(100)
        .optional()
        .describe(
          'The parties that take a joint statement back; if left out, all for which it was made. What they declared in it ends; what the others declared stands. What it says of anybody else ends when the last of them has taken it back.',
        ),
      text: Text.meta({
        description: 'The words of the retraction',
        examples: ['I was misquoted.'],
      }).optional(),
      ...evidence,
    }),
  },
  'position.ended': {
    schema: 1,
    title: 'Position ended',
    description:
      'Ends one position of a statement, without another in its place. A new statement on the same subject needs none of these. A position has at most 20, voided ones included.',
    example: {
      occurred: '2026-04-01',
      statement: 'shoukry-on-filling',
      party: 'egypt',
      subject: { kind: 'issue', id: 'filling-time' },
    },
    body: z.strictObject({
      statement: Id.meta({
        description: 'The statement that carried the position',
        examples: ['shoukry-on-filling'],
      }),
      party: Id.meta({
        description: 'The party whose position ends',
        examples: ['egypt'],
      }),
      subject: Subject,
      reason: Text.meta({
        description: 'Why the position ended, as far as it is known',
        examples: ['Overtaken by the new draft'],
      }).optional(),
      ...evidence,
    }),
  },
} as const
