import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { StoreUnavailable } from '../store/event-store.ts'
import type { Via } from './principal.ts'
import { isEmptyOrOf, openPrivateFile } from './private-file.ts'

/** A request that was given bodies above `public`, or what follows from them. */
export interface NotedRead {
  readonly negotiation: string
  /** UTC milliseconds. */
  readonly at: number
  readonly principal: string
  readonly via: Via
  /** Id of the access key that came with the request, or began its session. */
  readonly key: string | null
  /** Id of the operation, as in the description of the API. */
  readonly operation: string
  /** The one entry that was asked for, by event id or revision; null for any other read. */
  readonly event: string | null
  /** The level up to which the reader was given entries. */
  readonly level: string
  /** Id of the request, which finds it in the log. */
  readonly request: string
}

/** A place in the log: `seq` grows with each read. */
export interface ListedRead extends NotedRead {
  readonly seq: number
}

/** The conditions on the reads that are listed: all that are given hold. */
export interface ReadsFilter {
  readonly principal?: string | undefined
  readonly event?: string | undefined
  /** UTC milliseconds, both inclusive. */
  readonly since?: number | undefined
  readonly until?: number | undefined
}

/** The condition of each member of a filter, for SQL. */
const CONDITIONS: { readonly [M in keyof ReadsFilter]-?: string } = {
  principal: 'principal = ?',
  event: 'event = ?',
  since: 'at >= ?',
  until: 'at <= ?',
}

/** Marks a file as one of reads (https://sqlite.org/fileformat.html, 1.3): "DLAu". */
const APPLICATION_ID = 0x444c4175

/** The number of reads that are kept: the oldest go first. */
const KEPT = 1_000_000

/** The number of reads after which the oldest are removed. */
const TRIMMED_AFTER = 1_000

const COLUMNS = 'negotiation, at, principal, via, key, operation, event, level, request'

/**
 * The log of who read what is above `public`, in a SQLite file of its own: no ledger, no secret. It is
 * opened at the first read. A read that cannot be written down is refused.
 */
export class AuditLog {
  readonly #file: string
  readonly #kept: number
  #db: DatabaseSync | undefined
  #add: StatementSync | undefined
  #added = 0

  /** @param kept the number of reads that are kept */
  constructor(file: string, kept = KEPT) {
    this.#file = file
    this.#kept = kept
  }

  /** Writes a read down, before it is answered. @throws {StoreUnavailable} that cannot be done. */
  note(read: NotedRead): void {
    const { negotiation, at, principal, via, key, operation, event, level, request } = read
    try {
      const db = this.#opened()
      this.#add ??= db.prepare(`INSERT INTO read (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`)
      this.#add.run(negotiation, at, principal, via, key, operation, event, level, request)
      this.#added += 1
      if (this.#added % TRIMMED_AFTER === 0) this.#trim(db)
    } catch (error) {
      const why = 'the log of reads above public cannot be written'
      throw new StoreUnavailable(why, { cause: error })
    }
  }

  /**
   * The reads of a negotiation before a place, the latest first.
   *
   * @param before undefined: from the latest on
   */
  list(
    negotiation: string,
    before: number | undefined,
    limit: number,
    filter: ReadsFilter = {},
  ): readonly ListedRead[] {
    const db = this.#opened()
    const members = Object.keys(CONDITIONS) as (keyof ReadsFilter)[]
    const given = members.filter((member) => filter[member] !== undefined)
    const where = ['negotiation = ?', 'seq < ?', ...given.map((member) => CONDITIONS[member])]
    const sql = `SELECT seq, ${COLUMNS} FROM read WHERE ${where.join(' AND ')} ORDER BY seq DESC LIMIT ?`
    const values = given.map((member) => filter[member] as string | number)
    const rows = db
      .prepare(sql)
      .all(negotiation, before ?? Number.MAX_SAFE_INTEGER, ...values, limit)
    return rows as unknown as ListedRead[]
  }

  close(): void {
    this.#db?.close()
    this.#db = undefined
    this.#add = undefined
  }

  /** Removes all but the latest reads. */
  #trim(db: DatabaseSync): void {
    db.prepare('DELETE FROM read WHERE seq <= (SELECT max(seq) FROM read) - ?').run(this.#kept)
  }

  #opened(): DatabaseSync {
    this.#db ??= open(this.#file)
    return this.#db
  }
}

/** @throws {Error} the file cannot be opened, or is the file of something else. */
function open(file: string): DatabaseSync {
  const db = openPrivateFile(file, 2_000)
  try {
    if (!isEmptyOrOf(db, APPLICATION_ID)) throw new Error(`${file} is the file of something else`)
    db.exec(`
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = NORMAL;
      PRAGMA application_id = ${APPLICATION_ID};
      CREATE TABLE IF NOT EXISTS read (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        negotiation TEXT NOT NULL,
        at INTEGER NOT NULL,
        principal TEXT NOT NULL,
        via TEXT NOT NULL,
        key TEXT,
        operation TEXT NOT NULL,
        event TEXT,
        level TEXT NOT NULL,
        request TEXT NOT NULL
      ) STRICT;
      CREATE INDEX IF NOT EXISTS read_of_negotiation ON read (negotiation, seq);
      CREATE INDEX IF NOT EXISTS read_of_principal ON read (negotiation, principal, seq);
      CREATE INDEX IF NOT EXISTS read_of_event ON read (negotiation, event, seq)
        WHERE event IS NOT NULL;`)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}
