import type { CodedMessage } from './coded-message.ts'
import type { DateReasonParams } from './date-reasons.ts'

/** A value that somebody sent, as a sentence repeats it: a short one by its JSON text. */
export type GivenValue =
  | { readonly kind: 'array' | 'object' }
  | { readonly kind: 'value'; readonly text: string }

/** The values of which one was wanted, cut to what a sentence lists, and how many there are. */
export interface WantedValues {
  readonly values: readonly string[]
  readonly count: number
}

/** The kind of value that a schema takes. */
export type ValueKind =
  | 'text'
  | 'number'
  | 'whole_number'
  | 'boolean'
  | 'array'
  | 'object'
  | 'other'

interface OfExample {
  /** A value that would be taken, as JSON text. */
  readonly example?: string | undefined
}

/** The value that was given; absent where it is not told, since it is an object or an array. */
interface OfGiven {
  readonly given?: GivenValue | undefined
}

/** A limit that a value does not keep. */
interface OfBound {
  readonly bound: 'most' | 'least'
  readonly limit: number
}

/** The name that was probably meant. */
interface OfNearest {
  readonly nearest?: string | undefined
}

/** The reasons why a schema does not take a value, each with what its sentence names. */
export interface SchemaReasonParams extends DateReasonParams {
  /** Of any schema. */
  readonly wrong_kind: OfExample & { readonly expected: ValueKind; readonly given: GivenValue }
  readonly missing: OfExample & { readonly expected?: ValueKind | undefined }
  readonly choice_missing: { readonly wanted: WantedValues }
  readonly not_a_choice: OfNearest & { readonly wanted: WantedValues; readonly given: GivenValue }
  readonly name_unknown: OfNearest & {
    readonly noun: 'member' | 'parameter'
    /** Empty where there are too many to list. */
    readonly known: readonly string[]
  }
  readonly no_such_form: OfGiven
  readonly item_count: OfBound & { readonly count: number }
  readonly text_length: OfBound & { readonly count: number }
  readonly out_of_bounds: OfBound & { readonly given: GivenValue }
  readonly wrong_format: OfExample & { readonly format: string }
  readonly not_taken: OfExample & { readonly given: GivenValue }
  readonly type_missing: OfGiven
  readonly type_unknown: OfNearest & {
    readonly given: GivenValue
    readonly known: readonly string[]
    /** True if `known` are types; false if they are the first words of all types. */
    readonly areTypes: boolean
  }
  /** Of the schemas of commands. */
  readonly not_an_id: OfGiven
  readonly not_an_event_id: OfGiven
  readonly lone_surrogate: OfGiven
  readonly null_character: OfGiven
  readonly several_lines: OfGiven
  readonly blank: OfGiven
  readonly not_a_file_digest: OfGiven
  readonly not_a_language_tag: OfGiven
  readonly ends_before_since: OfGiven
  readonly end_without_start: OfGiven
  readonly levels_repeated: OfGiven
  readonly no_title_or_proposition: OfGiven
  readonly no_party_or_person: OfGiven
  readonly no_other_name: OfGiven & { readonly names: readonly string[] }
  readonly text_unless_held: OfGiven
  readonly digest_missing: OfGiven
  readonly digest_of_unseen: OfGiven
  readonly undated: OfGiven
  readonly no_decimal: OfGiven
  readonly not_a_decimal: OfGiven & { readonly digits: number; readonly text: string }
  readonly range_end_misplaced: OfGiven
  readonly range_not_rising: OfGiven
}

/** A reason why a schema does not take a value: the rest of a sentence that begins with its name. */
export type SchemaReason = CodedMessage<SchemaReasonParams>

/** Codes whose sentences need nothing beside the value that was given. */
type PlainCode = {
  [Code in keyof SchemaReasonParams]: object extends SchemaReasonParams[Code] ? Code : never
}[keyof SchemaReasonParams]

/** The message of a check of a schema, for a reason that needs nothing but the value. */
export function plainReason(code: PlainCode): string {
  return packReason({ code, params: {} })
}

/** The message of a check of a schema. */
export function reasonMessage(reason: SchemaReason): string {
  return packReason(reason)
}

/** Packs a reason into the message of a check of a schema: zod takes text alone. */
export function packReason(reason: { readonly code: string; readonly params: object }): string {
  return JSON.stringify(reason)
}

/** The reason that a message of a schema holds; undefined for any other text. */
export function reasonIn(message: string): SchemaReason | undefined {
  return message.startsWith('{"code":') ? JSON.parse(message) : undefined
}
