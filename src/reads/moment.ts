import type { Projections } from '../../projections/registry.ts'
import type { AsOf } from '../../projections/time/standing-fact.ts'

/** A moment on both axes, with when its revision was recorded. */
export interface AskedMoment extends AsOf {
  /** Milliseconds. */
  readonly transactionTime: number
  /** The time of the import of that event: `transactionTime` is then the claim of another system. */
  readonly importedAt?: number | undefined
}

/** The moment of a ledger that is folded, with when its revision was recorded. */
export function momentAt({ entries }: Projections, { revision, validTime }: AsOf): AskedMoment {
  const { recordedAt = '', importedAt } = entries.recorded(revision) ?? {}
  const imported = importedAt === undefined ? undefined : Date.parse(importedAt)
  return { revision, transactionTime: Date.parse(recordedAt), importedAt: imported, validTime }
}

/** Echoes the moment, as every as-of reply does. */
export function shownMoment({ revision, transactionTime, importedAt, validTime }: AskedMoment) {
  return {
    revision,
    transactionTime: iso(transactionTime),
    ...(importedAt !== undefined && { importedAt: iso(importedAt) }),
    validTime: iso(validTime),
  }
}

/** Milliseconds as every reply shows them: ISO 8601 in UTC. */
export function iso(time: number): string
export function iso(time: number | null): string | null
export function iso(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString()
}
