import type {
  GivenValue,
  SchemaReasonParams,
  ValueKind,
  WantedValues,
} from '../../../events/schema-reasons.ts'
import type { Sentences } from '../words.ts'
import { dateReasons } from './date-reasons.ts'
import { didYouMean } from './reason-parts.ts'

/** Reasons why a schema does not take a value, in English. */
export const schemaReasons: Sentences<SchemaReasonParams> = {
  ...dateReasons,
  wrong_kind: ({ expected, example, given }) =>
    `must be ${KINDS[expected]}${suchAs(example)}, not ${shown(given)}`,
  missing: ({ expected, example }) =>
    `is missing: add ${expected === undefined ? 'it' : KINDS[expected]}${suchAs(example)}`,
  choice_missing: ({ wanted }) => `is missing: it must be ${oneOf(wanted)}`,
  not_a_choice: ({ wanted, given, nearest }) =>
    `must be ${oneOf(wanted)}, not ${shown(given)}${didYouMean(nearest)}`,
  name_unknown: ({ noun, known, nearest }) => {
    const list = known.length > 0 ? `; known are ${known.join(', ')}` : ''
    return `is not a known ${noun}${didYouMean(nearest)}: correct or remove it${list}`
  },
  no_such_form: () => 'must have one of the forms of its schema',
  item_count: ({ bound, limit, count }) =>
    `must have ${BOUNDS[bound]} ${limit} items, not ${count}: ${bound === 'most' ? 'leave some out' : 'add what is missing'}`,
  text_length: ({ bound, limit, count }) =>
    `must have ${BOUNDS[bound]} ${limit} characters, not ${count}: ${bound === 'most' ? 'shorten it' : 'write more'}`,
  out_of_bounds: ({ bound, limit, given }) =>
    `must be ${BOUNDS[bound]} ${limit}, not ${shown(given)}`,
  wrong_format: ({ format, example }) => `must be in the form ${format}${suchAs(example)}`,
  not_taken: ({ given, example }) =>
    `cannot be ${shown(given)}${example === undefined ? '' : `: write ${example}`}`,
  type_missing: () => 'is missing: add the type of event, such as "party.listed"',
  type_unknown: ({ given, nearest, known, areTypes }) =>
    `is not a type of event: ${shown(given)}${didYouMean(nearest)}; there are ${areTypes ? '' : 'those of '}${known.join(', ')}`,
  not_an_id: ({ given }) => `must be 1 to 64 of a-z, 0-9 and -, not starting with -${not(given)}`,
  not_an_event_id: ({ given }) => `must be a UUID in lower case${not(given)}`,
  lone_surrogate: () => 'must not contain a lone surrogate: write whole characters',
  null_character: () => 'must not contain the character U+0000: leave it out',
  several_lines: ({ given }) => `must be one line${not(given)}`,
  blank: () => 'must not be blank',
  not_a_file_digest: ({ given }) => `must be sha-256: and 43 characters of base64url${not(given)}`,
  not_a_language_tag: ({ given }) =>
    `must be a language tag such as en or uk (BCP 47)${not(given)}`,
  ends_before_since: () => 'must not end before `since`',
  end_without_start: () => 'needs `start`',
  levels_repeated: () =>
    'must name each level once, and leave out public, which every negotiation has',
  no_title_or_proposition: () => 'needs a title or a proposition',
  no_party_or_person: () => 'needs a party or a person',
  no_other_name: ({ names }) => `is missing: give what is another, ${names.join(' or ')}`,
  text_unless_held: () => 'is required where held is "text", and left out elsewhere',
  digest_missing: () => 'is required where held is "digest"',
  digest_of_unseen: () => 'is not given where held is "unseen"',
  undated: () => 'is missing: add when it was said, or the session in saidAt',
  no_decimal: () => 'must be a decimal, such as "1.5" or 600000',
  not_a_decimal: ({ digits, text }) =>
    `must be a decimal of at most ${digits} digits, such as "1.5" or "600000", with a point and no separators: "${text}" is none`,
  range_end_misplaced: () =>
    'is required where the comparator is "between", and left out elsewhere',
  range_not_rising: ({ given }) =>
    `must be greater than the value: a range goes from value to to${not(given)}`,
}

const KINDS: Readonly<Record<ValueKind, string>> = {
  text: 'text',
  number: 'a number',
  whole_number: 'a whole number',
  boolean: 'true or false',
  array: 'an array',
  object: 'an object',
  other: 'a value of its kind',
}

const BOUNDS = { most: 'at most', least: 'at least' }

function oneOf({ values, count }: WantedValues): string {
  if (count === 1) return String(values[0])
  return count > values.length
    ? `one of ${count} values, such as ${values[0]}`
    : `one of ${values.join(', ')}`
}

/** A value that was given, as it stands in a sentence. */
export function shown(given: GivenValue): string {
  return given.kind === 'value' ? given.text : KINDS[given.kind]
}

/** The value that was given in place of what is wanted; empty where it is not told. */
export function not(given: GivenValue | undefined): string {
  return given === undefined ? '' : `, not ${shown(given)}`
}

function suchAs(example: string | undefined): string {
  return example === undefined ? '' : ` such as ${example}`
}
