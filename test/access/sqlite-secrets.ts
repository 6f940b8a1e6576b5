import { SqlSecrets } from '../../src/access/secrets/sql-secrets.ts'
import { SqliteDatabase } from '../../src/access/secrets/sqlite-database.ts'
import { WrappingKeys } from '../../src/access/secrets/wrapping-keys.ts'

/** Secrets in a SQLite file; the keys of entries are kept as they are unless wrapping keys are given. */
export function sqliteSecrets(file: string, wrappingKeys: readonly Uint8Array[] = []): SqlSecrets {
  return new SqlSecrets(new SqliteDatabase(file), new WrappingKeys(wrappingKeys))
}
