import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { type FedEvent, LedgerDamaged, type StoredEvent } from '../event-store.ts'
import type { Ledgers } from './ledgers.ts'
import { COLUMNS, type Row, toEvent } from './rows.ts'

/** The most events that are held in memory for one reader at a time. */
export const PAGE = 256

/** Single, synchronous reads of what is committed. */
export class Reader {
  readonly #ledgers: Ledgers
  readonly #page: StatementSync
  readonly #byId: StatementSync
  readonly #feed: StatementSync
  readonly #last: StatementSync

  constructor(db: DatabaseSync, ledgers: Ledgers) {
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
    this.#last = db.prepare('SELECT max(position) AS last FROM event')
    for (const statement of [this.#page, this.#byId, this.#feed]) statement.setReturnArrays(true)
  }

  head(ledger: string): number {
    return this.#ledgers.head(this.#ledgers.key(ledger))
  }

  find(ledger: string, id: string): StoredEvent | undefined {
    const key = this.#ledgers.key(ledger)
    if (key === undefined) return undefined
    const row = this.#byId.get(key, id) as unknown as Row | undefined
    return row && toEvent(row)
  }

  /**
   * The first {@link PAGE} events, or fewer where there are fewer, from revision `from` up to, not
   * including, `end`. All of these must be stored.
   *
   * @throws {LedgerDamaged} one of them is missing.
   */
  page(ledger: string, from: number, end: number): StoredEvent[] {
    const key = this.#ledgers.key(ledger) ?? null
    const rows = this.#page.all(key, from, end) as unknown as Row[]
    const events = rows.map((row) => toEvent(row))
    const gap = events.findIndex((event, index) => event.revision !== from + index)
    const missing = from + (gap === -1 ? events.length : gap)
    if (missing < Math.min(end, from + PAGE)) {
      throw new LedgerDamaged(ledger, `revision ${missing} is missing`)
    }
    return events
  }

  /** The next events of all ledgers after `position`: at most {@link PAGE}, none at the end. */
  feedPage(position: number): FedEvent[] {
    const rows = this.#feed.all(position) as unknown as Row[]
    return rows.map((row) => ({
      position: String(row[0]),
      ledger: row[1] as string,
      event: toEvent(row, 2),
    }))
  }

  /** The position of the last event of all; 0 where there is none. */
  lastPosition(): number {
    return (this.#last.get()?.last as number | null) ?? 0
  }
}
