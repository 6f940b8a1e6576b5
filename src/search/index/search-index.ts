import type { DatabaseSync } from 'node:sqlite'
import type {
  FedEvent,
  FedStoredEvent,
  LedgerDamaged,
  StoredEvent,
} from '../../store/event-store.ts'
import type { Ask, IndexedTo } from '../ask.ts'
import { type CatalogueAsk, type CataloguePage, catalogueOf } from './catalogue.ts'
import { type Found, find } from './find.ts'
import { openIndexFile, removeIndexFile, resultCode } from './index-file.ts'
import { indexedUpTo } from './indexed-up-to.ts'
import { LedgerWriter } from './ledger-writer.ts'

/** SQLite's code for statements that it cannot compile: a table or a column is not there. */
const LACKING = 1

/** The last event that an index holds: where to go on, and what tells the store that it is of. */
export interface Last {
  readonly position: string
  readonly ledger: string
  readonly id: string
  readonly header: string
}

/** A part of a ledger that is written again. */
export interface Rewrite {
  readonly ledger: string
  readonly events: readonly StoredEvent[]
  /** The entries that are public by now, by event id. */
  readonly released: readonly string[]
  readonly isFirst: boolean
}

/** The index over all ledgers: the words of all that stood, and the catalogue. Synchronous; one at a time. */
export class SearchIndex {
  readonly #file: string
  #db: DatabaseSync
  #writer: LedgerWriter

  private constructor(file: string) {
    this.#file = file
    this.#db = openIndexFile(file)
    try {
      this.#writer = new LedgerWriter(this.#db)
    } catch (error) {
      this.#db.close()
      throw error
    }
  }

  /**
   * Opens it; where its file is of no use, a new one takes its place.
   *
   * @throws as {@link openIndexFile}.
   */
  static open(file: string): SearchIndex {
    try {
      return new SearchIndex(file)
    } catch (error) {
      if (resultCode(error) !== LACKING) throw error
      removeIndexFile(file)
      return new SearchIndex(file)
    }
  }

  /** Undefined where it holds no event yet. */
  last(): Last | undefined {
    const { position, last } = this.#db.prepare('SELECT position, last FROM state').get() ?? {}
    return position ? { position: position as string, ...JSON.parse(last as string) } : undefined
  }

  indexedTo(): IndexedTo {
    return indexedUpTo(this.#db)
  }

  /**
   * Adds events as the feed yields them, and the place that it is at: all, or none.
   *
   * @returns the ledgers found not to hold together, from which nothing more is taken.
   */
  add(events: readonly FedEvent[]): LedgerDamaged[] {
    if (events.length === 0) return []
    this.#db.exec('BEGIN IMMEDIATE')
    try {
      const told = events.map((event) => this.#writer.write(event))
      const times = told.filter((each) => typeof each === 'number')
      this.#mark(events, times)
      this.#db.exec('COMMIT')
      return told.filter((each) => each !== undefined && typeof each !== 'number')
    } catch (error) {
      this.#writer.forget()
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK')
      throw error
    }
  }

  /** Writes a ledger again up to some event, with what is public by now: the first part of it forgets it. */
  rewrite({ ledger, events, released, isFirst }: Rewrite): void {
    this.#db.exec('BEGIN IMMEDIATE')
    try {
      if (isFirst) this.#writer.clear(ledger)
      const known = new Set(released)
      for (const event of events) this.#writer.write({ position: '', ledger, event }, known)
      this.#db.exec('COMMIT')
    } catch (error) {
      this.#writer.forget()
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK')
      throw error
    }
  }

  #mark(fed: readonly FedEvent[], times: readonly number[]): void {
    const whole = fed.findLast((one) => one.event !== undefined)
    const { events, latest } = this.indexedTo()
    const newest = times.reduce((a, b) => Math.max(a, b), latest ?? Number.NEGATIVE_INFINITY)
    this.#db
      .prepare('UPDATE state SET events = ?, latest = ?, position = ?, last = coalesce(?, last)')
      .run(
        events + times.length,
        Number.isFinite(newest) ? newest : null,
        fed.at(-1)?.position ?? null,
        whole === undefined ? null : JSON.stringify(markOf(whole)),
      )
  }

  find(ask: Ask): Found {
    return find(this.#db, ask)
  }

  /** The names of all ledgers that it knows of. */
  names(): string[] {
    const rows = this.#db.prepare('SELECT name FROM ledger ORDER BY name').all()
    return rows.map(({ name }) => name as string)
  }

  catalogue(ask: CatalogueAsk): CataloguePage {
    return catalogueOf(this.#db, ask)
  }

  /** Leaves it as if it had never held anything. */
  reset(): void {
    this.#db.close()
    removeIndexFile(this.#file)
    this.#db = openIndexFile(this.#file)
    this.#writer = new LedgerWriter(this.#db)
  }

  close(): void {
    this.#db.close()
  }
}

function markOf({ ledger, event: { id, header } }: FedStoredEvent) {
  return { ledger, id, header }
}
