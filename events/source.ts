import { z } from 'zod'
import { DateText, evidence, Id, Language, Line, Text } from './envelope.ts'

export const SourceKind = z.enum([
  'news_report',
  'agency_report',
  'social_media_post',
  'press_release',
  'communique',
  'transcript',
  'interview',
  'official_document',
  'leaked_document',
  'non_paper',
  'own_observation',
  'other',
])

/** What a fact rests on, recorded once and cited by any event. */
export const source = {
  'source.recorded': {
    schema: 1,
    title: 'Source recorded',
    body: z
      .strictObject({
        source: Id,
        kind: SourceKind,
        publisher: Line.optional(),
        authors: z.array(Line).max(100),
        title: Line.optional(),
        language: Language,
        published: DateText,
        location: Line.optional().describe('Where it is to be found: an address, a shelf mark'),
        held: z.enum(['text', 'digest', 'unseen']).describe('What of it the ledger holds'),
        text: Text.optional().describe('The text itself, where held is "text"'),
        digest: z
          .string()
          .regex(/^sha-256:[A-Za-z0-9_-]{43}$/, 'must be sha-256: and 43 characters of base64url')
          .optional()
          .describe(
            'Digest of its bytes: required where held is "digest"; beside a text, of the file that the text was read from',
          ),
        ...evidence,
      })
      .refine((b) => (b.held === 'text') === (b.text !== undefined), {
        message: 'is given exactly where held is "text"',
        path: ['text'],
      })
      .refine((b) => b.held !== 'digest' || b.digest !== undefined, {
        message: 'is required where held is "digest"',
        path: ['digest'],
      })
      .refine((b) => b.held !== 'unseen' || b.digest === undefined, {
        message: 'is not given where held is "unseen"',
        path: ['digest'],
      }),
  },
  'source.amended': {
    schema: 1,
    title: 'Source amended by its outlet',
    body: z.strictObject({
      source: Id,
      amendment: z.enum(['corrected', 'killed', 'held', 'released']),
      note: Text.optional(),
      ...evidence,
    }),
  },
} as const
