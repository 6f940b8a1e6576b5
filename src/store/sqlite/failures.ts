import { type Damage, LedgerDamaged, StoreUnavailable } from '../event-store.ts'

/** The data file cannot be served as it is, and trying again will not help. */
export class StoreRefused extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'StoreRefused'
  }
}

/** SQLite's primary result codes (https://sqlite.org/rescode.html). */
export const BUSY = 5
/** Corrupt, and not a database. */
const CORRUPT = new Set([11, 26])
/** Busy, locked, out of memory, read-only, I/O error, full, cannot open. */
const PASSING = new Set([BUSY, 6, 7, 8, 10, 13, 14])

/** The primary result code of an error that SQLite raised; undefined for any other error. */
export function sqliteCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error)) return undefined
  return typeof error.errcode === 'number' ? error.errcode & 0xff : undefined
}

/** All that is said of an error met while opening `file`; other errors come back unchanged. */
export function openingError(error: unknown, file: string): unknown {
  const code = sqliteCode(error)
  if (code === undefined || !(error instanceof Error)) return error
  const message = `${file}: ${error.message}`
  if (PASSING.has(code)) return new StoreUnavailable(message, { cause: error })
  return new StoreRefused(message, { cause: error })
}

/** Tells if SQLite found that the file does not hold together at the place that was read. */
export function isCorrupt(error: unknown): error is Error {
  return CORRUPT.has(sqliteCode(error) ?? 0)
}

/** The damage that SQLite met at `revision`, where that is known. */
export function unreadable({ message }: Error, revision?: number): Damage {
  const at = revision === undefined ? '' : `revision ${revision} cannot be read: `
  return { kind: 'unreadable', revision, message: `${at}the data file: ${message}` }
}

/** Translates an error met while serving `ledger` into the port's own; returns others unchanged. */
export function sqlitePortError(error: unknown, ledger: string): unknown {
  if (isCorrupt(error)) return new LedgerDamaged(ledger, unreadable(error))
  const code = sqliteCode(error)
  if (code === undefined || !(error instanceof Error)) return error
  if (!PASSING.has(code)) return error
  return new StoreUnavailable(`the data file: ${error.message}`, { cause: error })
}
