import { hash, randomBytes } from 'node:crypto'
import type { AccessKeys } from './access-keys.ts'
import { type Principal, scopes } from './principal.ts'
import type { SecretsStore } from './secrets/secrets-store.ts'

/** The length of a session in a browser, whatever happens in it. */
export const SESSION_MS = 12 * 3_600_000

/** A session that was begun: the text that the browser is to send, and for whom it stands. */
export interface BegunSession {
  readonly text: string
  readonly principal: Principal
}

/**
 * Sessions in browsers. A person gives an access key once, or logs in at their provider; from then on
 * the browser sends a random text of which the service keeps the hash. A session ends after a time,
 * when it is told to, and with the key by which it was begun.
 */
export class Sessions {
  readonly #store: SecretsStore
  readonly #keys: AccessKeys
  readonly #now: () => number

  constructor(store: SecretsStore, keys: AccessKeys, now: () => number) {
    this.#store = store
    this.#keys = keys
    this.#now = now
  }

  /**
   * Begins a session by the text of an access key.
   *
   * @returns undefined if the key is not valid.
   */
  async begin(key: string): Promise<BegunSession | undefined> {
    const holder = await this.#keys.verify(key)
    return holder && this.#begin(holder)
  }

  /** Begins a session of a principal whom their provider has named: their roles alone confine it. */
  beginFor(principal: string): Promise<BegunSession> {
    return this.#begin(unconfined(principal))
  }

  /** The principal of a session; undefined if the session is unknown or has ended. */
  async verify(text: string): Promise<Principal | undefined> {
    const session = await this.#store.session(digestOf(text))
    if (session === undefined || session.expiresAt <= this.#now()) return undefined
    const { principal, key, expiresAt } = session
    const holder = key === null ? unconfined(principal) : await this.#keys.holderOf(key)
    return holder && { ...holder, via: 'session', expiresAt }
  }

  /** Ends a session. @returns how many there were of that text: 0 or 1. */
  end(text: string): Promise<number> {
    return this.#store.endSession(digestOf(text))
  }

  /** Ends all sessions of a principal. @returns how many there were. */
  endAll(principal: string): Promise<number> {
    return this.#store.endSessions(principal)
  }

  async #begin(holder: Principal): Promise<BegunSession> {
    const text = randomBytes(32).toString('base64url')
    const now = this.#now()
    const expiresAt = Math.min(now + SESSION_MS, holder.expiresAt ?? Number.POSITIVE_INFINITY)
    const { id: principal, key = null } = holder
    await this.#store.addSession(digestOf(text), { principal, key, expiresAt }, now)
    return { text, principal: { ...holder, via: 'session', expiresAt } }
  }
}

function unconfined(principal: string): Principal {
  return { id: principal, via: 'session', scopes: new Set(scopes) }
}

function digestOf(text: string): Uint8Array {
  return hash('sha256', text, 'buffer')
}
