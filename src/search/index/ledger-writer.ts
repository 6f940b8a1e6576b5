import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { LedgerEvent, WithheldEvent } from '../../../events/registry.ts'
import { readStored } from '../../ledger/decode.ts'
import type { View } from '../../ledger/view.ts'
import { type FedEvent, LedgerDamaged } from '../../store/event-store.ts'
import { Corrections, type EntryRow } from './corrections.ts'
import { COUNTED, type CountedKind } from './counted.ts'
import { FactWriter } from './fact-writer.ts'
import { ownFact } from './own-fact.ts'

/** A ledger as far as it is indexed. */
interface Ledger {
  readonly key: number
  damaged: boolean
  revision: number
  recordedAt: number
  readonly counts: Record<CountedKind, number>
}

/** The most ledgers whose ends are kept in memory. */
const REMEMBERED = 10_000

/** The view of those who read public entries alone, of a ledger of whatever levels. */
const PUBLIC: Pick<View, 'sees'> = { sees: ({ level }) => level === undefined }

/**
 * Writes the events of ledgers, one by one, in the order of the feed. What a view does not see is
 * counted and nothing else. In the file that is nothing above `public`: it is in plain text.
 */
export class LedgerWriter {
  readonly #ledgers = new Map<string, Ledger>()
  readonly #db: DatabaseSync
  readonly #corrections: Corrections
  readonly #facts: FactWriter
  readonly #find: StatementSync
  readonly #head: StatementSync
  readonly #insert: StatementSync
  readonly #damage: StatementSync
  readonly #levels: StatementSync
  readonly #entry: StatementSync
  readonly #target: StatementSync
  readonly #id: StatementSync

  constructor(db: DatabaseSync) {
    this.#db = db
    this.#corrections = new Corrections(db)
    this.#facts = new FactWriter(db)
    this.#find = db.prepare('SELECT key, damage FROM ledger WHERE name = ?')
    this.#head = db.prepare('SELECT * FROM entry WHERE ledger = ? ORDER BY revision DESC LIMIT 1')
    this.#insert = db.prepare('INSERT INTO ledger (name) VALUES (?)')
    this.#damage = db.prepare('UPDATE ledger SET damage = ? WHERE key = ?')
    this.#levels = db.prepare('UPDATE ledger SET levels = ? WHERE key = ?')
    this.#entry = db.prepare(
      `INSERT INTO entry
         (ledger, revision, id, type, recorded_at, root, target, statements, drafts, meetings)
       VALUES
         ($ledger, $revision, $id, $type, $recorded_at, $root, $target, $statements, $drafts, $meetings)`,
    )
    this.#target = db.prepare('SELECT root FROM entry WHERE ledger = ? AND id = ?')
    this.#id = db.prepare('SELECT id FROM entry WHERE ledger = ? AND revision = ?')
  }

  /**
   * Writes one event. What follows an event that does not hold together is left out.
   *
   * @param view the entries whose words are written
   * @returns when it was recorded, in milliseconds; or what is wrong with its ledger, the first time.
   */
  write(
    { ledger: name, event: stored, damage }: FedEvent,
    view: Pick<View, 'sees'> = PUBLIC,
  ): number | LedgerDamaged | undefined {
    const ledger = this.#ledger(name)
    if (ledger.damaged) return undefined
    try {
      if (stored === undefined) throw new LedgerDamaged(name, damage)
      const { event } = readStored(name, stored)
      this.#add(name, ledger, event, view)
      return ledger.recordedAt
    } catch (error) {
      const found = damageOf(error, name, stored?.revision)
      ledger.damaged = true
      this.#damage.run(found.message, ledger.key)
      return found
    }
  }

  /** Forgets what was learnt in a transaction that did not come about. */
  forget(): void {
    this.#ledgers.clear()
    this.#corrections.forget()
  }

  /** Forgets a ledger, to be written again. Its words stay, and no fact is under them any more. */
  clear(name: string): void {
    const { key } = this.#ledger(name)
    for (const table of ['stood', 'named']) {
      this.#db
        .prepare(`DELETE FROM ${table} WHERE fact IN (SELECT key FROM fact WHERE ledger = ?)`)
        .run(key)
    }
    for (const table of ['fact', 'entry']) {
      this.#db.prepare(`DELETE FROM ${table} WHERE ledger = ?`).run(key)
    }
    this.forget()
  }

  #add(
    name: string,
    ledger: Ledger,
    event: LedgerEvent | WithheldEvent,
    view: Pick<View, 'sees'>,
  ): void {
    const recordedAt = Date.parse(event.recordedAt)
    if (event.revision !== ledger.revision + 1 || recordedAt < ledger.recordedAt) {
      const message = `revision ${event.revision} follows ${ledger.revision}`
      throw new LedgerDamaged(name, { kind: 'out_of_order', revision: event.revision, message })
    }
    if (event.body === null || !view.sees(event)) {
      const { revision, id, type } = event
      const row = { revision, id, type, recorded_at: recordedAt, root: revision, target: null }
      this.#end(ledger, row)
      return
    }
    if (event.type === 'negotiation.opened' && event.body.levels !== undefined) {
      this.#levels.run(JSON.stringify(event.body.levels), ledger.key)
    }
    const row = this.#rowOf(name, ledger, event, recordedAt)
    const fact = ownFact(event, { revision: row.root, id: this.#rootId(ledger, row) })
    if (fact !== undefined) this.#facts.write(ledger.key, fact)
    const { removed, added } =
      row.target === null
        ? { removed: undefined, added: row.revision }
        : this.#corrections.settle(ledger.key, row)
    if (removed !== undefined) {
      this.#count(ledger, this.#facts.isGone(ledger.key, removed, row), -1)
    }
    if (added !== undefined) this.#count(ledger, this.#facts.stands(ledger.key, added, row), 1)
    this.#end(ledger, row)
  }

  #end(ledger: Ledger, row: EntryRow): void {
    this.#entry.run({ ledger: ledger.key, ...row, ...ledger.counts })
    ledger.revision = row.revision
    ledger.recordedAt = row.recorded_at
  }

  #rowOf(name: string, ledger: Ledger, event: LedgerEvent, recorded_at: number): EntryRow {
    const { revision, id, type } = event
    const own = { revision, id, type, recorded_at }
    if (event.type !== 'entry.corrected' && event.type !== 'entry.voided') {
      return { ...own, root: revision, target: null }
    }
    const { target } = event.body
    const found = this.#target.get(ledger.key, target)
    if (found === undefined) {
      const message = `revision ${revision} has no target`
      throw new LedgerDamaged(name, { kind: 'out_of_order', revision, message })
    }
    return { ...own, root: found.root as number, target }
  }

  #rootId(ledger: Ledger, { root, revision, id }: EntryRow): string {
    return root === revision ? id : (this.#id.get(ledger.key, root)?.id as string)
  }

  #count({ counts }: Ledger, what: CountedKind | undefined, by: number): void {
    if (what !== undefined) counts[what] += by
  }

  #ledger(name: string): Ledger {
    const known = this.#ledgers.get(name)
    if (known !== undefined) return known
    if (this.#ledgers.size >= REMEMBERED) this.#ledgers.clear()
    const ledger = this.#read(name)
    this.#ledgers.set(name, ledger)
    return ledger
  }

  #read(name: string): Ledger {
    const found = this.#find.get(name)
    const key = (found?.key ?? Number(this.#insert.run(name).lastInsertRowid)) as number
    const head = this.#head.get(key)
    return {
      key,
      damaged: (found?.damage ?? null) !== null,
      revision: (head?.revision ?? -1) as number,
      recordedAt: (head?.recorded_at ?? Number.NEGATIVE_INFINITY) as number,
      counts: Object.fromEntries(
        COUNTED.map((what) => [what, head?.[what] ?? 0]),
      ) as Ledger['counts'],
    }
  }
}

/** @throws what is no fault of the ledger: SQLite's own errors. */
function damageOf(error: unknown, ledger: string, revision: number | undefined): LedgerDamaged {
  if (error instanceof LedgerDamaged) return error
  if (!(error instanceof Error) || 'errcode' in error) throw error
  const message = `revision ${revision} cannot be indexed: ${error.message}`
  return new LedgerDamaged(ledger, { kind: 'unfoldable', revision, message })
}
