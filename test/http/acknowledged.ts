import { expect } from 'vitest'
import { readVkey } from '../../src/log/note.ts'
import { BundleVerifier } from '../../src/verify/verifier.ts'
import { ask } from './running.ts'
import { headers, type Spawned } from './spawned.ts'

/** Somebody who records: what they send is a request of its own each time. */
export interface Desk {
  /** Their access key, and that of whoever may read all of the ledger; without them nobody is asked. */
  readonly key?: string
  readonly reader?: string
  /** The ledger that the n-th request is to be found in, by its id. */
  ledger(n: number): string
  /** Below `/v1/`; by default the events of the ledger. */
  path?(n: number): string
  command(n: number): object
}

interface Sent {
  readonly desk: Desk
  readonly n: number
}

interface Ledger {
  readonly reader: string | undefined
  /** Of each event that was acknowledged, by its id. */
  readonly revisions: Map<string, number>
}

interface Recorded {
  readonly id: string
  readonly revision: number
}

const opened = { type: 'negotiation.opened', occurred: '2025-11-01', title: 'Talks' }

/** Records a party each time, in a service that asks nobody who they are. */
const OPEN: readonly Desk[] = [
  {
    ledger: () => 'talks',
    command: (n) => ({
      ...{ type: 'party.listed', occurred: '2025-11-01', party: `p${n}`, name: `p${n}` },
      ...{ kind: 'state', role: 'party' },
    }),
  },
]

/**
 * What recorders remember while services come and go on one data folder: every receipt that they
 * got, and every request that nobody answered, to be sent again with its key.
 */
export class Acknowledged {
  readonly #desks: readonly Desk[]
  readonly #ledgers = new Map<string, Ledger>()
  #unanswered: Sent[]
  #sent = 0

  /** @param desks those who record, in turn; by default one, for whom the negotiation is opened */
  constructor(desks?: readonly Desk[]) {
    this.#desks = desks ?? OPEN
    const opening = { ledger: () => 'talks', command: () => opened }
    this.#unanswered = desks === undefined ? [{ desk: opening, n: -1 }] : []
  }

  /** How many requests were acknowledged. */
  get count(): number {
    return this.#ledgers.values().reduce((sum, { revisions }) => sum + revisions.size, 0)
  }

  /** How many requests nobody answered so far. */
  get unanswered(): number {
    return this.#unanswered.length
  }

  /** Sends again what nobody answered; every request must be acknowledged now. */
  async sendAgain(service: Spawned): Promise<void> {
    const again = this.#unanswered
    this.#unanswered = []
    for (const sent of again) expect(await this.#send(service, sent)).toBe('acknowledged')
  }

  /** Sends a new request. A service that is gone, or says 503, leaves it unanswered. */
  next(service: Spawned): Promise<'acknowledged' | 'unanswered'> {
    const n = this.#sent++
    return this.#send(service, { desk: this.#desks[n % this.#desks.length] as Desk, n })
  }

  /** Remembers the receipt of an event, in a ledger that somebody with that key may read. */
  note(ledger: string, reader: string | undefined, { id, revision }: Recorded): void {
    const known = this.#ledgers.get(ledger) ?? { reader, revisions: new Map() }
    this.#ledgers.set(ledger, known)
    known.revisions.set(id, revision)
  }

  /** Holds each ledger to every receipt: there, once, in its place. */
  async expectAllThere({ url }: Spawned): Promise<void> {
    for (const [ledger, { reader, revisions }] of this.#ledgers) {
      const kept = await headers(url, ledger, reader)
      expect(kept.map(({ revision }) => revision)).toEqual(kept.keys().toArray())
      expect(new Set(kept.map(({ id }) => id)).size).toBe(kept.length)
      for (const [id, revision] of revisions) expect(kept[revision]?.id).toBe(id)
    }
  }

  /** Verifies the log of each ledger, whose reader must be given every body. */
  async verifyLogs({ url }: Spawned): Promise<void> {
    for (const [ledger, { reader }] of this.#ledgers) {
      const read = async (what: string) => {
        const path = `/v1/negotiations/${ledger}/log/${what}`
        return (await ask(new URL(path, url), authorized(reader))).body.trimEnd() as string
      }
      const verifier = new BundleVerifier({ key: readVkey(await read('vkey')) })
      for (const line of (await read('export')).split('\n')) verifier.next(Buffer.from(line))
      expect(verifier.end()).toMatchObject({ bodiless: 0 })
    }
  }

  async #send(service: Spawned, sent: Sent): Promise<'acknowledged' | 'unanswered'> {
    const { desk, n } = sent
    const ledger = desk.ledger(n)
    const path = desk.path?.(n) ?? `negotiations/${ledger}/events`
    const key = `request ${n}`
    try {
      const own = { 'content-type': 'application/json', 'idempotency-key': key }
      const answer = await ask(new URL(`/v1/${path}`, service.url), {
        ...{ method: 'POST', body: JSON.stringify(desk.command(n)) },
        headers: { ...own, ...authorized(desk.key).headers },
      })
      if (answer.status === 200 || answer.status === 201) {
        this.note(ledger, desk.reader, answer.body.events[0])
        return 'acknowledged'
      }
      const isToWait = answer.status === 503 && answer.headers.has('retry-after')
      if (!isToWait) throw new Error(JSON.stringify(answer.body))
    } catch (error) {
      // What fetch throws where the service is gone.
      if (!(error instanceof TypeError)) throw error
    }
    this.#unanswered.push(sent)
    return 'unanswered'
  }
}

/** The headers of a request with an access key, or without. */
export function authorized(key: string | undefined): { headers: Record<string, string> } {
  return { headers: key === undefined ? {} : { authorization: `Bearer ${key}` } }
}
