import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { sameEvent } from '../batch.ts'
import { LedgerDamaged, type StoredEvent } from '../event-store.ts'
import type { Append, AppendVerdict } from './append.ts'
import type { SqliteLedgers } from './ledgers.ts'
import { COLUMNS, checkDigest, eventOfRow, type SqliteRow } from './rows.ts'

/**
 * Carries out appends inside an open transaction, each judged against what is stored and what the
 * transaction has added. An append that is refused has written no row.
 */
export class Judge {
  readonly #ledgers: SqliteLedgers
  readonly #insert: StatementSync
  readonly #taken: StatementSync
  readonly #stored: StatementSync

  constructor(db: DatabaseSync, ledgers: SqliteLedgers) {
    this.#ledgers = ledgers
    this.#insert = db.prepare(
      `INSERT INTO event (ledger, ${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    this.#taken = db.prepare(
      `SELECT id FROM event
       WHERE ledger = ? AND id IN (SELECT value FROM json_each(?)) LIMIT 1`,
    )
    this.#stored = db.prepare(
      `SELECT ${COLUMNS} FROM event
       WHERE ledger = ? AND revision >= ? ORDER BY revision LIMIT ?`,
    )
    this.#stored.setReturnArrays(true)
  }

  /** @throws SQLite's own errors, which concern the whole transaction. */
  carryOut(append: Append): AppendVerdict {
    try {
      return this.#judge(append)
    } catch (error) {
      if (error instanceof LedgerDamaged) return { damage: error.damage }
      throw error
    }
  }

  #judge({ ledger, expectedRevision, events }: Append): AppendVerdict {
    const key = this.#ledgers.key(ledger)
    const head = this.#ledgers.head(key)
    if (key !== undefined && head >= expectedRevision + events.length) {
      return this.#repeated(ledger, key, head, events)
    }
    if (head !== expectedRevision) return { actual: head }
    const taken = this.#takenId(key, events)
    if (taken !== undefined) return { taken }
    this.#write(ledger, key ?? this.#ledgers.add(ledger), events)
    return 'written'
  }

  #repeated(
    ledger: string,
    key: number,
    head: number,
    events: readonly StoredEvent[],
  ): AppendVerdict {
    const first = events[0]!.revision
    const rows = this.#stored.all(key, first, events.length) as unknown as SqliteRow[]
    const stored = rows.map((row) => eventOfRow(ledger, row))
    const broken = stored.indexOf(undefined)
    if (broken !== -1) {
      const revision = first + broken
      const message = `revision ${revision} is not what was written`
      return { damage: { kind: 'altered', revision, message } }
    }
    if (!events.every((event, index) => event.id === stored[index]?.id)) return { actual: head }
    const other = events.find((event, index) => !sameEvent(event, stored[index]!))
    return other === undefined ? 'repeated' : { taken: other.id }
  }

  #takenId(key: number | undefined, events: readonly StoredEvent[]): string | undefined {
    const ids = new Set<string>()
    for (const { id } of events) {
      if (ids.has(id)) return id
      ids.add(id)
    }
    if (key === undefined) return undefined
    return this.#taken.get(key, JSON.stringify([...ids]))?.id as string | undefined
  }

  #write(ledger: string, key: number, events: readonly StoredEvent[]): void {
    for (const event of events) {
      const { revision, id, type, header, salt, body, request } = event
      const digest = checkDigest(ledger, event)
      this.#insert.run(key, revision, id, type, header, salt, body, request, digest)
    }
  }
}
