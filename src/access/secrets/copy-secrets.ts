import { hash } from 'node:crypto'
import type { Row, SqlDatabase, SqlValue, Statement } from './sql-database.ts'

/**
 * The tables of the secrets and their columns, by which rows are ordered too; those that others refer
 * to come first. A database numbers access keys itself, in the order in which they are added.
 */
const TABLES = {
  principal: ['id', 'name', 'created_at'],
  access_key: [
    ...['id', 'principal', 'name', 'scopes', 'hash', 'created_at', 'created_by'],
    ...['expires_at', 'revoked_at', 'revoked_by'],
  ],
  identity: ['issuer', 'subject', 'principal'],
  session: ['hash', 'principal', 'key', 'expires_at'],
  entry_key: ['ledger', 'id', 'key', 'release_at', 'wrapped_by'],
  erasure_request: ['ledger', 'target', 'reason', 'asked_by', 'asked_at'],
  erased_up_to: ['one', 'position', 'ledger', 'id'],
  last_look: ['principal', 'ledger', 'revision', 'kept_at'],
} as const

type Table = keyof typeof TABLES

/** The number of rows in each table of the secrets. */
export type CopiedRows = Readonly<Record<Table, number>>

/** The most rows that one statement adds: PostgreSQL takes 65,535 parameters. */
const ROWS_AT_ONCE = 1000

/** Thrown where a copy would mix two sets of secrets, or is not what was copied. */
export class CopyRefused extends Error {}

/**
 * Copies all secrets of one database into another, as one transaction, and reads them again to
 * compare. Keys of entries are copied as they are kept: encrypted, where there are wrapping keys.
 *
 * @throws {CopyRefused} the other has secrets already, or was changed meanwhile.
 */
export async function copySecrets(from: SqlDatabase, to: SqlDatabase): Promise<CopiedRows> {
  for (const [table, rows] of Object.entries(await readAll(to))) {
    if (rows.length > 0) throw new CopyRefused(`it has rows in the table ${table} already`)
  }
  const tables = await readAll(from)
  await to.run(Object.entries(tables).flatMap(([table, rows]) => additions(table as Table, rows)))
  const copied = await readAll(to)
  for (const table of Object.keys(TABLES) as Table[]) {
    if (digestOf(table, copied[table]) === digestOf(table, tables[table])) continue
    throw new CopyRefused(`its table ${table} is not what was copied`)
  }
  const counts = Object.entries(copied).map(([table, rows]) => [table, rows.length])
  return Object.fromEntries(counts) as CopiedRows
}

async function readAll(db: SqlDatabase): Promise<Readonly<Record<Table, readonly Row[]>>> {
  const found = (Object.keys(TABLES) as Table[]).map(async (table) => {
    const order = table === 'access_key' ? ' ORDER BY seq' : ''
    const [outcome] = await db.run([[`SELECT ${TABLES[table].join(', ')} FROM ${table}${order}`]])
    return [table, outcome?.rows ?? []] as const
  })
  return Object.fromEntries(await Promise.all(found)) as Record<Table, readonly Row[]>
}

function additions(table: Table, rows: readonly Row[]): Statement[] {
  const columns: readonly string[] = TABLES[table]
  const places = `(${columns.map(() => '?').join(', ')})`
  const parts = Array.from({ length: Math.ceil(rows.length / ROWS_AT_ONCE) }, (_, part) =>
    rows.slice(part * ROWS_AT_ONCE, (part + 1) * ROWS_AT_ONCE),
  )
  return parts.map((part) => [
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${part.map(() => places).join(', ')}`,
    ...part.flatMap((row) => columns.map((column) => row[column] ?? null)),
  ])
}

/** A digest of rows, whatever the order of all but access keys: databases order texts differently. */
function digestOf(table: Table, rows: readonly Row[]): string {
  const texts = rows.map((row) => JSON.stringify(TABLES[table].map((name) => plain(row, name))))
  return hash('sha256', (table === 'access_key' ? texts : texts.sort()).join('\n'))
}

function plain(row: Row, name: string): string | number | null {
  const value: SqlValue = row[name] ?? null
  return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value
}
