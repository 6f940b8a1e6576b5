import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { textsOf } from '../src/search/texts.ts'
import type { StoredEvent } from '../src/store/event-store.ts'

/** SQLite by itself with the same texts: the peers of the index. */
export class PlainTexts {
  readonly texts: readonly string[]
  readonly #db: DatabaseSync

  /** @param folder where the texts are kept, on a disk as the index is */
  constructor(events: readonly StoredEvent[], folder: string) {
    this.texts = events
      .filter(({ type }) => !type.startsWith('entry.'))
      .map(({ type, body }) => textsOf({ type, body: JSON.parse(body) } as never))
      .map((texts) => texts.map(({ text }) => text).join('\n'))
      .filter((text) => text !== '')
    this.#db = new DatabaseSync(join(folder, 'texts.sqlite'))
    this.#db.exec('CREATE TABLE plain (key INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT')
    this.#insertInto('plain (text)')
  }

  /** The twenty shortest texts that have each of the words somewhere: ranking looks at all. */
  scan(query: string): unknown[] {
    const words = query.replaceAll(/["*]/g, '').split(' ')
    const conditions = words.map(() => "text LIKE '%' || ? || '%'").join(' AND ')
    return this.#db
      .prepare(`SELECT key FROM plain WHERE ${conditions} ORDER BY length(text) LIMIT 20`)
      .all(...words)
  }

  /** Puts them into a full-text table as it comes, in transactions of one chunk of texts each. */
  index(chunk: number): void {
    this.#db.exec('DROP TABLE IF EXISTS word; CREATE VIRTUAL TABLE word USING fts5(text)')
    this.#insertInto('word (text)', chunk)
  }

  close(): void {
    this.#db.close()
  }

  #insertInto(table: string, chunk = this.texts.length): void {
    const insert = this.#db.prepare(`INSERT INTO ${table} VALUES (?)`)
    for (let at = 0; at < this.texts.length; at += chunk) {
      this.#db.exec('BEGIN')
      for (const text of this.texts.slice(at, at + chunk)) insert.run(text)
      this.#db.exec('COMMIT')
    }
  }
}
