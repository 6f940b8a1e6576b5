import { z } from 'zod'
import { refusedDate } from '../../events/date-refusal.ts'
import { Id } from '../../events/envelope.ts'
import { Subject } from '../../events/position.ts'
import { reasonMessage } from '../../events/schema-reasons.ts'
import { parseUncertainDate, UncertainDateError } from '../../events/uncertain-date.ts'
import { message } from './message.ts'

/** A whole number from 0 on, as a parameter writes it. */
export const Count = z
  .string()
  .regex(/^(0|[1-9]\d{0,14})$/, message('not_a_count', {}))
  .transform(Number)

export const Revision = Count.describe(
  'A revision: the 0-based position of an event in its ledger',
).meta({ examples: ['41'] })

const DAY = /^-?\d{4}-\d\d-\d\d$/

/** ISO 8601 with an offset, or a UTC day, which stands for its first or last millisecond. */
function instant(ofDay: 'from' | 'until') {
  return z
    .string()
    .transform((text, context) => {
      try {
        if (/T.* /.test(text)) throw refusedDate(text, 'instant_blank')
        if (!isInstant(text)) throw notInstant(text)
        const read = parseUncertainDate(text)
        if (!DAY.test(text) || ofDay === 'from') return Date.parse(read.from ?? '')
        // The instant at which a day ends is already of the next one.
        return Date.parse(read.until ?? '') - 1
      } catch (error) {
        if (!(error instanceof UncertainDateError)) throw error
        context.addIssue({ code: 'custom', message: reasonMessage(error.reason), input: text })
        return z.NEVER
      }
    })
    .meta({ examples: ['2025-12-01T00:00Z', '2025-12-01'] })
}

/** An instant as of which something is read: a day stands for its end. */
export const Instant = instant('until')

/** An instant from which on something is looked at: a day stands for its beginning. */
export const StartingInstant = instant('from')

/** A day, or a time of day with an offset. */
const INSTANT = /^[^/]+T[^/]+[^~?%/]$/

/** The hint of the date reader if what it says to write is an instant, else what is wanted. */
function notInstant(text: string): UncertainDateError {
  try {
    parseUncertainDate(text)
  } catch (error) {
    if (!(error instanceof UncertainDateError)) throw error
    const { params } = error.reason
    const told = 'forms' in params ? params.forms : 'instant' in params ? [params.instant] : []
    if (told.length > 0 && told.every(isInstant)) return error
  }
  return refusedDate(text, text === 'now' ? 'instant_now' : 'instant_unknown')
}

function isInstant(text: string): boolean {
  return DAY.test(text) || INSTANT.test(text)
}

/** Identifies the negotiation; in the path of everything that concerns one. */
export const negotiationParams = {
  negotiation: Id.describe('The negotiation whose ledger is meant').meta({
    examples: ['peace-plan'],
  }),
}

/** The id of a negotiation, or of an access ledger: `access-` and one, or `access`. */
export const LedgerId = z
  .string()
  .regex(/^(access-)?[a-z0-9][a-z0-9-]{0,63}$/, message('not_a_ledger_id', {}))

/** Identifies a ledger; in the path of whatever reads the ledger itself, and none of its views. */
export const ledgerParams = {
  negotiation: LedgerId.describe(
    'The negotiation whose ledger is meant; `access-` and its id for its access ledger, `access` for that of the service',
  ).meta({ examples: ['peace-plan'] }),
}

export type NegotiationParams = z.output<z.ZodObject<typeof negotiationParams>>

/** As of when, on both axes; every as-of read takes these (src/http/as-of.ts says what they mean). */
export const asOfQuery = {
  revision: Revision.optional().describe('As known after this event: exact'),
  transactionTime: Instant.optional().describe('As known at this time, or at the end of this day'),
  validTime: Instant.optional().describe(
    'As it was in the world at this time, or at the end of this day (UTC)',
  ),
  minRevision: Revision.optional().describe('Wait until the ledger has this revision'),
}

export type AsOfQuery = z.output<z.ZodObject<typeof asOfQuery>>

/** A whole number from 1 to `most`, as a parameter writes it. */
export function boundedCount(most: number) {
  const range = message('number_out_of_range', { least: 1, most })
  return Count.refine((n) => n >= 1 && n <= most, range)
}

/** The kinds of subject that a position can be on. */
export const SubjectKind = z
  .enum(['issue', 'clause', 'draft', 'wording'])
  .describe('Kind of the subject')

/** A subject as one parameter, such as `issue:army-cap`. */
export const SubjectParameter = z
  .string()
  .regex(/^[^:]*:[^:]*$/, message('not_a_subject', {}))
  .transform((text) => ({ kind: text.split(':')[0], id: text.split(':')[1] }))
  .pipe(Subject)
  .meta({
    description: 'An issue, a clause or a draft: its kind, a colon and its id',
    examples: ['issue:army-cap'],
  })

/** The members that are there: a parameter that is not given is no member of a filter. */
export function given<T extends object>(members: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const entries = Object.entries(members).filter(([, value]) => value !== undefined)
  return Object.fromEntries(entries) as { [K in keyof T]?: Exclude<T[K], undefined> }
}
