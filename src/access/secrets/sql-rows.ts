import type { ListedKey, PrincipalRecord } from './secrets-store.ts'
import type { Row, Statement } from './sql-database.ts'
import type { KeptKey } from './wrapping-keys.ts'

/** The columns of an access key that are told; that of its hash is not. */
export const ACCESS_KEY_COLUMNS =
  'seq, id, principal, name, scopes, created_at, created_by, expires_at, revoked_at, revoked_by'

/** An access key of a row of {@link ACCESS_KEY_COLUMNS}. */
export function accessKeyOf(row: Row): ListedKey {
  return {
    seq: Number(row.seq),
    id: String(row.id),
    principal: String(row.principal),
    name: String(row.name),
    scopes: JSON.parse(String(row.scopes)),
    createdAt: Number(row.created_at),
    createdBy: String(row.created_by),
    expiresAt: row.expires_at as number | null,
    revokedAt: row.revoked_at as number | null,
    revokedBy: row.revoked_by as string | null,
  }
}

/** The key of an entry, as it is kept: encrypted under a wrapping key, or as it is. */
export function keptKeyOf({ key, wrapped_by: by }: Row): KeptKey {
  return { key: key as Uint8Array, wrappedBy: String(by) }
}

/** The statement that adds a principal. */
export function additionOf({ id, name, createdAt }: PrincipalRecord): Statement {
  return ['INSERT INTO principal VALUES (?, ?, ?)', id, name, createdAt]
}
