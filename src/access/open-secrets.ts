import { join, resolve, sep } from 'node:path'
import { ConfigurationInvalid } from '../config.ts'
import { StoreUnavailable } from '../store/event-store.ts'
import type { OpenSecrets } from './access.ts'
import { AccessKeys } from './access-keys.ts'
import { scopes } from './principal.ts'
import { SqliteSecrets } from './secrets/sqlite-secrets.ts'
import { Sessions } from './sessions.ts'

/** SQLite's code for a file that another connection has locked. */
const BUSY = 5

/**
 * Opens the secrets of a service: beside its data folder by default, and never in it, so that no copy
 * of the data has them in it.
 *
 * @returns a function that throws {@link ConfigurationInvalid} where the file cannot be used, and
 *   {@link StoreUnavailable} where another process has it.
 */
export function secretsOf(
  { data, secretsFile }: { readonly data: string; readonly secretsFile: string },
  now: () => number,
): OpenSecrets {
  return async () => {
    const folder = resolve(data)
    const file = resolve(
      secretsFile === '' ? join(`${folder}-keys`, 'secrets.sqlite') : secretsFile,
    )
    if (file.startsWith(folder + sep)) {
      throw fault(
        `${file} must not be in the data folder: copies of the data would have it in them`,
      )
    }
    const store = openFile(file)
    const keys = new AccessKeys(store, now)
    return { store, keys, sessions: new Sessions(store, keys, now) }
  }
}

function openFile(file: string): SqliteSecrets {
  try {
    return new SqliteSecrets(file)
  } catch (error) {
    const { message, errcode } = error as Error & { errcode?: number }
    if (errcode === BUSY) throw new StoreUnavailable(`${file} is in use by another process`)
    throw fault(`${file} cannot be used: ${message}`)
  }
}

function fault(why: string): ConfigurationInvalid {
  return new ConfigurationInvalid([`LEDGER_SECRETS_FILE ${why}.`])
}

/**
 * Makes the first key, which is good for everything, and tells it.
 *
 * @returns the principal that it stands for.
 */
export async function makeFirstKey(
  keys: AccessKeys,
  tell: (text: string) => void,
): Promise<string> {
  const first = { name: 'First administrator', scopes, expiresAt: null }
  const { text, record } = await keys.create(first, 'service')
  tell(
    `The first access key of this service. It is shown this once and may run the service and open negotiations: ${text}\n` +
      'Send it as Authorization: Bearer, or set it as LEDGER_ACCESS_KEY for the command line. docs/access.md says how to make others.\n',
  )
  return record.principal
}
