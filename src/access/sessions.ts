import { hash, randomBytes } from 'node:crypto'
import type { AccessKeys } from './access-keys.ts'
import type { Principal } from './principal.ts'
import type { SecretsStore } from './secrets/secrets-store.ts'

/** The length of a session in a browser, whatever happens in it. */
export const SESSION_MS = 12 * 3_600_000

/**
 * Sessions in browsers. A person gives an access key once; from then on the browser sends a random
 * text of which the service keeps the hash. A session ends after a time, when it is told to, and with
 * the key by which it was begun.
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
   * Begins a session.
   *
   * @param key text of an access key
   * @returns the text that the browser is to send; undefined if the key is not valid.
   */
  async begin(
    key: string,
  ): Promise<{ readonly text: string; readonly principal: Principal } | undefined> {
    const holder = await this.#keys.verify(key)
    if (holder?.key === undefined) return undefined
    const text = randomBytes(32).toString('base64url')
    const now = this.#now()
    const expiresAt = Math.min(now + SESSION_MS, holder.expiresAt ?? Number.POSITIVE_INFINITY)
    const { id: principal, key: by } = holder
    await this.#store.addSession(digestOf(text), { principal, key: by, expiresAt }, now)
    return { text, principal: { ...holder, via: 'session', expiresAt } }
  }

  /** The principal of a session; undefined if the session is unknown or has ended. */
  async verify(text: string): Promise<Principal | undefined> {
    const session = await this.#store.session(digestOf(text))
    if (session === undefined || session.expiresAt <= this.#now()) return undefined
    const holder = await this.#keys.holderOf(session.key)
    return holder && { ...holder, via: 'session', expiresAt: session.expiresAt }
  }

  /** Ends a session. @returns how many there were of that text: 0 or 1. */
  end(text: string): Promise<number> {
    return this.#store.endSession(digestOf(text))
  }

  /** Ends all sessions of a principal. @returns how many there were. */
  endAll(principal: string): Promise<number> {
    return this.#store.endSessions(principal)
  }
}

function digestOf(text: string): Uint8Array {
  return hash('sha256', text, 'buffer')
}
