import { z } from 'zod'
import { choice } from '../../../events/choice.ts'
import type * as Told from '../../../projections/text/left-out.ts'
import type * as Read from '../../drafting/formats/document-text.ts'
import { sameAs } from './same-as.ts'

const Proposal = sameAs<Read.ProposedText>()(
  z.strictObject({
    kind: choice('What the author did', {
      insertion: 'Proposed to add the words.',
      deletion: 'Proposed to take the words out.',
      comment: 'Commented on the text.',
    }),
    author: z.string().describe('The name in the document'),
    date: z.string().nullable().describe('As the document gives it'),
    text: z.string().describe('The words concerned, or the comment'),
  }),
)

const LeftOut = sameAs<Told.LeftOut>()(
  z.strictObject({
    page: z
      .int()
      .nullable()
      .describe('The page where it stands first, from 1; null where the format has no pages'),
    why: choice('Why it is told', {
      running_head: 'It stands at the top or bottom of several pages.',
      page_number: 'It counts the pages.',
      footnote: 'It is a note at the foot of a page, or at the end.',
      text_box: 'It stands in a box beside the text.',
      rotated: 'It does not run across the page, as a watermark.',
      label:
        'The number of a list, in a form that is not read: it is in the text in decimal digits; its form stands after it.',
      proposed_label:
        'A tracked change would give the clause this label; its author stands after it. It has the label that it had.',
      symbol: 'A font draws it, and no character of the text stands for it: its font and its code.',
      glyphs:
        'The file draws characters and does not say which they are: they are not in the text, and stand as U+FFFD in this line.',
      hyphen: 'A word was parted at the end of a line; it is in the text in this form, a guess.',
      page_without_text: 'The page has no text: it is empty, or a picture.',
      damaged: 'The file has faults, and may lack words; the text says which.',
    }),
    text: z.string().describe('The words concerned'),
  }),
)

const Digest = z
  .string()
  .regex(/^sha-256:[A-Za-z0-9_-]{43}$/)
  .describe('The digest of the bytes of the file: sha-256: and base64url without padding')

/** Members of a reply about a file that was read. */
export const besideText = {
  proposals: z.array(Proposal).describe('Tracked changes and comments of a document'),
  leftOut: z
    .array(LeftOut)
    .describe('Words of a document that are in none of the units, and guesses about words'),
}

export const DocumentReplySchema = z
  .strictObject({
    text: z.string().describe('Its paragraphs, with tracked changes as brackets'),
    digest: Digest,
    ...besideText,
  })
  .meta({ id: 'DocumentText', description: 'The text of a file' })

export const OptionalDigestSchema = Digest.nullable().describe(
  'The digest of the bytes of a document; null of a text',
)
