import type { DatabaseSync, StatementSync } from 'node:sqlite'
import {
  type Damage,
  type FedEvent,
  LedgerDamaged,
  recordedAtOf,
  type StoredEvent,
} from '../event-store.ts'
import { isCorrupt } from '../sqlite-codes.ts'
import { unreadable } from './failures.ts'
import type { SqliteLedgers } from './ledgers.ts'
import { COLUMNS, eventOfRow, type SqliteRow } from './rows.ts'

/** The most events that are held in memory for one reader at a time. */
export const PAGE = 256

/** The most events of a kind of ledgers that are looked up one by one. */
const FEW = 10_000

/** The most that the texts of a page hold together, in UTF-16 code units, unless it is a single event. */
const PAGE_LENGTH = 64 * 1024

/** Single, synchronous reads of what is committed. */
export class SqliteReader {
  readonly #ledgers: SqliteLedgers
  readonly #page: StatementSync
  readonly #byId: StatementSync
  readonly #feed: StatementSync
  readonly #feedOfKind: StatementSync
  readonly #positions: StatementSync
  readonly #byPosition: StatementSync
  readonly #last: StatementSync

  constructor(db: DatabaseSync, ledgers: SqliteLedgers) {
    this.#ledgers = ledgers
    this.#page = db.prepare(
      `SELECT ${COLUMNS} FROM event
       WHERE ledger = ? AND revision >= ? AND revision < ? ORDER BY revision LIMIT ${PAGE}`,
    )
    this.#byId = db.prepare(`SELECT ${COLUMNS} FROM event WHERE ledger = ? AND id = ?`)
    this.#feed = db.prepare(
      `SELECT position, name, ${COLUMNS} FROM event JOIN ledger ON ledger.key = event.ledger
       WHERE position > ? ORDER BY position LIMIT ${PAGE}`,
    )
    // Names of the kind lie from the hyphen on, before the character that follows it. The sign keeps
    // SQLite on the order of positions, where it would sort all events of the kind for each page.
    const ofKind =
      "SELECT key FROM ledger WHERE name = ?2 OR (name >= ?2 || '-' AND name < ?2 || '.')"
    this.#feedOfKind = db.prepare(
      `SELECT position, name, ${COLUMNS} FROM event JOIN ledger ON ledger.key = event.ledger
       WHERE position > ?1 AND +event.ledger IN (${ofKind}) ORDER BY position LIMIT ${PAGE}`,
    )
    this.#positions = db.prepare(
      `SELECT position FROM event WHERE event.ledger IN (${ofKind}) AND +position > ?1
       LIMIT ${FEW + 1}`,
    )
    this.#byPosition = db.prepare(
      `SELECT position, name, ${COLUMNS} FROM event JOIN ledger ON ledger.key = event.ledger
       WHERE position = ?`,
    )
    this.#last = db.prepare('SELECT max(position) AS last FROM event')
    const texts = [this.#page, this.#byId, this.#feed, this.#feedOfKind, this.#byPosition]
    for (const statement of texts) statement.setReturnArrays(true)
  }

  head(ledger: string): number {
    return this.#ledgers.head(this.#ledgers.key(ledger))
  }

  /** The end of the events of a ledger that can be read, and the damage that ends them, if any. */
  end(ledger: string): { readonly end: number; readonly damage?: LedgerDamaged } {
    try {
      return { end: this.head(ledger) + 1 }
    } catch (error) {
      if (!(error instanceof LedgerDamaged) || error.damage.revision === undefined) throw error
      return { end: error.damage.revision, damage: error }
    }
  }

  /** @throws {LedgerDamaged} the row is not what was written, or an event before it is missing. */
  find(ledger: string, id: string): StoredEvent | undefined {
    const key = this.#ledgers.find(ledger)
    if (key === undefined) return undefined
    const { end, damage } = this.end(ledger)
    const row = this.#byId.get(key, id) as unknown as SqliteRow | undefined
    const event = row && eventOfRow(ledger, row)
    if (row !== undefined && event?.id !== id) throw new LedgerDamaged(ledger, altered(row))
    if (damage !== undefined && (event?.revision ?? end) >= end) throw damage
    return event
  }

  /**
   * The first events from revision `from` up to, not including, `end`, as many as a page takes, or
   * fewer where one of them is damaged. All of these must be stored.
   *
   * @throws {LedgerDamaged} the first of them is missing or damaged.
   */
  page(ledger: string, from: number, end: number): StoredEvent[] {
    const key = this.#ledgers.find(ledger) ?? null
    const rows = this.#rows(ledger, key, from, end)
    const events: StoredEvent[] = []
    for (let revision = from; revision < Math.min(end, from + PAGE); revision++) {
      const row = rows[revision - from]
      const event = row && eventOfRow(ledger, row)
      if (event?.revision === revision) {
        events.push(event)
        continue
      }
      if (revision > from) break
      const isThere = row !== undefined && event === undefined
      throw new LedgerDamaged(ledger, isThere ? altered(row, revision) : missing(revision))
    }
    return events
  }

  /**
   * The next events of all ledgers, or of those of a kind, after `position`: as many as a page takes,
   * none at the end.
   */
  feedPage(position: number, kind?: string): FedEvent[] {
    const found =
      kind === undefined ? this.#feed.iterate(position) : this.#feedOfKind.iterate(position, kind)
    return pageOf(found as Iterable<unknown> as Iterable<SqliteRow>).map(fed)
  }

  /**
   * The positions of the events of a kind of ledgers after a position, in order; undefined where
   * there are more than are looked up one by one.
   */
  positionsOf(kind: string, after: number): number[] | undefined {
    const rows = this.#positions.all(after, kind) as { position: number }[]
    if (rows.length > FEW) return undefined
    return rows.map(({ position }) => position).sort((a, b) => a - b)
  }

  /** The events at the first of these positions, as many as a page takes. */
  feedAt(positions: readonly number[]): FedEvent[] {
    const statement = this.#byPosition
    const rows = function* () {
      for (const position of positions) {
        yield* statement.all(position) as unknown as SqliteRow[]
      }
    }
    return pageOf(rows()).map(fed)
  }

  /** The rows of a page; where the file cannot be read at some row, those before it. */
  #rows(ledger: string, key: number | null, from: number, end: number): SqliteRow[] {
    try {
      return pageOf(this.#page.iterate(key, from, end) as Iterable<unknown> as Iterable<SqliteRow>)
    } catch (error) {
      if (!isCorrupt(error)) throw error
    }
    const rows: SqliteRow[] = []
    for (let revision = from; revision < Math.min(end, from + PAGE); revision++) {
      try {
        rows.push(...(this.#page.all(key, revision, revision + 1) as unknown as SqliteRow[]))
      } catch (error) {
        if (!isCorrupt(error)) throw error
        if (rows.length > 0) break
        throw new LedgerDamaged(ledger, unreadable(error, revision))
      }
    }
    return rows
  }

  /** The position of the last event of all; 0 if nothing is stored. */
  lastPosition(): number {
    return (this.#last.get()?.last as number | null) ?? 0
  }
}

function fed(row: SqliteRow): FedEvent {
  const ledger = row[1] as string
  const place = { position: String(row[0]), ledger }
  const event = eventOfRow(ledger, row, 2)
  return event === undefined ? { ...place, damage: altered(row.slice(2)) } : { ...place, event }
}

function missing(revision: number): Damage {
  return { kind: 'missing', revision, message: `revision ${revision} is missing` }
}

/** @param revision where the row was looked for; else the revision is what the row says, if anything. */
function altered(row: SqliteRow, revision?: number): Damage {
  const [column, , , header] = row
  const at = revision ?? (Number.isSafeInteger(column) ? (column as number) : undefined)
  const message = `${at === undefined ? 'an event' : `revision ${at}`} is not what was written`
  return { kind: 'altered', revision: at, recordedAt: recordedAtOf(String(header)), message }
}

/** The first of the rows, as many as {@link PAGE_LENGTH} allows, and at least one where there is one. */
function pageOf(rows: Iterable<SqliteRow>): SqliteRow[] {
  const page: SqliteRow[] = []
  let length = 0
  for (const row of rows) {
    page.push(row)
    for (const value of row) if (typeof value === 'string') length += value.length
    if (length >= PAGE_LENGTH) break
  }
  return page
}
