import type { DateReasonParams } from '../../../events/date-reasons.ts'
import { afterText } from '../after-text.ts'

/** Reasons why a text is no date, in English, each the rest of a sentence that begins with the text. */
export const dateReasons = afterText<DateReasonParams>({
  date_empty: () => 'is empty: write a date such as 2025-11-30',
  date_in_blanks: () => 'has blanks around it: remove them',
  date_open_on_both_sides: () => 'names no date: where both sides are open, write ../',
  date_in_lower_case: () => 'is in lower case: write T, X, Y and Z in capitals',
  date_set: () => 'is EDTF level 2: instead of a set, write an interval such as 2025-11/2025-12',
  date_part_qualified: () => 'is EDTF level 2: qualify the whole date, with ~, ? or % at its end',
  date_qualified_twice: () => 'has two qualifiers: write % for both uncertain and approximate',
  date_with_exponent: () => 'is EDTF level 2: write the year out, without E or S',
  date_y_misused: () =>
    'misuses Y: it goes before a year of more than four digits, and nothing follows',
  date_digits_unspecified: () =>
    'is EDTF level 2: only its last digits may be X, as in 201X or 2025-XX',
  date_in_basic_format: ({ forms }) => `is in the basic format: write ${forms.join(' or ')}`,
  date_of_week: () => 'is a week date: write the days, as in 2025-11-24/2025-11-30',
  date_of_day_in_year: () => 'counts the days of the year: write month and day, as in 2025-11-30',
  date_in_seconds: ({ instant }) => `looks like seconds since 1970: write ${instant}`,
  date_in_milliseconds: ({ instant }) => `looks like milliseconds since 1970: write ${instant}`,
  date_of_long_year: () => 'has a year of more than four digits: write Y before it',
  date_of_one_digit: ({ forms }) => `has a month or day of one digit: write ${forms.join(' or ')}`,
  date_blank_before_time: () => 'has a blank before its time of day: write T',
  date_time_unknown: () => 'has no time of day that is understood: write one such as 14:00-05:00',
  date_not_understood: () => 'is not understood: write a date such as 2025-11-30, or 2025-11',
  date_separators: ({ forms }) => `has other signs than hyphens: write ${forms.join(' or ')}`,
  date_year_last: ({ forms }) => `does not begin with its year: write ${forms.join(' or ')}`,
  date_of_quarter: ({ forms }) => `names a quarter: write its months, ${forms.join(' or ')}`,
  date_interval_form: ({ forms }) => `is an interval in another form: write ${forms.join(' or ')}`,
  date_approximate_form: ({ forms }) => `is approximate: write ${forms.join(' or ')}`,
  date_day_with_offset: ({ forms }) =>
    `has an offset and no time of day: write ${forms.join(' or ')}, or add the time`,
  date_offset_form: ({ forms }) => `has an offset in another form: write ${forms.join(' or ')}`,
  date_other_digits: ({ forms }) => `has digits other than 0 to 9: write ${forms.join(' or ')}`,
  date_in_words: ({ forms }) => `has its month in words: write ${forms.join(' or ')}`,
  date_relative: () => 'depends on when it is read: write the day itself, such as 2025-11-30',
  date_short_year: () =>
    'has a year of two digits: write the year first, with four, as in 2025-11-30',
  date_zone_name: () => 'names a time zone: write the offset instead, such as +02:00',
  date_slashes: () => 'has more than one /: write an interval as a/b',
  date_interval_backwards: () => 'ends before it begins: write the earlier date first',
  date_year_minus_zero: () => 'has a year -0000: write 0000',
  date_out_of_reach: () => 'is out of reach: years go from -271820 to 275759',
  date_season_unknown: () => 'is EDTF level 2: of seasons only 21 to 24 are understood',
  date_month_unknown: () => 'names no month: write 01 to 12, or a season 21 to 24',
  date_month_of_day_unknown: () => 'names no month: write 01 to 12',
  date_day_unknown: ({ month, last }) =>
    `names no day: ${month} has the days 01 to ${last}, write one of them`,
  date_offset_missing: () => 'needs an offset: add Z, or one such as -05:00',
  date_hour_24: () => 'has an hour 24: write 00:00 of the next day',
  date_hour_unknown: () => 'has no such hour: write 00 to 23',
  date_minute_unknown: () => 'has no such minute: write 00 to 59',
  date_leap_second: () => 'has a leap second, which cannot be kept: write 59',
  date_second_unknown: () => 'has no such second: write 00 to 59',
  date_too_fine: () => 'is finer than a millisecond: write at most three decimals',
  date_offset_unknown: () => 'has no such offset: write -23:59 to +23:59',
  date_offset_minus_zero: () => 'has an offset of minus nothing: write Z or +00:00',
  instant_blank: () => 'has a blank: write + as %2B',
  instant_now: () =>
    'is no time: leave it out to read what is so now, or write a time such as 2025-12-01T00:00Z',
  instant_unknown: () =>
    'must be a day, or a date and time with an offset, such as 2025-12-01T00:00Z',
})
