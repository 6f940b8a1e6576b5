import type { Language } from '../words/language.ts'
import type { AccessKeys } from './access-keys.ts'
import { openPrincipal, type Principal } from './principal.ts'
import type { AccessTokens } from './provider/access-tokens.ts'
import type { ProviderLogin } from './provider/login.ts'
import { RecentSenders } from './recent-senders.ts'
import type {
  EntryKeys,
  Erasures,
  LastLooks,
  SecretsStore,
  Wrapping,
} from './secrets/secrets-store.ts'
import type { Sessions } from './sessions.ts'

/** The mode of a service: it asks nobody who they are, or everybody. */
export type Authentication = 'open' | 'required'

/** The proof that a request brings of who sends it: one of them, or none. */
export interface RequestCredentials {
  /** An access key or an access token. */
  readonly token?: string | undefined
  /** The text of a session in a browser. */
  readonly session?: string | undefined
}

/** Answers who sends a request, and keeps what proves it. */
export interface Access {
  readonly authentication: Authentication
  /**
   * The principal that credentials stand for; in open mode always the same.
   *
   * @returns undefined if they stand for nobody.
   */
  principalOf(credentials: RequestCredentials): Promise<Principal | undefined>
  /** @throws {Error} the secrets cannot be opened. */
  keys(): Promise<AccessKeys>
  /** @throws {Error} as `keys`. */
  sessions(): Promise<Sessions>
  /** Those whom a reader may be in turn: in the demo alone there are any. */
  readonly people: readonly DemoPerson[]
  /** Logins of people at a provider; undefined where none is configured. */
  readonly login?: ProviderLogin | undefined
  /** The keys of entries above `public`, and their erasures. @throws {Error} as `keys`. */
  entryKeys(): Promise<EntryKeys & Erasures & Wrapping>
  /** The last looks of principals. @throws {Error} as `keys`. */
  looks(): Promise<LastLooks>
  /** @throws {StoreUnavailable} the secrets, where they are open, cannot be written just now. */
  ready(): Promise<void>
  close(): Promise<void>
}

/** The secrets of a service, open. */
export interface Secrets {
  readonly store: SecretsStore
  readonly keys: AccessKeys
  readonly sessions: Sessions
}

export type OpenSecrets = () => Promise<Secrets>

/** Access without authentication: every request is the principal's. Secrets are opened if asked for. */
export function openAccess(id: string, openSecrets: OpenSecrets): Access {
  const principal = openPrincipal(id)
  let opened: Promise<Secrets> | undefined
  // Tried again where it failed.
  const secrets = () => {
    opened ??= openSecrets().catch((error) => {
      opened = undefined
      throw error
    })
    return opened
  }
  return {
    authentication: 'open',
    people: [],
    principalOf: async () => principal,
    keys: async () => (await secrets()).keys,
    sessions: async () => (await secrets()).sessions,
    entryKeys: async () => (await secrets()).store,
    looks: async () => (await secrets()).store,
    ready: async () => (await opened)?.store.ready(),
    close: async () => (await opened?.catch(() => undefined))?.store.close(),
  }
}

/** Those whom a reader of the demo may be in turn. */
export interface DemoSenders {
  /** The sender of a request without credentials. */
  readonly guest: Principal
  readonly people: readonly DemoPerson[]
}

export interface DemoPerson {
  readonly principal: string
  /** The name of the person, and an example of what they may read, in a sentence or two. */
  readonly told: (language: Language) => { readonly name: string; readonly hint: string }
  /** The key by which a reader becomes this person; null for the guest. */
  readonly key: string | null
}

/** All that a provider of OpenID Connect is for, as far as it is configured. */
export interface ProviderUses {
  readonly tokens?: Pick<AccessTokens, 'verify'> | undefined
  readonly login?: ProviderLogin | undefined
}

/**
 * Access for those alone who bring an access key, an access token of the provider, or a session.
 *
 * @param now UTC milliseconds
 * @param demo undefined but in the demo, where others are its guest
 */
export function authenticatedAccess(
  { store, keys, sessions }: Secrets,
  { tokens, login }: ProviderUses,
  now: () => number,
  demo?: DemoSenders,
): Access {
  const recent = new RecentSenders(now)
  const ask = async ({ token, session }: RequestCredentials) => {
    if (token?.includes('.')) return tokens?.verify(token)
    if (token !== undefined) return keys.verify(token)
    return session === undefined ? undefined : sessions.verify(session)
  }
  return {
    authentication: 'required',
    people: demo?.people ?? [],
    login,
    principalOf: async (credentials) => {
      const known = await recent.confirmed(credentials, () => ask(credentials))
      return credentials.token === undefined ? (known ?? demo?.guest) : known
    },
    keys: async () => keys,
    sessions: async () => sessions,
    entryKeys: async () => store,
    looks: async () => store,
    ready: () => store.ready(),
    close: () => store.close(),
  }
}
