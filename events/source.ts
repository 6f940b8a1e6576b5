import { z } from 'zod'
import { choice } from './choice.ts'
import { DateText, evidence, FileDigest, Id, LanguageTag, Line, Text } from './envelope.ts'
import { plainReason } from './schema-reasons.ts'

export const SourceKind = choice('What sort of document or observation a source is', {
  news_report: 'A report of a newspaper, a broadcaster or their site.',
  agency_report: 'A report of a news agency, which outlets pass on.',
  social_media_post: 'A post on a social network.',
  press_release: 'A text that one side gives to the press.',
  communique: 'A public text that the participants of a meeting agreed on.',
  transcript: 'The words spoken, written down.',
  interview: 'Questions and answers.',
  official_document: 'A document of a party or organisation, issued by it.',
  leaked_document: 'A document that its author did not issue.',
  non_paper: 'An unattributed text with which ideas are tried out.',
  own_observation: 'What the recorder heard or saw.',
  other: 'Anything else, a note of the desk included.',
})

/** Reports and documents, recorded once and cited by any event. */
export const sourceFacts = {
  'source.recorded': {
    schema: 1,
    title: 'Source recorded',
    description:
      'Introduces a report or document, so that other events can cite it in their `evidence`. A report that passes on another report is a source of its own.',
    example: {
      occurred: '2026-03-02',
      source: 'courier',
      kind: 'news_report',
      publisher: 'The Courier',
      authors: [],
      language: 'en',
      published: '2026-03-02',
      held: 'unseen',
    },
    body: z
      .strictObject({
        source: Id.meta({
          description: 'An id of your choice for the source; evidence names it by this',
          examples: ['courier'],
        }),
        kind: SourceKind,
        publisher: Line.meta({
          description:
            'The outlet or institution that published it. Sources of one publisher are one voice.',
          examples: ['Reuters'],
        }).optional(),
        authors: z
          .array(Line.meta({ description: 'One author, by name', examples: ['Amira Hassan'] }))
          .max(100)
          .describe('Who wrote it; an empty list if nobody is named'),
        title: Line.meta({
          description: 'The headline or title of the source',
          examples: ['River talks reach a deadlock'],
        }).optional(),
        language: LanguageTag.describe('In which language the source is written; `und` if unknown'),
        published: DateText.meta({
          description: 'When the source was published',
          examples: ['2026-03-02'],
        }),
        location: Line.meta({
          description: 'An address or shelf mark at which the source can be found',
          examples: ['https://courier.example/2026/river'],
        }).optional(),
        held: choice('How much of the source the ledger holds', {
          text: 'Its whole text, in `text`; quotes are then checked against it.',
          digest: 'Only the digest of its bytes, in `digest`: who has the file can compare.',
          unseen: 'Nothing: the source is known from others that relay it.',
        }),
        text: Text.meta({
          description: 'The text of the source itself: required if `held` is `text`, else left out',
          examples: ['CAIRO. Delegations met on Monday.'],
        }).optional(),
        digest: FileDigest.meta({
          description:
            'SHA-256 of the bytes of the source; required if `held` is `digest`. Beside a text: of the file that the text was read from.',
          examples: ['sha-256:47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU'],
        }).optional(),
        ...evidence,
      })
      .refine((b) => (b.held === 'text') === (b.text !== undefined), {
        message: plainReason('text_unless_held'),
        path: ['text'],
      })
      .refine((b) => b.held !== 'digest' || b.digest !== undefined, {
        message: plainReason('digest_missing'),
        path: ['digest'],
      })
      .refine((b) => b.held !== 'unseen' || b.digest === undefined, {
        message: plainReason('digest_of_unseen'),
        path: ['digest'],
      }),
  },
  'source.amended': {
    schema: 1,
    title: 'Source amended by its outlet',
    description:
      'Says what the outlet did to its own report afterwards. What rests on a killed or held report is then marked unsupported, and still counts.',
    example: { occurred: '2026-03-03', source: 'courier', amendment: 'corrected' },
    body: z.strictObject({
      source: Id.meta({
        description: 'The source that its outlet amended',
        examples: ['courier'],
      }),
      amendment: choice('The step that the outlet took', {
        corrected: 'It corrected the report; the report stands in its new form.',
        killed: 'It withdrew the report for good. Nothing that follows brings it back.',
        held: 'It asks not to use the report until it is released.',
        released: 'It frees a report that it had held.',
      }),
      note: Text.meta({
        description: 'What the outlet says about the amendment',
        examples: ['An earlier version named the wrong minister.'],
      }).optional(),
      ...evidence,
    }),
  },
} as const
