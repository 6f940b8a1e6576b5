import { pointTo } from '../decide/refusal.ts'
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
      const why = given === undefined ? 'is missing: give' : 'must be'
      const what = `${why} the time at which the other system recorded the entry, such as 2017-05-04T09:30:00Z`
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
    const what =
      'cannot be added: the ledger has entries of its own, and an archive fills one that is empty or holds nothing but archives. Choose another id for the negotiation'
    return [{ code: 'ledger_not_empty', what, pointer: '/0' }]
  }
  const refusals: LedgerRefusal[] = []
  let before = last
  for (const [index, time] of times.entries()) {
    const pointer = `/${index}/recordedAt`
    const iso = new Date(time).toISOString()
    if (time < before) {
      const what = `is ${iso}, earlier than that of the entry before it, ${new Date(before).toISOString()}: put the lines in the order in which they were recorded`
      refusals.push({ code: 'malformed', what, pointer })
    } else if (time > now) {
      const what = `is ${iso}, in the future: correct it, since an archive holds what was recorded before`
      refusals.push({ code: 'malformed', what, pointer })
    }
    before = Math.max(before, time)
  }
  return refusals
}
