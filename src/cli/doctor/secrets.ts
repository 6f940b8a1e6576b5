import { checkPostgres, secretsFileOf } from '../../access/open-secrets.ts'
import type { Check } from './check.ts'
import { type Environment, readableConfig } from './configuration.ts'

/**
 * Tells if the secrets can be kept where the settings say: if the PostgreSQL can be reached, or the
 * file is outside of the data folder. Of a file that may be there it says nothing.
 */
export async function checkSecrets(data: string, environment: Environment): Promise<Check[]> {
  const config = readableConfig(environment)
  if (config === undefined) return []
  const check = 'secrets'
  try {
    if (config.secretsStore === 'sqlite') {
      secretsFileOf({ ...config, data })
      return []
    }
    await checkPostgres(config)
    return [{ check, state: 'ok', detail: 'The PostgreSQL of LEDGER_SECRETS_STORE is ready.' }]
  } catch (error) {
    const { message } = error as Error
    return [{ check, state: 'fault', detail: `${message.replace(/\.$/, '')}.` }]
  }
}

/** The file of the secrets of a data folder; undefined where PostgreSQL keeps them, or none can be. */
export function secretsFileFor(data: string, environment: Environment): string | undefined {
  const config = readableConfig(environment)
  if (config === undefined || config.secretsStore !== 'sqlite') return undefined
  try {
    return secretsFileOf({ ...config, data })
  } catch {
    return undefined
  }
}
