import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { sameEvent } from '../batch.ts'
import {
  EventIdTaken,
  LedgerDamaged,
  type StoredEvent,
  WrongExpectedRevision,
} from '../event-store.ts'
import type { Ledgers } from './ledgers.ts'
import { COLUMNS, type Row, toEvent } from './rows.ts'

/** One append as it was asked for. Its events are at least one, at the revisions they claim. */
export interface Append {
  readonly ledger: string
  readonly expectedRevision: number
  readonly events: readonly StoredEvent[]
}

/** Whether an error is a verdict on one append, rather than a failure to reach one. */
export function isRefusal(error: unknown): boolean {
  return (
    error instanceof WrongExpectedRevision ||
    error instanceof EventIdTaken ||
    error instanceof LedgerDamaged
  )
}

/**
 * Carries out appends inside an open transaction, each judged against what is stored and what the
 * transaction has added. A refusal is thrown before the first row is written.
 */
export class Judge {
  readonly #ledgers: Ledgers
  readonly #insert: StatementSync
  readonly #taken: StatementSync
  readonly #stored: StatementSync

  constructor(db: DatabaseSync, ledgers: Ledgers) {
    this.#ledgers = ledgers
    this.#insert = db.prepare(
      `INSERT INTO event (ledger, ${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
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

  /**
   * @returns whether it was written, or was there already.
   * @throws {WrongExpectedRevision}
   * @throws {EventIdTaken}
   * @throws {LedgerDamaged}
   */
  carryOut({ ledger, expectedRevision, events }: Append): 'written' | 'repeated' {
    const key = this.#ledgers.key(ledger)
    const head = this.#ledgers.head(key)
    if (key !== undefined && head >= expectedRevision + events.length) {
      this.#refuseUnlessRepeated(ledger, key, head, events)
      return 'repeated'
    }
    if (head !== expectedRevision) throw new WrongExpectedRevision(ledger, expectedRevision, head)
    const taken = this.#takenId(key, events)
    if (taken !== undefined) throw new EventIdTaken(ledger, taken)
    this.#write(key ?? this.#ledgers.add(ledger), events)
    return 'written'
  }

  #refuseUnlessRepeated(
    ledger: string,
    key: number,
    head: number,
    events: readonly StoredEvent[],
  ): void {
    const first = events[0]!.revision
    const rows = this.#stored.all(key, first, events.length) as unknown as Row[]
    const stored = rows.map((row) => toEvent(row))
    if (!events.every((event, index) => event.id === stored[index]?.id)) {
      throw new WrongExpectedRevision(ledger, first - 1, head)
    }
    const other = events.find((event, index) => !sameEvent(event, stored[index]!))
    if (other !== undefined) throw new EventIdTaken(ledger, other.id)
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

  #write(key: number, events: readonly StoredEvent[]): void {
    for (const { revision, id, type, header, salt, body, request } of events) {
      this.#insert.run(key, revision, id, type, header, salt, body, request)
    }
  }
}
