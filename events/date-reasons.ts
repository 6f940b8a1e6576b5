import type { CodedMessage } from './coded-message.ts'

interface OfText {
  /** The text that is no date. */
  readonly text: string
}

/** The forms that may have been meant. */
interface OfForms {
  readonly forms: readonly string[]
}

/** The reasons why a text is no date that can be recorded, each with what its sentence names. */
export interface DateReasonParams {
  readonly date_empty: OfText
  readonly date_in_blanks: OfText
  readonly date_open_on_both_sides: OfText
  readonly date_in_lower_case: OfText
  readonly date_set: OfText
  readonly date_part_qualified: OfText
  readonly date_qualified_twice: OfText
  readonly date_with_exponent: OfText
  readonly date_y_misused: OfText
  readonly date_digits_unspecified: OfText
  readonly date_in_basic_format: OfText & OfForms
  readonly date_of_week: OfText
  readonly date_of_day_in_year: OfText
  readonly date_in_seconds: OfText & { readonly instant: string }
  readonly date_in_milliseconds: OfText & { readonly instant: string }
  readonly date_of_long_year: OfText
  readonly date_of_one_digit: OfText & OfForms
  readonly date_blank_before_time: OfText
  readonly date_time_unknown: OfText
  readonly date_not_understood: OfText
  readonly date_separators: OfText & OfForms
  readonly date_year_last: OfText & OfForms
  readonly date_of_quarter: OfText & OfForms
  readonly date_interval_form: OfText & OfForms
  readonly date_approximate_form: OfText & OfForms
  readonly date_day_with_offset: OfText & OfForms
  readonly date_offset_form: OfText & OfForms
  readonly date_other_digits: OfText & OfForms
  readonly date_in_words: OfText & OfForms
  readonly date_relative: OfText
  readonly date_short_year: OfText
  readonly date_zone_name: OfText
  readonly date_slashes: OfText
  readonly date_interval_backwards: OfText
  readonly date_year_minus_zero: OfText
  readonly date_out_of_reach: OfText
  readonly date_season_unknown: OfText
  readonly date_month_unknown: OfText
  readonly date_month_of_day_unknown: OfText
  readonly date_day_unknown: OfText & { readonly month: string; readonly last: number }
  readonly date_offset_missing: OfText
  readonly date_hour_24: OfText
  readonly date_hour_unknown: OfText
  readonly date_minute_unknown: OfText
  readonly date_leap_second: OfText
  readonly date_second_unknown: OfText
  readonly date_too_fine: OfText
  readonly date_offset_unknown: OfText
  readonly date_offset_minus_zero: OfText
  /** Of parameters that name an instant. */
  readonly instant_blank: OfText
  readonly instant_unknown: OfText
  readonly instant_now: OfText
}

/** A reason why a text is no date. */
export type DateReason = CodedMessage<DateReasonParams>

/** The parameters of a reason beside the text. */
export type BesideText<Code extends keyof DateReasonParams> = Omit<DateReasonParams[Code], 'text'>
