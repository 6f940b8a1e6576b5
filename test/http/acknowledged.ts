import { expect } from 'vitest'
import { headers, record, type Spawned } from './spawned.ts'

interface Sent {
  readonly key: string
  readonly command: object
}

const opened = { type: 'negotiation.opened', occurred: '2025-11-01', title: 'Talks' }

/**
 * What a recorder remembers while services come and go on one data folder: every receipt that it
 * got, and every request that nobody answered, to be sent again with its key.
 */
export class Acknowledged {
  readonly #receipts = new Map<string, { id: string; revision: number }>()
  #unanswered: Sent[] = [{ key: 'open', command: opened }]
  #parties = 0

  /** How many requests were acknowledged. */
  get count(): number {
    return this.#receipts.size
  }

  /** Sends again what nobody answered; every request must be acknowledged now. */
  async sendAgain(service: Spawned): Promise<void> {
    const again = this.#unanswered
    this.#unanswered = []
    for (const sent of again) expect(await this.#send(service, sent)).toBe('acknowledged')
  }

  /** Sends a new request. A service that is gone, or says 503, leaves it unanswered. */
  next(service: Spawned): Promise<'acknowledged' | 'unanswered'> {
    const party = `p${this.#parties++}`
    const member = { party, name: party, kind: 'state', role: 'party' }
    const command = { type: 'party.listed', occurred: '2025-11-01', ...member }
    return this.#send(service, { key: party, command })
  }

  /** Holds the ledger to every receipt: there, once, in its place. */
  async expectAllThere({ url }: Spawned): Promise<void> {
    const kept = await headers(url, 'talks')
    expect(kept.map(({ revision }) => revision)).toEqual(kept.keys().toArray())
    expect(new Set(kept.map(({ id }) => id)).size).toBe(kept.length)
    for (const { id, revision } of this.#receipts.values()) expect(kept[revision]?.id).toBe(id)
  }

  async #send(service: Spawned, sent: Sent): Promise<'acknowledged' | 'unanswered'> {
    try {
      const { status, body } = await record(service.url, 'talks', sent.key, sent.command)
      if (status === 200 || status === 201) {
        this.#receipts.set(sent.key, body.events[0])
        return 'acknowledged'
      }
      if (status !== 503) throw new Error(JSON.stringify(body))
    } catch (error) {
      // What fetch throws where the service is gone.
      if (!(error instanceof TypeError)) throw error
    }
    this.#unanswered.push(sent)
    return 'unanswered'
  }
}
