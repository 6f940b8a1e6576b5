import type { DatabaseSync } from 'node:sqlite'
import { Levels } from '../../../projections/access/levels.ts'
import { type Lifted, viewOf } from '../../ledger/view.ts'
import type {
  FedEvent,
  FedStoredEvent,
  LedgerDamaged,
  StoredEvent,
} from '../../store/event-store.ts'
import { sqliteCode } from '../../store/sqlite-codes.ts'
import type { Ask, IndexedTo } from '../ask.ts'
import { type CatalogueAsk, type CataloguePage, catalogueOf } from './catalogue.ts'
import { type Found, find } from './find.ts'
import { openIndexFile, removeIndexFile } from './index-file.ts'
import { indexedUpTo } from './indexed-up-to.ts'
import { LedgerWriter } from './ledger-writer.ts'
import { amongNames, namesGiven } from './readable.ts'

/** SQLite's code for statements that it cannot compile: a table or a column is not there. */
const LACKING = 1

/** The last event that an index holds: where to go on, and what tells the store that it is of. */
export interface Last {
  readonly position: string
  readonly ledger: string
  readonly id: string
  readonly header: string
}

/** A part of a ledger that is written with what a view sees. */
export interface LedgerPart {
  readonly ledger: string
  readonly events: readonly StoredEvent[]
  /** The levels of the view: above `public`, the lowest first. */
  readonly levels: readonly string[]
  readonly lifted: Lifted
  readonly isFirst: boolean
}

/** A ledger that has levels, above `public`. */
export interface LeveledLedger {
  readonly ledger: string
  /** Its number, which stays as long as the index does. */
  readonly key: number
  readonly levels: readonly string[]
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
      if (sqliteCode(error) !== LACKING) throw error
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

  /** Writes a ledger up to some event as a view has it by now: the first part of it forgets what was there. */
  rewrite({ ledger, events, levels, lifted, isFirst }: LedgerPart): void {
    this.#db.exec('BEGIN IMMEDIATE')
    try {
      if (isFirst) this.#writer.clear(ledger)
      const view = viewOf(new Levels(levels), levels.length, lifted)
      for (const event of events) this.#writer.write({ position: '', ledger, event }, view)
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

  /** The ledgers that have levels, of those that a reader may know of. */
  leveled({ ledger, readable }: Pick<Partial<Ask>, 'ledger' | 'readable'>): LeveledLedger[] {
    const conditions = [
      'levels IS NOT NULL',
      ...(ledger === undefined ? [] : ['name = $ledger']),
      ...(readable === undefined ? [] : [amongNames('name')]),
    ]
    const rows = this.#db
      .prepare(
        `SELECT key, name, levels FROM ledger WHERE ${conditions.join(' AND ')} ORDER BY key`,
      )
      .all({ ...(ledger !== undefined && { ledger }), ...namesGiven(readable) })
    return rows.map(({ key, name, levels }) => ({
      ...{ key: key as number, ledger: name as string, levels: JSON.parse(levels as string) },
    }))
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
