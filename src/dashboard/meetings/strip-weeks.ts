import type { MeetingReply, MeetingState } from '../../../projections/meetings/meeting-reply.ts'

const DAY = 86_400_000
const WEEK = 7 * DAY
/** 1 January 1970 was a Thursday. */
const FIRST_MONDAY = 4 * DAY

/** The most weeks that a strip shows: the latest. */
export const MOST_WEEKS = 78

/** The look of a day, by what became of its meeting. */
export type StripState = 'held' | 'planned' | 'postponed' | 'off'

const STATES: { readonly [S in MeetingState]: StripState } = {
  announced: 'planned',
  postponed: 'postponed',
  cancelled: 'off',
  denied: 'off',
  convened: 'held',
  suspended: 'held',
  concluded: 'held',
}

/** A day with a meeting, in its place: `row` 0 is Monday, `column` 0 the first week. */
export interface StripDay {
  readonly row: number
  readonly column: number
  readonly state: StripState
  readonly meetings: readonly MeetingReply[]
}

export interface Strip {
  readonly days: readonly StripDay[]
  /** The Mondays of its weeks, in milliseconds. */
  readonly weeks: readonly number[]
  /** The number of meetings whose day is not known to a week, or is before the strip. */
  readonly without: number
}

/** Meetings by the day, in UTC, on which each took place or is planned for. */
export function stripOf(meetings: readonly MeetingReply[]): Strip {
  const dated = meetings.flatMap((meeting) => {
    const day = dayOf(meeting)
    return day === undefined ? [] : [{ meeting, day }]
  })
  const days = dated.map(({ day }) => day)
  if (days.length === 0) return { days: [], weeks: [], without: meetings.length }
  const last = mondayOf(Math.max(...days))
  const first = Math.max(mondayOf(Math.min(...days)), last - (MOST_WEEKS - 1) * WEEK)
  const shown = Map.groupBy(
    dated.filter(({ day }) => day >= first),
    ({ day }) => day,
  )
  return {
    days: [...shown].map(([day, on]) => ({
      row: (day - mondayOf(day)) / DAY,
      column: (mondayOf(day) - first) / WEEK,
      // Of several on one day, one that was held shows.
      state: on.map(({ meeting }) => STATES[meeting.state]).toSorted(byWeight)[0] as StripState,
      meetings: on.map(({ meeting }) => meeting),
    })),
    weeks: Array.from({ length: (last - first) / WEEK + 1 }, (_, week) => first + week * WEEK),
    without: meetings.length - [...shown.values()].flat().length,
  }
}

const WEIGHT: readonly StripState[] = ['held', 'planned', 'postponed', 'off']

function byWeight(a: StripState, b: StripState): number {
  return WEIGHT.indexOf(a) - WEIGHT.indexOf(b)
}

function dayOf({ tookPlace, scheduled }: MeetingReply): number | undefined {
  const { from, until } = tookPlace ?? scheduled ?? {}
  if (from == null || until == null || Date.parse(until) - Date.parse(from) > WEEK) return undefined
  return Math.floor(Date.parse(from) / DAY) * DAY
}

function mondayOf(day: number): number {
  return Math.floor((day - FIRST_MONDAY) / WEEK) * WEEK + FIRST_MONDAY
}
