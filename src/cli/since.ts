import { meantDate } from '../../events/meant-date.ts'
import type { QueryMembers } from './client.ts'
import { EXIT, Failure } from './failure.ts'

const UNITS = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const

/** The number of days ago a day with a name was. */
const DAYS = { today: 0, yesterday: 1 } as const

/**
 * The parameters that say with which earlier moment to compare.
 *
 * @param since a revision, a day or a time, or how long ago, such as `24h`; else none
 * @param now milliseconds
 * @throws {Failure} it is none of these.
 */
export function sinceQuery(
  since: string | undefined,
  fromValidTime: string | undefined,
  now: number,
): QueryMembers {
  if (since === undefined) return { fromValidTime }
  if (/^\d+$/.test(since)) return { fromRevision: since, fromValidTime }
  return { fromTransactionTime: timeOf(since, now), fromValidTime }
}

function timeOf(since: string, now: number): string {
  const [, count, unit] = /^(\d+)([mhdw])$/.exec(since) ?? []
  if (count !== undefined) return iso(now - Number(count) * UNITS[unit as keyof typeof UNITS])
  if (Object.hasOwn(DAYS, since))
    return `${dayOf(now - DAYS[since as keyof typeof DAYS] * UNITS.d)}T00:00Z`
  const [, day, time, offset] =
    /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:\d\d)?)?$/.exec(since) ??
    []
  if (day === undefined) throw refused(since, meantBy(since) ?? FORMS)
  if (time === undefined) return `${day}T00:00Z`
  if (offset === undefined) throw refused(since, `a time of day with its offset: ${day}T${time}Z`)
  return `${day}T${time}${offset}`
}

const FORMS =
  'a revision, a day or a time (2026-03-01, 2026-03-01T10:00Z, today, yesterday), or how long ago (30m, 24h, 7d, 2w)'

function refused(since: string, wanted: string): Failure {
  return new Failure(`--since must be ${wanted}; not ${since}.`, { exit: EXIT.usage })
}

/** The days or times that may have been meant by a text of another form; undefined if none is known. */
function meantBy(since: string): string | undefined {
  const forms = meantDate(since)?.forms ?? []
  return forms.some((form) => /^\d{4}-\d\d-\d\d/.test(form)) ? forms.join(' or ') : undefined
}

function iso(time: number): string {
  const date = new Date(time)
  if (Number.isNaN(date.getTime())) throw refused('so long ago', FORMS)
  return date.toISOString()
}

/** In UTC, as every day without an offset is. */
function dayOf(time: number): string {
  return iso(time).slice(0, 10)
}
