import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'vitest'
import type { Client } from '../http/running.ts'

/** How long a client waits before it sends again what was not taken, in milliseconds. */
const AGAIN_MS = 200
/**
 * How long a client rests after what was acknowledged, in milliseconds: others write in between, and
 * no ledger grows long while a test waits.
 */
const REST_MS = 40

/**
 * Asks again for as long as the answer is to come back later: the service is catching up, or the load
 * of the other service is ahead of each try on a busy machine.
 */
export async function untilTaken(ask: () => ReturnType<Client['get']>): ReturnType<Client['get']> {
  for (;;) {
    const answer = await ask()
    if (answer.status !== 503) return answer
    await sleep(AGAIN_MS)
  }
}

/** Clients that record parties in one negotiation, each sent again until it is acknowledged. */
export class Load {
  readonly #services: readonly Client[]
  readonly #negotiation: string
  readonly #clients: Promise<void>[]
  readonly acknowledged = new Map<string, { id: string; revision: number }>()
  /** How often the answer was a 503. */
  unavailable = 0
  /** How often the answer was that the ledger is damaged. */
  damaged = 0
  #ending = false
  #abandoned = false
  #next = 0

  /** Opens the negotiation, and starts so many clients at each of the services. */
  static async on(services: readonly Client[], clients: number, negotiation: string) {
    const opened = { type: 'negotiation.opened', occurred: '2025-11-01', title: 'Talks' }
    const answer = await services[0]!.post(negotiation, opened, { 'idempotency-key': 'open' })
    expect(answer.status).toBe(201)
    return new Load(services, clients, negotiation)
  }

  private constructor(services: readonly Client[], clients: number, negotiation: string) {
    this.#services = services
    this.#negotiation = negotiation
    this.#clients = services.flatMap((service) =>
      Array.from({ length: clients }, () => this.#work(service)),
    )
  }

  /** Resolves once so many more requests have been acknowledged. */
  async progress(more: number): Promise<void> {
    const target = this.acknowledged.size + more
    const broken = Promise.all(this.#clients)
    while (this.acknowledged.size < target) await Promise.race([broken, sleep(20)])
  }

  /** Has every client finish what it sent. */
  async end(): Promise<void> {
    this.#ending = true
    await Promise.all(this.#clients)
  }

  /** Has every client of a damaged ledger leave what it sent. */
  async abandon(): Promise<void> {
    this.#abandoned = true
    await this.end()
  }

  /** Holds what each service shows to what was acknowledged: all of it, once, at its revision. */
  async verify(): Promise<void> {
    const last = Math.max(...[...this.acknowledged.values()].map(({ revision }) => revision))
    for (const service of this.#services) {
      const path = `/v1/negotiations/${this.#negotiation}`
      const { status, body } = await untilTaken(() => service.get(`${path}?minRevision=${last}`))
      expect(status, JSON.stringify(body)).toBe(200)
      const lines = String((await service.get(`${path}/events`)).body)
        .trimEnd()
        .split('\n')
      const headers = lines.map((line) => JSON.parse(JSON.parse(line).header))
      expect(headers.map(({ revision }) => revision)).toEqual(headers.map((_, index) => index))
      for (const { id, revision } of this.acknowledged.values()) {
        expect(headers[revision]?.id).toBe(id)
      }
      expect(headers).toHaveLength(this.acknowledged.size + 1)
    }
  }

  async #work(service: Client): Promise<void> {
    while (!this.#ending) {
      const party = `p${this.#next++}`
      const command = {
        type: 'party.listed',
        occurred: '2025-11-01',
        party,
        name: party,
        kind: 'state',
        role: 'party',
      }
      await this.#send(service, party, command)
      await sleep(REST_MS)
    }
  }

  async #send(service: Client, key: string, command: object): Promise<void> {
    for (;;) {
      const answer = await service.post(this.#negotiation, command, { 'idempotency-key': key })
      if (answer.status === 503) {
        expect(answer.headers.get('retry-after')).toMatch(/^\d+$/)
        this.unavailable++
        await sleep(AGAIN_MS)
        continue
      }
      if (answer.body.code === 'ledger_damaged') {
        this.damaged++
        if (this.#abandoned) return
        await sleep(AGAIN_MS)
        continue
      }
      expect([200, 201], JSON.stringify(answer.body)).toContain(answer.status)
      this.acknowledged.set(key, answer.body.events[0])
      return
    }
  }
}
