import type { DateReasonParams } from '../../events/date-reasons.ts'
import type { SchemaReasonParams } from '../../events/schema-reasons.ts'
import type { Examples } from './examples.ts'

const value = { kind: 'value', text: '"soon"' } as const
const array = { kind: 'array' } as const
const object = { kind: 'object' } as const
const given = [{}, { given: value }]
const two = { values: ['held', 'unseen'], count: 2 }

/** Codes of dates whose sentences need the text alone. */
const PLAIN_DATES = [
  ...['date_empty', 'date_in_blanks', 'date_open_on_both_sides', 'date_in_lower_case'],
  ...['date_set', 'date_part_qualified', 'date_qualified_twice', 'date_with_exponent'],
  ...['date_y_misused', 'date_digits_unspecified', 'date_of_week', 'date_relative'],
  ...['date_of_day_in_year', 'date_of_long_year', 'date_short_year', 'date_zone_name'],
  ...['date_blank_before_time', 'date_time_unknown', 'date_not_understood', 'date_slashes'],
  ...['date_interval_backwards', 'date_year_minus_zero', 'date_out_of_reach'],
  ...['date_season_unknown', 'date_month_unknown', 'date_month_of_day_unknown'],
  ...['date_offset_missing', 'date_hour_24', 'instant_now'],
  ...['date_hour_unknown', 'date_minute_unknown', 'date_leap_second', 'date_second_unknown'],
  ...['date_too_fine', 'date_offset_unknown', 'date_offset_minus_zero', 'instant_blank'],
  'instant_unknown',
] as const

/** Codes of dates whose sentences name the forms that may have been meant. */
const MEANT_DATES = [
  ...['date_separators', 'date_year_last', 'date_in_basic_format', 'date_of_one_digit'],
  ...['date_of_quarter', 'date_interval_form', 'date_approximate_form', 'date_day_with_offset'],
  ...['date_offset_form', 'date_other_digits', 'date_in_words'],
] as const

const text = '01/02/2026'
const instant = '2025-04-01T00:00:00Z'

const DATES = {
  ...Object.fromEntries(PLAIN_DATES.map((code) => [code, [{ text }]])),
  date_in_seconds: [{ text, instant }],
  date_in_milliseconds: [{ text, instant }],
  ...Object.fromEntries(
    MEANT_DATES.map((code) => [code, [{ text, forms: ['2026-02-01', '2026-01-02'] }]]),
  ),
  date_day_unknown: [{ text, month: '2026-02', last: 28 }],
} as unknown as Examples<DateReasonParams>

export const SCHEMA_REASONS: Examples<SchemaReasonParams> = {
  ...DATES,
  wrong_kind: [
    { expected: 'text', given: array, example: '"dam"' },
    { expected: 'number', given: object },
    { expected: 'whole_number', given: value },
    { expected: 'boolean', given: value },
    { expected: 'array', given: value },
    { expected: 'object', given: value },
    { expected: 'other', given: value },
  ],
  missing: [
    {},
    { example: '"dam"' },
    { expected: 'text', example: '"dam"' },
    { expected: 'array' },
  ],
  choice_missing: [{ wanted: two }, { wanted: { values: ['held'], count: 1 } }],
  not_a_choice: [
    { wanted: two, given: value, nearest: 'held' },
    { wanted: { values: ['held'], count: 30 }, given: array },
  ],
  name_unknown: [
    { noun: 'member', known: ['title', 'occurred'], nearest: 'title' },
    { noun: 'parameter', known: [] },
  ],
  no_such_form: given,
  item_count: [
    { bound: 'most', limit: 1, count: 2 },
    { bound: 'least', limit: 3, count: 0 },
  ],
  text_length: [
    { bound: 'most', limit: 500, count: 501 },
    { bound: 'least', limit: 1, count: 0 },
  ],
  out_of_bounds: [
    { bound: 'most', limit: 20, given: { kind: 'value', text: '21' } },
    { bound: 'least', limit: 0, given: { kind: 'value', text: '-1' } },
  ],
  wrong_format: [{ format: 'base64' }, { format: 'base64', example: '"AA=="' }],
  not_taken: [{ given: value }, { given: object, example: '"dam"' }],
  type_missing: given,
  type_unknown: [
    { given: value, known: ['party.listed'], areTypes: true, nearest: 'party.listed' },
    { given: object, known: ['party', 'issue'], areTypes: false },
  ],
  not_an_id: given,
  not_an_event_id: given,
  lone_surrogate: given,
  null_character: given,
  several_lines: given,
  blank: given,
  not_a_file_digest: given,
  not_a_language_tag: given,
  ends_before_since: given,
  end_without_start: given,
  levels_repeated: given,
  no_title_or_proposition: given,
  no_party_or_person: given,
  no_other_name: [{ names: ['title', 'aliases'] }],
  text_unless_held: given,
  digest_missing: given,
  digest_of_unseen: given,
  undated: given,
  no_decimal: given,
  not_a_decimal: [{ digits: 40, text: '1,5' }],
  range_end_misplaced: given,
  range_not_rising: given,
}
