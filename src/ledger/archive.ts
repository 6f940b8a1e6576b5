import { pointTo } from '../decide/refusal.ts'
import { reason } from '../words/reason.ts'
import type { LedgerRefusal } from './refused.ts'

/** Commands of an archive, and the time at which each was recorded in the system they come from. */
export interface Archived {
  /** The commands without those times. */
  readonly commands: unknown
  /** UTC milliseconds, in the order of the commands. */
  readonly recordedAt: readonly number[]
  readonly refusals: readonly LedgerRefusal[]
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)$/

/** Takes `recordedAt` from each command: a time with its offset from UTC. */
export function readArchived(commands: readonly unknown[]): Archived {
  const refusals: LedgerRefusal[] = []
  const recordedAt: number[] = []
  const stripped = commands.map((command, index) => {
    if (typeof command !== 'object' || command === null || Array.isArray(command)) return command
    const { recordedAt: given, ...rest } = command as Readonly<Record<string, unknown>>
    const time = typeof given === 'string' && INSTANT.test(given) ? Date.parse(given) : Number.NaN
    const pointer = pointTo(`/${index}`, 'recordedAt')
    if (Number.isNaN(time)) {
      const isMissing = given === undefined
      const what = reason(isMissing ? 'recording_time_missing' : 'not_a_recording_time', {})
      refusals.push({ code: 'malformed', what, pointer })
    }
    recordedAt.push(time)
    return rest
  })
  return { commands: stripped, recordedAt, refusals }
}

/**
 * The refusals of recording times that do not fit the ledger: an archive fills a ledger that holds
 * nothing else, in the order in which it was recorded, and is of the past.
 */
export function archiveRefusals(
  times: readonly number[],
  {
    isArchive,
    last,
    now,
  }: { readonly isArchive: boolean; readonly last: number; readonly now: number },
): LedgerRefusal[] {
  if (!isArchive) {
    const what = reason('archive_into_ledger', {})
    return [{ code: 'ledger_not_empty', what, pointer: '/0' }]
  }
  const refusals: LedgerRefusal[] = []
  let before = last
  for (const [index, time] of times.entries()) {
    const pointer = `/${index}/recordedAt`
    const iso = new Date(time).toISOString()
    if (time < before) {
      const what = reason('recorded_before_former', {
        time: iso,
        before: new Date(before).toISOString(),
      })
      refusals.push({ code: 'malformed', what, pointer })
    } else if (time > now) {
      const what = reason('recorded_in_future', { time: iso })
      refusals.push({ code: 'malformed', what, pointer })
    }
    before = Math.max(before, time)
  }
  return refusals
}
