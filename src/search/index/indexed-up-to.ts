import type { DatabaseSync } from 'node:sqlite'
import type { IndexedTo } from '../ask.ts'

/** The progress of an index, over all ledgers and in one of them. */
export function indexedUpTo(db: DatabaseSync, ledger?: string): IndexedTo {
  const { events, latest } = db.prepare('SELECT events, latest FROM state').get() ?? {}
  const end = db
    .prepare(
      'SELECT max(revision) AS revision FROM entry WHERE ledger = (SELECT key FROM ledger WHERE name = ?)',
    )
    .get(ledger ?? null)
  return {
    events: events as number,
    latest: latest as number | null,
    revision: end?.revision as number | null,
  }
}
