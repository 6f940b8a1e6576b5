import { type Damage, LedgerDamaged, StoreUnavailable } from '../event-store.ts'
import { isCorrupt, isPassingFault, sqliteCode } from '../sqlite-codes.ts'

/** The data file cannot be served as it is, and trying again will not help. */
export class StoreRefused extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'StoreRefused'
  }
}

/** All that is said of an error met while opening `file`; other errors come back unchanged. */
export function openingError(error: unknown, file: string): unknown {
  if (sqliteCode(error) === undefined) return error
  const message = `${file}: ${(error as Error).message}`
  if (isPassingFault(error)) return new StoreUnavailable(message, { cause: error })
  return new StoreRefused(message, { cause: error })
}

/** The damage that SQLite met at `revision`, where that is known. */
export function unreadable({ message }: Error, revision?: number): Damage {
  const at = revision === undefined ? '' : `revision ${revision} cannot be read: `
  return { kind: 'unreadable', revision, message: `${at}the data file: ${message}` }
}

/** Translates an error met while serving `ledger` into the port's own; returns others unchanged. */
export function sqlitePortError(error: unknown, ledger: string): unknown {
  if (isCorrupt(error)) return new LedgerDamaged(ledger, unreadable(error))
  if (!isPassingFault(error)) return error
  return new StoreUnavailable(`the data file: ${error.message}`, { cause: error })
}
