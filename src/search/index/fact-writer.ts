import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { StandingFact } from '../../../projections/time/standing-fact.ts'
import { mentionsOf } from '../../../projections/timeline/mentions.ts'
import { textsOf } from '../texts.ts'
import { columnsOf } from '../words/columns.ts'
import { type CountedKind, introducedBy, isCatalogued } from './counted.ts'

/** The beginning of valid time, for a date that is open towards the past. */
export const BEGINNING = Number.MIN_SAFE_INTEGER

/** At which event something came to be so. */
export interface At {
  readonly revision: number
  readonly recorded_at: number
}

/** Writes the facts of ledgers, their words, and since when and until when they stood. */
export class FactWriter {
  readonly #fact: StatementSync
  readonly #words: StatementSync
  readonly #named: StatementSync
  readonly #find: StatementSync
  readonly #begin: StatementSync
  readonly #end: StatementSync

  constructor(db: DatabaseSync) {
    this.#fact = db.prepare(
      `INSERT INTO fact (ledger, revision, recorded_at, entry, id, type, kind, language, level,
         valid_from, valid_until, occurred, about, introduces, texts, words, body)
       VALUES ($ledger, $revision, $recordedAt, $entry, $id, $type, $kind, $language, $level,
         $from, $until, $occurred, $about, $introduces, $texts, $words, $body)`,
    )
    this.#words = db.prepare('INSERT INTO word (rowid, forms, stems) VALUES (?, ?, ?)')
    this.#named = db.prepare('INSERT INTO named (fact, kind, id) VALUES (?, ?, ?)')
    this.#find = db.prepare(
      'SELECT key, words, introduces FROM fact WHERE ledger = ? AND revision = ?',
    )
    // One row by its values: before a statement that may write several, FTS5 writes out the words that
    // it gathers up to the end of a transaction.
    this.#begin = db.prepare(
      'INSERT INTO stood (fact, from_revision, from_at, words) VALUES (?, ?, ?, ?)',
    )
    this.#end = db.prepare(
      'UPDATE stood SET gone_revision = ?, gone_at = ? WHERE fact = ? AND gone_revision IS NULL',
    )
  }

  /** Writes what an event says in its own words; whether that stands is told apart from it. */
  write(ledger: number, fact: StandingFact): void {
    const texts = textsOf(fact)
    const catalogued = isCatalogued(fact.type)
    if (texts.length === 0 && !catalogued) return
    const { type, body, occurred } = fact
    const mentions = mentionsOf(fact)
    const { forms, stems } = columnsOf(texts)
    const [kind] = type.split('.') as [string]
    const { lastInsertRowid } = this.#fact.run({
      ledger,
      revision: fact.recordedIn,
      recordedAt: Date.parse(fact.recordedAt),
      entry: fact.entry,
      id: fact.id,
      type,
      kind,
      language: 'language' in body && body.language ? body.language.toLowerCase() : null,
      level: type === 'statement.recorded' ? fact.body.attribution.level : null,
      from: Math.max(BEGINNING, fact.from),
      until: Math.min(Number.MAX_SAFE_INTEGER, fact.until),
      occurred: JSON.stringify(occurred),
      about: kind === 'negotiation' || !mentions[0] ? null : JSON.stringify(mentions[0]),
      introduces: introducedBy(fact) ?? null,
      texts: JSON.stringify(texts),
      words: forms.split(' ').length,
      body: catalogued ? JSON.stringify(body) : null,
    })
    for (const { kind, id } of mentions) this.#named.run(lastInsertRowid, kind, id)
    if (forms !== '') this.#words.run(lastInsertRowid, forms, stems)
  }

  /** Says that the words of an event now stand; what of the counted they introduce. */
  stands(ledger: number, revision: number, { revision: from, recorded_at }: At) {
    const found = this.#found(ledger, revision)
    if (found !== undefined) this.#begin.run(found.key, from, recorded_at, found.words)
    return found?.introduces
  }

  /** Says that they no longer do; what of the counted is thereby gone. */
  isGone(ledger: number, revision: number, { revision: until, recorded_at }: At) {
    const found = this.#found(ledger, revision)
    if (found !== undefined) this.#end.run(until, recorded_at, found.key)
    return found?.introduces
  }

  /** The row of the fact that an event says; undefined where it has no words to find. */
  #found(ledger: number, revision: number) {
    const found = this.#find.get(ledger, revision)
    return (
      found && {
        key: found.key as number,
        words: found.words as number,
        introduces: (found.introduces ?? undefined) as CountedKind | undefined,
      }
    )
  }
}
