/** SQLite's primary result codes (https://sqlite.org/rescode.html): another connection has the file. */
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

/** Tells if SQLite found that the file does not hold together at the place that was read. */
export function isCorrupt(error: unknown): error is Error {
  return CORRUPT.has(sqliteCode(error) ?? 0)
}

/** Tells if SQLite met what may pass without a change of the file: a full disk, say. */
export function isPassingFault(error: unknown): error is Error {
  return PASSING.has(sqliteCode(error) ?? 0)
}
