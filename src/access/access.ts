import type { AccessKeys } from './access-keys.ts'
import type { AccessTokens } from './access-tokens.ts'
import { openPrincipal, type Principal } from './principal.ts'
import type { SecretsStore } from './secrets/secrets-store.ts'

/** The mode of a service: it asks nobody who they are, or everybody. */
export type Authentication = 'open' | 'required'

/** Answers who sends a request, and keeps what proves it. */
export interface Access {
  readonly authentication: Authentication
  /**
   * The principal that a bearer token stands for; in open mode always the same.
   *
   * @param token undefined if the request has none
   * @returns undefined if it stands for nobody.
   */
  principalOf(token: string | undefined): Promise<Principal | undefined>
  /** @throws {Error} the secrets cannot be opened. */
  keys(): Promise<AccessKeys>
  close(): Promise<void>
}

/** The secrets of a service, open. */
export interface Secrets {
  readonly store: SecretsStore
  readonly keys: AccessKeys
}

export type OpenSecrets = () => Promise<Secrets>

/** Access without authentication: every request is the principal's. Secrets are opened if asked for. */
export function openAccess(id: string, openSecrets: OpenSecrets): Access {
  const principal = openPrincipal(id)
  let secrets: ReturnType<OpenSecrets> | undefined
  return {
    authentication: 'open',
    principalOf: async () => principal,
    async keys() {
      secrets ??= openSecrets()
      return (await secrets).keys
    },
    close: async () => (await secrets?.catch(() => undefined))?.store.close(),
  }
}

/**
 * Access for those alone who bring an access key, or an access token of the provider.
 *
 * @param tokens undefined where no provider is configured
 */
export function authenticatedAccess(
  { store, keys }: Secrets,
  tokens: Pick<AccessTokens, 'verify'> | undefined,
): Access {
  return {
    authentication: 'required',
    principalOf: async (token) => {
      if (token === undefined) return undefined
      return token.includes('.') ? tokens?.verify(token) : keys.verify(token)
    },
    keys: async () => keys,
    close: () => store.close(),
  }
}
