import { z } from 'zod'
import { parseUncertainDate, UncertainDateError } from './uncertain-date.ts'

/** An id that the recorder chooses: unique per kind within a ledger. */
export const Id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'must be 1 to 64 of a-z, 0-9 and -, not starting with -')
  .meta({ examples: ['ukraine', 'army-cap'] })

/** The id of an event: a UUID in lower case, unique within its ledger. */
export const EventId = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'must be a UUID in lower case')

/** Text that a person wrote, a title or a name: one line, not blank. */
export const Line = text(500).refine((s) => !/[\n\r\u2028\u2029]/u.test(s), 'must be one line')

/** Text that a person wrote, of any length that fits in a body. */
export const Text = text(200_000)

/** What stands around words: it may be a blank. */
const Around = z
  .string()
  .max(200_000)
  .refine((s) => s.isWellFormed(), 'must not contain a lone surrogate')

const Offset = z.int().min(0)

/** BCP 47 language tag. */
export const Language = z
  .string()
  .max(64)
  .refine(isLanguageTag, 'must be a language tag such as en or uk (BCP 47)')
  .meta({ examples: ['en', 'uk', 'zh-Hant'] })

/** An instant, uncertainly known: it lies in the half-open window [from, until). */
export const UncertainDate = z
  .strictObject({
    text: z.string().describe('The date as given: ISO 8601 or EDTF level 1'),
    from: z.string().nullable().describe('UTC milliseconds; null where the side is open'),
    until: z.string().nullable().describe('UTC milliseconds, exclusive; null where it is open'),
  })
  .meta({ id: 'UncertainDate' })

export type UncertainDate = z.output<typeof UncertainDate>

/** How a command gives an uncertain date: its text alone; the window is derived once, on write. */
export const DateText = z
  .string()
  .max(100)
  .transform((given, context) => {
    try {
      return parseUncertainDate(given)
    } catch (error) {
      if (!(error instanceof UncertainDateError)) throw error
      context.addIssue({ code: 'custom', message: error.message, input: given })
      return z.NEVER
    }
  })
  .pipe(UncertainDate)

/** Whether a period may be one: it does not provably end before it begins. */
export function isInOrder({ since, until }: Period): boolean {
  if (!since?.from || !until?.until) return true
  return Date.parse(since.from) < Date.parse(until.until)
}

export const outOfOrder = { message: 'must not end before `since`', path: ['until'] }

interface Period {
  readonly since?: UncertainDate | undefined
  readonly until?: UncertainDate | undefined
}

/** Where a fact rests: a source, the words in it, and the sources that relayed it, nearest first. */
export const Evidence = z
  .strictObject({
    source: Id,
    quote: z
      .strictObject({
        exact: Text.describe('The words; recorded as they stand in the source'),
        prefix: Around.optional().describe('What stands directly before them'),
        suffix: Around.optional().describe('What stands directly after them'),
        start: Offset.optional().describe(
          'Where they begin in the text of the source, in UTF-16 units from 0; recorded of every quote from a text that is held',
        ),
        end: Offset.optional().describe('Where they end, exclusive'),
        places: z.int().min(2).optional().meta({
          readOnly: true,
          description:
            'The number of places of the text that the quote fits, if more than one: set by the ledger, whatever is sent',
        }),
      })
      .refine(({ start, end }) => end === undefined || start !== undefined, {
        message: 'needs `start`',
        path: ['end'],
      })
      .optional()
      .describe(
        'Words of the source. Words that stand there twice need those around them, or `start`. White space, Unicode normal form, soft hyphens and the kinds of quotation marks and dashes do not count',
      ),
    relay: z
      .array(Id)
      .max(20)
      .optional()
      .describe('The sources through which it reached us, nearest first'),
  })
  .meta({ id: 'Evidence' })

export type Evidence = z.output<typeof Evidence>

/** Members that every body may have beside its own. */
export const evidence = { evidence: z.array(Evidence).max(50).optional() }

/** What is hashed: ledger-wide facts about one event, and a commitment to its body. */
export interface Header {
  readonly v: 1
  readonly origin: string
  readonly revision: number
  readonly id: string
  readonly type: string
  readonly schema: number
  /** The principal that recorded it, as an opaque id. */
  readonly actor: string
  /** Transaction time: UTC milliseconds, never earlier than the event before. */
  readonly recordedAt: string
  /** Valid time. */
  readonly occurred: UncertainDate
  /** `sha-256:` and the base64url digest of salt and body. */
  readonly bodyDigest: string
}

function text(max: number) {
  return z
    .string()
    .max(max)
    .refine((s) => s.trim() !== '', 'must not be blank')
    .refine((s) => s.isWellFormed(), 'must not contain a lone surrogate')
}

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}
