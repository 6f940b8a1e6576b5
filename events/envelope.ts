import { z } from 'zod'
import { plainReason, reasonMessage } from './schema-reasons.ts'
import { parseUncertainDate, UncertainDateError } from './uncertain-date.ts'

/** An id that the recorder chooses: unique per kind within a ledger. */
export const Id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, plainReason('not_an_id'))
  .meta({
    description: 'An id that the recorder chooses, unique per kind within a ledger',
    examples: ['ukraine', 'army-cap'],
  })

/** The id of an event: a UUID in lower case, unique within its ledger. */
export const EventId = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, plainReason('not_an_event_id'))
  .meta({
    description: 'The id of an event: a UUID in lower case, unique within its ledger',
    examples: ['5d0c7c52-7d0e-4c64-9f0b-0f6c1c8f2a11'],
  })

/**
 * Words of any form, kept as they are. What has no bytes, a lone surrogate, cannot be kept; U+0000 is
 * in no text that a person wrote, and ends it in databases, terminals and C libraries.
 */
export function verbatim(max: number) {
  return z
    .string()
    .max(max)
    .refine((s) => s.isWellFormed(), plainReason('lone_surrogate'))
    .refine((s) => !s.includes('\0'), plainReason('null_character'))
}

/** Text that a person wrote, a title or a name: one line, not blank. */
export const Line = text(500)
  .refine((s) => !/[\n\v\f\r\x85\u2028\u2029]/u.test(s), plainReason('several_lines'))
  .meta({ examples: ['One line of words'] })

/** Other names of a party or person. */
export const Aliases = z
  .array(Line.meta({ description: 'One other name', examples: ['Cairo'] }))
  .max(50)
  .describe(
    'Other names that reports use: short names, a capital that stands for its government, names in other languages. The search and the report reader know the party or person by them. A later list takes the place of the one before.',
  )

/** Text that a person wrote, of any length that fits in a body. */
export const Text = text(200_000).meta({ examples: ['Words, on one line or several.'] })

/** Text around quoted words: it may be a blank. */
const Around = verbatim(200_000)

const Offset = z.int().min(0)

/** The digest of the bytes of a file: SHA-256, in base64url without padding. */
export const FileDigest = z
  .string()
  .regex(/^sha-256:[A-Za-z0-9_-]{43}$/, plainReason('not_a_file_digest'))

/** BCP 47 language tag. */
export const LanguageTag = z
  .string()
  .max(64)
  .refine(isLanguageTag, plainReason('not_a_language_tag'))
  .meta({
    description: 'The language of a text, as a BCP 47 tag; `und` if it is not known',
    examples: ['en', 'uk', 'zh-Hant'],
  })

/** An instant, uncertainly known: it lies in the half-open window [from, until). */
export const UncertainDate = z
  .strictObject({
    text: z.string().meta({
      description: 'The date as it was given: ISO 8601 or EDTF level 1',
      examples: ['2025-11', '../2025-11-30'],
    }),
    from: z
      .string()
      .nullable()
      .meta({
        description: 'The earliest instant that is meant, in UTC; null if that side is open',
        examples: ['2025-11-01T00:00:00.000Z', null],
      }),
    until: z
      .string()
      .nullable()
      .meta({
        description: 'The instant before which it lies, in UTC; null if that side is open',
        examples: ['2025-12-01T00:00:00.000Z', null],
      }),
  })
  .meta({
    id: 'UncertainDate',
    description: 'One instant, uncertainly known: some instant from `from` on and before `until`',
  })

export type UncertainDate = z.output<typeof UncertainDate>

/** An uncertain date in a command: its text alone. The window is derived once, on write. */
export const DateText = z
  .string()
  .max(100)
  .transform((given, context) => {
    try {
      return parseUncertainDate(given)
    } catch (error) {
      if (!(error instanceof UncertainDateError)) throw error
      context.addIssue({ code: 'custom', message: reasonMessage(error.reason), input: given })
      return z.NEVER
    }
  })
  .pipe(UncertainDate)
  .meta({
    description:
      'A date: `2026-03-01`, `2026-03`, `2026-03-01T14:00Z`, an interval `2026-03-01/2026-03-05` (some instant within), `../2026-03-01` (by then). ISO 8601 or EDTF level 1.',
    examples: ['2026-03-01', '2026-03', '../2026-03-01'],
  })

/** Tells if a period may be one: it does not provably end before it begins. */
export function isInOrder({ since, until }: Period): boolean {
  if (!since?.from || !until?.until) return true
  return Date.parse(since.from) < Date.parse(until.until)
}

export const outOfOrder = { message: plainReason('ends_before_since'), path: ['until'] }

interface Period {
  readonly since?: UncertainDate | undefined
  readonly until?: UncertainDate | undefined
}

/** Grounds of a fact: a source, the words in it, and the sources that relayed it, nearest first. */
export const Evidence = z
  .strictObject({
    source: Id.meta({
      description: 'The source that reports the fact, by its id in this ledger',
      examples: ['courier'],
    }),
    quote: z
      .strictObject({
        exact: Text.meta({
          description: 'The quoted words; recorded as they stand in the source',
          examples: ['could live with it'],
        }),
        prefix: Around.meta({
          description: 'The words directly before the quoted ones, to tell apart two places',
          examples: ['B said it '],
        }).optional(),
        suffix: Around.meta({
          description: 'The words directly after the quoted ones, to tell apart two places',
          examples: [' for now'],
        }).optional(),
        start: Offset.meta({
          description:
            'Where the quoted words begin in the text of the source, in UTF-16 units from 0. The ledger adds it to every quote from a text that it holds.',
          examples: [412],
        }).optional(),
        end: Offset.meta({
          description: 'Where the quoted words end in the text of the source, exclusive',
          examples: [430],
        }).optional(),
        places: z
          .int()
          .min(2)
          .meta({
            readOnly: true,
            description:
              'The number of places of the text that the quote fits, if more than one, 100 standing for any more: set by the ledger, whatever is sent',
            examples: [2],
          })
          .optional(),
      })
      .refine(({ start, end }) => end === undefined || start !== undefined, {
        message: plainReason('end_without_start'),
        path: ['end'],
      })
      .optional()
      .describe(
        'Words of the source. Words that stand there twice need those around them, or `start`. White space, Unicode normal form, soft hyphens and the kinds of quotation marks and dashes do not count',
      ),
    relay: z
      .array(Id.meta({ description: 'One source that passed it on', examples: ['agency-report'] }))
      .max(20)
      .optional()
      .describe(
        'The chain behind the source: the reports that it repeats, nearest first. "TASR, citing CNN" is the source of TASR with the relay of CNN.',
      ),
  })
  .meta({
    id: 'Evidence',
    description: 'A source on which a fact rests, with the words quoted from it',
  })

export type Evidence = z.output<typeof Evidence>

/** Members that every body may have beside its own. */
export const evidence = {
  evidence: z
    .array(Evidence)
    .max(50)
    .optional()
    .describe(
      'On what the entry rests: the sources that report it. Without any it counts as uncited.',
    ),
}

/** The hashed part of an event: ledger-wide facts about it, and a commitment to its body. */
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
  /** The time of its import from an archive: `recordedAt` is then the claim of another system. */
  readonly importedAt?: string
  /** Valid time. */
  readonly occurred: UncertainDate
  /** `sha-256:` and the base64url digest of salt and body. */
  readonly bodyDigest: string
}

function text(max: number) {
  return verbatim(max).refine((s) => s.trim() !== '', plainReason('blank'))
}

function isLanguageTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}
