import type { Query } from './client.ts'

const UNITS = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const

/**
 * The parameters that say with which earlier moment to compare.
 *
 * @param since a revision, a time with an offset, or how long ago, such as `24h`; else none
 * @param now milliseconds
 */
export function sinceQuery(
  since: string | undefined,
  fromValidTime: string | undefined,
  now: number,
): Query {
  if (since === undefined) return { fromValidTime }
  if (/^\d+$/.test(since)) return { fromRevision: since, fromValidTime }
  const [, count, unit] = /^(\d+)([mhdw])$/.exec(since) ?? []
  if (count === undefined) return { fromTransactionTime: since, fromValidTime }
  const ago = Number(count) * UNITS[unit as keyof typeof UNITS]
  return { fromTransactionTime: new Date(now - ago).toISOString(), fromValidTime }
}
