import { checkPostgres, secretsFileOf } from '../../access/open-secrets.ts'
import type { Check } from './check.ts'
import { type Environment, readableConfig } from './configuration.ts'

/** Tells if the PostgreSQL that keeps the secrets can be reached; nothing where a file keeps them. */
export async function checkSecrets(environment: Environment): Promise<Check[]> {
  const config = readableConfig(environment)
  if (config === undefined || config.secretsStore === 'sqlite') return []
  const check = 'secrets'
  try {
    await checkPostgres(config)
    return [{ check, state: 'ok', detail: 'The PostgreSQL of LEDGER_SECRETS_STORE is ready.' }]
  } catch (error) {
    const { message } = error as Error
    return [{ check, state: 'fault', detail: `${message.replace(/\.$/, '')}.` }]
  }
}

/** The file of the secrets of a data folder; undefined where PostgreSQL keeps them. */
export function secretsFileFor(data: string, environment: Environment): string | undefined {
  const config = readableConfig(environment)
  if (config === undefined || config.secretsStore !== 'sqlite') return undefined
  return secretsFileOf({ ...config, data })
}
