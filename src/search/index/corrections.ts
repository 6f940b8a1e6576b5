import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { LedgerEvent } from '../../../events/registry.ts'
import { Entries } from '../../../projections/time/entries.ts'
import { History } from '../../../projections/time/history.ts'

/** The most events whose settlement is kept in memory, over all entries that are being corrected. */
const REMEMBERED = 10_000

/** An event without its words. */
export interface EntryRow {
  readonly revision: number
  readonly id: string
  readonly recorded_at: number
  /** Revision of the entry that it records or, directly or not, corrects. */
  readonly root: number
  /** Event id of what it corrects; null where it records a fact. */
  readonly target: string | null
  readonly type: string
}

/** By the revisions of the events whose words they are: what ceased to stand, and what now does. */
export interface SettledEntry {
  readonly removed: number | undefined
  readonly added: number | undefined
}

/**
 * Settles corrections as every projection has them settled, by `Entries`, from the rows of one entry
 * and its corrections alone: an index of any size needs no ledger in memory.
 */
export class Corrections {
  readonly #chains = new Map<string, { readonly history: History; readonly entries: Entries }>()
  readonly #rows: StatementSync
  #remembered = 0

  constructor(db: DatabaseSync) {
    this.#rows = db.prepare(
      `SELECT revision, id, recorded_at, root, target, type FROM entry
       WHERE ledger = $ledger AND revision = $root
       UNION ALL
       SELECT revision, id, recorded_at, root, target, type FROM entry
       WHERE ledger = $ledger AND root = $root AND target IS NOT NULL
       ORDER BY revision`,
    )
  }

  /** @param row a correction that is not in the table yet. */
  settle(ledger: number, row: EntryRow): SettledEntry {
    const { history, entries } = this.#chain(ledger, row.root)
    const { removed, added } = applyTo(history, entries, row)
    this.#remembered += 1
    return { removed: removed?.recordedIn, added: added?.recordedIn }
  }

  /** Forgets what was learnt in a transaction that did not come about. */
  forget(): void {
    this.#chains.clear()
    this.#remembered = 0
  }

  #chain(ledger: number, root: number) {
    if (this.#remembered > REMEMBERED) this.forget()
    const key = `${ledger} ${root}`
    const known = this.#chains.get(key)
    if (known !== undefined) return known
    const history = new History()
    const chain = { history, entries: new Entries(history) }
    for (const row of this.#rows.all({ ledger, root }) as unknown as EntryRow[]) {
      applyTo(history, chain.entries, row)
      this.#remembered += 1
    }
    this.#chains.set(key, chain)
    return chain
  }
}

function applyTo(history: History, entries: Entries, row: EntryRow) {
  history.revision = row.revision
  return entries.apply(withoutWords(row))
}

/** The event as far as the settling of corrections looks at it. */
function withoutWords({ revision, id, recorded_at, target, type }: EntryRow): LedgerEvent {
  const occurred = { text: '', from: null, until: null }
  const replacement = { type: 'negotiation.resumed', schema: 1, occurred, body: {} }
  const body = target === null ? {} : { target, reason: 'entry_error', replacement }
  const recordedAt = new Date(recorded_at).toISOString()
  return { revision, id, type, actor: '', recordedAt, occurred, body } as unknown as LedgerEvent
}
