import {
  type ErasedUpTo,
  type ErasureRequest,
  type KeyRecord,
  type ListedKey,
  type LookRecord,
  MOST_LOOKS,
  type NewEntryKey,
  type PlannedRelease,
  type PrincipalRecord,
  type SecretsStore,
  type SessionRecord,
} from './secrets-store.ts'
import type { Outcome, Row, SqlDatabase, SqlValue, Statement } from './sql-database.ts'
import { ACCESS_KEY_COLUMNS, accessKeyOf, additionOf, keptKeyOf } from './sql-rows.ts'
import type { WrappingKeys } from './wrapping-keys.ts'

/** The most keys of entries in one statement. */
const ENTRY_KEYS_AT_ONCE = 100

/** The most planned releases of one answer. */
const RELEASES_AT_ONCE = 1000

/** Secrets in a database, with the keys of entries encrypted where there are wrapping keys. */
export class SqlSecrets implements SecretsStore {
  readonly #db: SqlDatabase
  readonly #wrapping: WrappingKeys

  constructor(db: SqlDatabase, wrapping: WrappingKeys) {
    this.#db = db
    this.#wrapping = wrapping
  }

  async addPrincipal(principal: PrincipalRecord): Promise<void> {
    await this.#run(additionOf(principal))
  }

  async principal(id: string): Promise<PrincipalRecord | undefined> {
    const row = await this.#get('SELECT id, name, created_at FROM principal WHERE id = ?', id)
    if (row === undefined) return undefined
    return { id, name: String(row.name), createdAt: Number(row.created_at) }
  }

  async principalOf(issuer: string, subject: string): Promise<string | undefined> {
    const { rows } = await this.#run([PRINCIPAL_OF, issuer, subject])
    return rows[0]?.principal as string | undefined
  }

  async addIdentity(issuer: string, subject: string, principal: PrincipalRecord): Promise<string> {
    const { id } = principal
    const isUnused = 'NOT EXISTS (SELECT 1 FROM identity WHERE principal = ?)'
    const outcomes = await this.#db.run([
      additionOf(principal),
      ['INSERT INTO identity VALUES (?, ?, ?) ON CONFLICT DO NOTHING', issuer, subject, id],
      // Another request may have added the identity first: then our principal goes again.
      [`DELETE FROM principal WHERE id = ? AND ${isUnused}`, id, id],
      [PRINCIPAL_OF, issuer, subject],
    ])
    return String(outcomes.at(-1)?.rows[0]?.principal)
  }

  async addKey(key: KeyRecord, hash: Uint8Array): Promise<void> {
    const { id, principal, name, scopes, createdAt, createdBy } = key
    const { expiresAt, revokedAt, revokedBy } = key
    await this.#run([
      `INSERT INTO access_key (id, principal, name, scopes, hash, created_at, created_by,
         expires_at, revoked_at, revoked_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[id, principal, name, JSON.stringify(scopes), hash],
      ...[createdAt, createdBy, expiresAt, revokedAt, revokedBy],
    ])
  }

  async key(id: string) {
    const row = await this.#get(
      `SELECT ${ACCESS_KEY_COLUMNS}, hash FROM access_key WHERE id = ?`,
      id,
    )
    return row && { record: accessKeyOf(row), hash: row.hash as Uint8Array }
  }

  async keys(after: number, limit: number): Promise<readonly ListedKey[]> {
    const sql = `SELECT ${ACCESS_KEY_COLUMNS} FROM access_key WHERE seq > ? ORDER BY seq LIMIT ?`
    return (await this.#run([sql, after, limit])).rows.map(accessKeyOf)
  }

  async revokeKey(id: string, at: number, by: string): Promise<KeyRecord | undefined> {
    const unless = 'WHERE id = ? AND revoked_at IS NULL'
    await this.#run([`UPDATE access_key SET revoked_at = ?, revoked_by = ? ${unless}`, at, by, id])
    return (await this.key(id))?.record
  }

  async addSession(hash: Uint8Array, session: SessionRecord, now: number): Promise<void> {
    const { principal, key, expiresAt } = session
    await this.#db.run([
      ['DELETE FROM session WHERE expires_at <= ?', now],
      ['INSERT INTO session VALUES (?, ?, ?, ?)', hash, principal, key, expiresAt],
    ])
  }

  async session(hash: Uint8Array): Promise<SessionRecord | undefined> {
    const sql = 'SELECT principal, key, expires_at FROM session WHERE hash = ?'
    const row = await this.#get(sql, hash)
    if (row === undefined) return undefined
    const { principal, key, expires_at: expiresAt } = row
    return {
      ...{ principal: String(principal), key: key as string | null },
      expiresAt: Number(expiresAt),
    }
  }

  async endSession(hash: Uint8Array): Promise<number> {
    return (await this.#run(['DELETE FROM session WHERE hash = ?', hash])).changed
  }

  async endSessions(principal: string): Promise<number> {
    return (await this.#run(['DELETE FROM session WHERE principal = ?', principal])).changed
  }

  async lastLook(principal: string, ledger: string): Promise<number | undefined> {
    const sql = 'SELECT revision FROM last_look WHERE principal = ? AND ledger = ?'
    const row = await this.#get(sql, principal, ledger)
    return row && Number(row.revision)
  }

  async keepLastLook({ principal, ledger, revision, at }: LookRecord): Promise<void> {
    const kept = ['revision', 'kept_at'].map((name) => `${name} = excluded.${name}`)
    const latest =
      'SELECT ledger FROM last_look WHERE principal = ? ORDER BY kept_at DESC, ledger LIMIT ?'
    await this.#db.run([
      [
        `INSERT INTO last_look VALUES (?, ?, ?, ?)
           ON CONFLICT (principal, ledger) DO UPDATE SET ${kept.join(', ')}`,
        ...[principal, ledger, revision, at],
      ],
      [
        `DELETE FROM last_look WHERE principal = ? AND ledger NOT IN (${latest})`,
        ...[principal, principal, MOST_LOOKS],
      ],
    ])
  }

  async addEntryKeys(ledger: string, keys: ReadonlyMap<string, NewEntryKey>) {
    const rows = [...keys].map(([id, { key, releaseAt }]) => {
      const kept = this.#wrapping.wrap({ ledger, id }, key)
      return [ledger, id, kept.key, releaseAt ?? null, kept.wrappedBy]
    })
    const statements: Statement[] = []
    for (let at = 0; at < rows.length; at += ENTRY_KEYS_AT_ONCE) {
      const some = rows.slice(at, at + ENTRY_KEYS_AT_ONCE)
      const values = some.map(() => '(?, ?, ?, ?, ?)').join(', ')
      const columns = 'ledger, id, key, release_at, wrapped_by'
      const sql = `INSERT INTO entry_key (${columns}) VALUES ${values} ON CONFLICT DO NOTHING`
      statements.push([sql, ...some.flat()])
    }
    await this.#db.run(statements)
    return this.entryKeys(ledger, [...keys.keys()])
  }

  async entryKeys(ledger: string, ids: readonly string[]): Promise<Map<string, Uint8Array>> {
    const among = `ledger = ? AND id ${this.#db.listedSql}`
    const sql = `SELECT id, key, wrapped_by FROM entry_key WHERE ${among}`
    const { rows } = await this.#run([sql, ledger, JSON.stringify(ids)])
    return new Map(
      rows.map((row) => {
        const id = String(row.id)
        return [id, this.#wrapping.unwrap({ ledger, id }, keptKeyOf(row))]
      }),
    )
  }

  async plannedReleases(): Promise<PlannedRelease[]> {
    const planned = 'release_at IS NOT NULL ORDER BY release_at LIMIT ?'
    const { rows } = await this.#run([
      `SELECT ledger, id, release_at FROM entry_key WHERE ${planned}`,
      RELEASES_AT_ONCE,
    ])
    return rows.map(({ ledger, id, release_at: at }) => ({
      ...{ ledger: String(ledger), id: String(id), at: Number(at) },
    }))
  }

  async releaseDone(ledger: string, id: string): Promise<void> {
    const which = 'WHERE ledger = ? AND id = ?'
    await this.#run([`UPDATE entry_key SET release_at = NULL ${which}`, ledger, id])
  }

  async wrappingKeyIds(): Promise<string[]> {
    const next = 'SELECT wrapped_by FROM entry_key WHERE wrapped_by > ? ORDER BY wrapped_by LIMIT 1'
    const found: string[] = []
    for (;;) {
      const row = await this.#get(next, found.at(-1) ?? '')
      if (row === undefined) return found
      found.push(String(row.wrapped_by))
    }
  }

  async rewrapEntryKeys(limit: number): Promise<number> {
    const { current } = this.#wrapping
    // '' stands for keys that are not encrypted.
    const others = ['', ...(await this.wrappingKeyIds())].filter((id) => id !== current)
    for (const other of others) {
      const sql = 'SELECT * FROM entry_key WHERE wrapped_by = ? ORDER BY ledger, id LIMIT ?'
      const { rows } = await this.#run([sql, other, limit])
      if (rows.length === 0) continue
      await this.#db.run(rows.map((row) => this.#rewrapped(row)))
      return rows.length
    }
    return 0
  }

  async askErasure({ ledger, target, reason, askedBy, askedAt }: ErasureRequest): Promise<void> {
    const kept = ['reason', 'asked_by', 'asked_at'].map((name) => `${name} = excluded.${name}`)
    await this.#run([
      `INSERT INTO erasure_request VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (ledger, target) DO UPDATE SET ${kept.join(', ')}`,
      ...[ledger, target, reason, askedBy, askedAt],
    ])
  }

  async erasureRequests(ledger: string): Promise<ErasureRequest[]> {
    const sql = 'SELECT * FROM erasure_request WHERE ledger = ? ORDER BY asked_at, target'
    const { rows } = await this.#run([sql, ledger])
    return rows.map((row) => ({
      ...{ ledger, target: String(row.target), reason: String(row.reason) },
      ...{ askedBy: String(row.asked_by), askedAt: Number(row.asked_at) },
    }))
  }

  async destroyEntryKeys(ledger: string, ids: readonly string[]): Promise<void> {
    const { listedSql } = this.#db
    const list = JSON.stringify(ids)
    await this.#db.run([
      [`DELETE FROM entry_key WHERE ledger = ? AND id ${listedSql}`, ledger, list],
      [`DELETE FROM erasure_request WHERE ledger = ? AND target ${listedSql}`, ledger, list],
    ])
  }

  async hasEntryKeys(): Promise<boolean> {
    return (await this.#get('SELECT id FROM entry_key LIMIT 1')) !== undefined
  }

  async erasedUpTo(): Promise<ErasedUpTo | undefined> {
    const row = await this.#get('SELECT position, ledger, id FROM erased_up_to')
    if (row === undefined) return undefined
    return { position: String(row.position), ledger: String(row.ledger), id: String(row.id) }
  }

  async keepErasedUpTo({ position, ledger, id }: ErasedUpTo): Promise<void> {
    const kept = ['position', 'ledger', 'id'].map((name) => `${name} = excluded.${name}`)
    await this.#run([
      `INSERT INTO erased_up_to VALUES (1, ?, ?, ?)
         ON CONFLICT (one) DO UPDATE SET ${kept.join(', ')}`,
      ...[position, ledger, id],
    ])
  }

  ready(): Promise<void> {
    return this.#db.ready()
  }

  close(): Promise<void> {
    return this.#db.close()
  }

  /** The statement that keeps a key under the wrapping key that encrypts now, unless it is gone. */
  #rewrapped(row: Row): Statement {
    const [ledger, id] = [String(row.ledger), String(row.id)]
    const [owner, kept] = [{ ledger, id }, keptKeyOf(row)]
    const { key, wrappedBy } = this.#wrapping.wrap(owner, this.#wrapping.unwrap(owner, kept))
    const sql = 'UPDATE entry_key SET key = ?, wrapped_by = ? WHERE ledger = ? AND id = ?'
    return [sql, key, wrappedBy, ledger, id]
  }

  async #get(sql: string, ...values: SqlValue[]): Promise<Row | undefined> {
    return (await this.#run([sql, ...values])).rows[0]
  }

  async #run(statement: Statement): Promise<Outcome> {
    return (await this.#db.run([statement]))[0] as Outcome
  }
}

const PRINCIPAL_OF = 'SELECT principal FROM identity WHERE issuer = ? AND subject = ?'
