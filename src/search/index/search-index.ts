import type { DatabaseSync } from 'node:sqlite'
import type { FedEvent, LedgerDamaged } from '../../store/event-store.ts'
import type { Ask, IndexedTo } from '../ask.ts'
import { type CatalogueAsk, type CataloguePage, catalogue } from './catalogue.ts'
import { type Found, find } from './find.ts'
import { openIndexFile, removeIndexFile } from './index-file.ts'
import { LedgerWriter } from './ledger-writer.ts'

/** The last event that an index holds: where to go on, and what tells the store that it is of. */
export interface Last {
  readonly position: string
  readonly ledger: string
  readonly id: string
  readonly header: string
}

/** What spans ledgers: the words of all that stood, and the catalogue. Synchronous; one at a time. */
export class SearchIndex {
  readonly #file: string
  #db: DatabaseSync
  #writer: LedgerWriter

  /** @throws as {@link openIndexFile}. */
  constructor(file: string) {
    this.#file = file
    this.#db = openIndexFile(file)
    this.#writer = new LedgerWriter(this.#db)
  }

  /** Undefined where it holds no event yet. */
  last(): Last | undefined {
    const { position, last } = this.#db.prepare('SELECT position, last FROM state').get() ?? {}
    return position ? { position: position as string, ...JSON.parse(last as string) } : undefined
  }

  indexedTo(): IndexedTo {
    const { events, latest } = this.#db.prepare('SELECT events, latest FROM state').get() ?? {}
    return { events: events as number, latest: latest as number | null }
  }

  /**
   * Adds events as the feed yields them, and the place that it is at: all, or none.
   *
   * @returns the ledgers found not to hold together, from which nothing more is taken.
   */
  add(events: readonly FedEvent[]): LedgerDamaged[] {
    const last = events.at(-1)
    if (last === undefined) return []
    this.#db.exec('BEGIN IMMEDIATE')
    try {
      const told = events.map((event) => this.#writer.write(event))
      const times = told.filter((each) => typeof each === 'number')
      this.#mark(last, times)
      this.#db.exec('COMMIT')
      return told.filter((each) => each !== undefined && typeof each !== 'number')
    } catch (error) {
      this.#writer.forget()
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK')
      throw error
    }
  }

  #mark({ position, ledger, event: { id, header } }: FedEvent, times: readonly number[]): void {
    const { events, latest } = this.indexedTo()
    const newest = times.reduce((a, b) => Math.max(a, b), latest ?? Number.NEGATIVE_INFINITY)
    this.#db
      .prepare('UPDATE state SET events = ?, latest = ?, position = ?, last = ?')
      .run(
        events + times.length,
        Number.isFinite(newest) ? newest : null,
        position,
        JSON.stringify({ ledger, id, header }),
      )
  }

  find(ask: Ask): Found {
    return find(this.#db, ask)
  }

  catalogue(ask: CatalogueAsk): CataloguePage {
    return catalogue(this.#db, ask)
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
