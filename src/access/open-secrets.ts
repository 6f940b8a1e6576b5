import { existsSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import { keysFolder } from '../files.ts'
import { type Config, ConfigurationInvalid } from '../settings/config.ts'
import { readSeedFile } from '../signing/seed-file.ts'
import { StoreUnavailable } from '../store/event-store.ts'
import { BUSY, sqliteCode } from '../store/sqlite-codes.ts'
import type { OpenSecrets } from './access.ts'
import { AccessKeys } from './access-keys.ts'
import { scopes } from './principal.ts'
import { type CopiedRows, copySecrets } from './secrets/copy-secrets.ts'
import type { SqlDatabase } from './secrets/sql-database.ts'
import { SqlSecrets } from './secrets/sql-secrets.ts'
import { WrappingKeys } from './secrets/wrapping-keys.ts'
import { Sessions } from './sessions.ts'

const REWRAPPED_AT_ONCE = 1000

/** The settings of where the secrets are kept. */
export type SecretsSettings = Pick<
  Config,
  'data' | 'secretsStore' | 'secretsFile' | 'wrappingKeyFiles'
>

/**
 * Opens the secrets of a service: in a file beside its data folder by default, and never in it, so that
 * no copy of the data has them in it; or in the PostgreSQL that instances share.
 *
 * @returns a function that throws {@link ConfigurationInvalid} where the settings cannot be used, and
 *   {@link StoreUnavailable} where another process has the file, or PostgreSQL does not answer.
 */
export function secretsOf(settings: SecretsSettings, now: () => number): OpenSecrets {
  return async () => {
    const store = await openSecretsStore(settings)
    const keys = new AccessKeys(store, now)
    return { store, keys, sessions: new Sessions(store, keys, now) }
  }
}

/** Opens the store, and has all keys of entries under the wrapping key that encrypts now. */
async function openSecretsStore(settings: SecretsSettings): Promise<SqlSecrets> {
  const wrapping = readWrappingKeys(settings)
  const store = new SqlSecrets(await openDatabase(settings), wrapping)
  try {
    await requireWrappingKeys(store, wrapping)
    while ((await store.rewrapEntryKeys(REWRAPPED_AT_ONCE)) > 0);
    return store
  } catch (error) {
    await store.close()
    throw error
  }
}

function openDatabase(settings: SecretsSettings): Promise<SqlDatabase> {
  const { secretsStore } = settings
  return secretsStore === 'sqlite' ? openFile(secretsFileOf(settings)) : connect(secretsStore)
}

/** The file of the secrets where SQLite keeps them. @throws {ConfigurationInvalid} */
export function secretsFileOf({
  data,
  secretsFile,
}: Pick<SecretsSettings, 'data' | 'secretsFile'>): string {
  const folder = resolve(data)
  const file = resolve(secretsFile === '' ? join(keysFolder(data), 'secrets.sqlite') : secretsFile)
  return outside(folder, file, 'LEDGER_SECRETS_FILE')
}

/** @throws {ConfigurationInvalid} the file is in the data folder. */
function outside(folder: string, file: string, setting: string): string {
  if (!file.startsWith(folder + sep)) return file
  const why = 'must not be in the data folder: copies of the data would have it in them'
  throw fault(setting, `${file} ${why}`)
}

async function openFile(file: string): Promise<SqlDatabase> {
  const { SqliteDatabase } = await import('./secrets/sqlite-database.ts')
  try {
    return new SqliteDatabase(file)
  } catch (error) {
    if (sqliteCode(error) === BUSY) {
      throw new StoreUnavailable(`${file} is in use by another process`)
    }
    throw fault('LEDGER_SECRETS_FILE', `${file} cannot be used: ${(error as Error).message}`)
  }
}

async function connect(address: string): Promise<SqlDatabase> {
  const db = await postgresAt(address)
  try {
    await db.migrate()
    return db
  } catch (error) {
    await db.close()
    if (error instanceof StoreUnavailable) throw atStart(error)
    throw fault('LEDGER_SECRETS_STORE', (error as Error).message)
  }
}

/** The PostgreSQL at an address, which is asked nothing yet. @throws {ConfigurationInvalid} */
async function postgresAt(address: string) {
  try {
    const { PostgresDatabase } = await import('./secrets/postgres-database.ts')
    return new PostgresDatabase(address)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    throw fault('LEDGER_SECRETS_STORE', code === 'MODULE_NOT_FOUND' ? LACKING : message)
  }
}

const LACKING =
  'names a PostgreSQL, whose driver is not in this one file: run the ledger from its folder'

/** The failure with the server's own words, which are for whoever starts the service alone. */
function atStart({ message, cause }: StoreUnavailable): StoreUnavailable {
  const why = cause instanceof Error ? cause.message || message : message
  return new StoreUnavailable(`the PostgreSQL of LEDGER_SECRETS_STORE: ${why}`, { cause })
}

/**
 * Tells if the PostgreSQL of the settings could keep secrets now; it makes and changes nothing.
 *
 * @throws as the function that {@link secretsOf} returns.
 */
export async function checkPostgres(settings: SecretsSettings): Promise<void> {
  readWrappingKeys(settings)
  const db = await postgresAt(settings.secretsStore)
  await db
    .ready()
    .catch((error) => {
      throw atStart(error)
    })
    .finally(() => db.close())
}

/**
 * Copies the secrets of a stopped service from its file into the PostgreSQL of the settings. Keys of
 * entries are first encrypted in the file under the wrapping key of the settings, so that PostgreSQL
 * never has one as it is.
 *
 * @throws {CopyRefused}
 * @throws as the function that {@link secretsOf} returns.
 */
export async function copyToPostgres(settings: SecretsSettings): Promise<CopiedRows> {
  if (settings.secretsStore === 'sqlite') {
    const why = 'must name the PostgreSQL that is to keep the secrets, which are copied there'
    throw fault('LEDGER_SECRETS_STORE', why)
  }
  readWrappingKeys(settings)
  const file = secretsFileOf(settings)
  if (!existsSync(file)) throw fault('LEDGER_SECRETS_FILE', `${file} is not there`)
  const source = await openSecretsStore({ ...settings, secretsStore: 'sqlite' })
  await source.close()
  const from = await openFile(file)
  try {
    const to = await connect(settings.secretsStore)
    return await copySecrets(from, to).finally(() => to.close())
  } finally {
    await from.close()
  }
}

function readWrappingKeys({ data, secretsStore, wrappingKeyFiles }: SecretsSettings): WrappingKeys {
  const setting = 'LEDGER_WRAPPING_KEY_FILES'
  if (secretsStore !== 'sqlite' && wrappingKeyFiles.length === 0) {
    const why = 'is needed with PostgreSQL, which keeps what was deleted for a while'
    throw fault(setting, `${why}: all instances have the same (docs/operate.md, "Secrets")`)
  }
  const files = wrappingKeyFiles.map((file) => outside(resolve(data), resolve(file), setting))
  return new WrappingKeys(
    files.map((file) => {
      try {
        return readSeedFile(file)
      } catch (error) {
        throw fault(setting, `${file} cannot be used: ${(error as Error).message}`)
      }
    }),
  )
}

/** @throws {ConfigurationInvalid} keys of entries are kept under a wrapping key that is not given. */
async function requireWrappingKeys(store: SqlSecrets, wrapping: WrappingKeys): Promise<void> {
  const missing = (await store.wrappingKeyIds()).filter((id) => !wrapping.has(id))
  if (missing.length === 0) return
  const what = `lacks the wrapping key ${missing.join(', ')}, under which keys of entries are kept`
  throw fault('LEDGER_WRAPPING_KEY_FILES', `${what}: put its file back into the list`)
}

function fault(setting: string, why: string): ConfigurationInvalid {
  return new ConfigurationInvalid([`${setting} ${why.replace(/\.$/, '')}.`])
}

/**
 * Makes the first key, which is good for everything, and tells it; it revokes the key instead if
 * another instance was first.
 *
 * @param appoint gives its principal the roles that whoever reads the key will count on, unless
 *   somebody has them already; returns whether it did
 */
export async function makeFirstKey(
  keys: AccessKeys,
  tell: (text: string) => void,
  appoint: (principal: string) => Promise<boolean>,
): Promise<void> {
  const first = { name: 'First administrator', scopes, expiresAt: null }
  const { text, record } = await keys.create(first, 'service')
  let isLate = false
  try {
    isLate = !(await appoint(record.principal))
  } finally {
    // Whatever happened: the next start finds the key, and tells it no more.
    if (!isLate) {
      tell(
        `The first access key of this service. It is shown this once and may run the service and open negotiations: ${text}\n` +
          'Send it as Authorization: Bearer, or set it as LEDGER_ACCESS_KEY for the command line. docs/access.md says how to make others.\n',
      )
    }
  }
  if (isLate) await keys.revoke(record.id, 'service')
}
