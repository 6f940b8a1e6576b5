import type { DatabaseSync } from 'node:sqlite'
import type { Ask, IndexedTo } from '../ask.ts'
import { amongNames, namesGiven } from './readable.ts'

/** The progress of an index, over all ledgers that a reader may know of, and in one of them. */
export function indexedUpTo(
  db: DatabaseSync,
  { ledger, readable }: Pick<Partial<Ask>, 'ledger' | 'readable'> = {},
): IndexedTo {
  const end = db
    .prepare(
      'SELECT max(revision) AS revision FROM entry WHERE ledger = (SELECT key FROM ledger WHERE name = ?)',
    )
    .get(ledger ?? null)
  const { events, latest } = readable === undefined ? inAll(db) : among(db, readable)
  return { events, latest, revision: end?.revision as number | null }
}

type Progress = Pick<IndexedTo, 'events' | 'latest'>

function inAll(db: DatabaseSync): Progress {
  return db.prepare('SELECT events, latest FROM state').get() as unknown as Progress
}

/** Counts the ledgers that the reader may read: totals of all would tell of the others. */
function among(db: DatabaseSync, readable: readonly string[]): Progress {
  return db
    .prepare(
      `SELECT coalesce(sum(entry.revision + 1), 0) AS events, max(entry.recorded_at) AS latest
       FROM ledger JOIN entry ON entry.ledger = ledger.key AND entry.revision =
         (SELECT max(revision) FROM entry WHERE entry.ledger = ledger.key)
       WHERE ${amongNames('ledger.name')}`,
    )
    .get(namesGiven(readable)) as unknown as Progress
}
