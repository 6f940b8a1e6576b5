import type { AccessKeys } from './access-keys.ts'
import { openPrincipal, type Principal } from './principal.ts'

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

/** Opens the secrets, and closes them again. */
export type OpenSecrets = () => Promise<{ readonly keys: AccessKeys; close(): Promise<void> }>

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
    close: async () => (await secrets?.catch(() => undefined))?.close(),
  }
}

/** Access for those alone who bring a key. */
export async function authenticatedAccess(openSecrets: OpenSecrets): Promise<Access> {
  const { keys, close } = await openSecrets()
  return {
    authentication: 'required',
    principalOf: async (token) => (token === undefined ? undefined : keys.verify(token)),
    keys: async () => keys,
    close,
  }
}
