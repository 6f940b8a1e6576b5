import { hash } from 'node:crypto'
import { StoreUnavailable } from '../store/event-store.ts'
import type { RequestCredentials } from './access.ts'
import type { Principal } from './principal.ts'

/** The longest time for which a sender is remembered, in milliseconds. */
const REMEMBERED_MS = 5 * 60_000
const MOST_REMEMBERED = 10_000

/**
 * The senders of recent requests, by hashes of their credentials. While the secrets are away, whoever
 * was confirmed a short while ago is known by them; all others cannot be told from strangers.
 */
export class RecentSenders {
  readonly #now: () => number
  /** The one that was confirmed longest ago first. */
  readonly #senders = new Map<string, { readonly principal: Principal; readonly at: number }>()

  /** @param now UTC milliseconds */
  constructor(now: () => number) {
    this.#now = now
  }

  /**
   * Asks for whom credentials stand.
   *
   * @returns the answer; while the secrets are away that of before, marked `unconfirmed`.
   * @throws {StoreUnavailable} the secrets are away, and the sender was not confirmed lately.
   */
  async confirmed(
    { token, session }: RequestCredentials,
    ask: () => Promise<Principal | undefined>,
  ): Promise<Principal | undefined> {
    const place = hash('sha256', `${token ?? ''} ${session ?? ''}`, 'base64url')
    try {
      const principal = await ask()
      this.#note(place, principal)
      return principal
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error
      const { principal, at = 0 } = this.#senders.get(place) ?? {}
      const end = Math.min(at + REMEMBERED_MS, principal?.expiresAt ?? Number.POSITIVE_INFINITY)
      if (principal === undefined || end <= this.#now()) throw error
      return { ...principal, unconfirmed: error }
    }
  }

  #note(place: string, principal: Principal | undefined): void {
    this.#senders.delete(place)
    if (principal === undefined) return
    this.#senders.set(place, { principal, at: this.#now() })
    if (this.#senders.size <= MOST_REMEMBERED) return
    const [oldest] = this.#senders.keys()
    this.#senders.delete(oldest as string)
  }
}
