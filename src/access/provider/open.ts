import { readFileSync } from 'node:fs'
import { type Config, ConfigurationInvalid } from '../../settings/config.ts'
import type { ProviderUses } from '../access.ts'
import type { SecretsStore } from '../secrets/secrets-store.ts'
import { AccessTokens } from './access-tokens.ts'
import { ProviderLogin } from './login.ts'

/**
 * Opens what a provider of OpenID Connect is configured for: access tokens, logins, both or neither.
 *
 * @throws {ConfigurationInvalid} the file of the client's secret cannot be used.
 */
export function openProvider(
  { tokens, loginClient }: Pick<Config, 'tokens' | 'loginClient'>,
  store: SecretsStore,
  now: () => number,
): ProviderUses {
  const { issuer, audience } = tokens
  const { id: client, secretFile } = loginClient
  const policy = { issuer, client, secret: secretFile === '' ? '' : secretIn(secretFile) }
  return {
    tokens: audience === '' ? undefined : new AccessTokens(tokens, { store, now }),
    login: client === '' ? undefined : new ProviderLogin(policy, store, now),
  }
}

/** The one line of a file. */
function secretIn(file: string): string {
  const fault = (why: string) =>
    new ConfigurationInvalid([`LEDGER_OIDC_CLIENT_SECRET_FILE ${file} cannot be used: ${why}.`])
  try {
    const secret = readFileSync(file, 'utf8').trim()
    if (secret !== '' && !secret.includes('\n')) return secret
  } catch (error) {
    throw fault((error as Error).message)
  }
  throw fault('it must have one line, the secret of the client')
}
