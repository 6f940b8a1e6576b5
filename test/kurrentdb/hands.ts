import { randomUUID } from 'node:crypto'
import { availableParallelism, loadavg } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  binaryEvent,
  EventStoreDBClient,
  jsonEvent,
  type StreamMetadata,
} from '@eventstore/db-client'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import type { EventStore } from '../../src/store/event-store.ts'
import { openKurrentStore } from '../../src/store/kurrentdb/open.ts'
import { type Client, start, started } from '../http/running.ts'
import { inLongRun } from '../in-long-run.ts'
import { PATIENT } from '../patient.ts'
import { Load, untilTaken } from './load.ts'
import { scavenge } from './scavenge.ts'

/** The longest that two instances may disagree whether a ledger is sound: docs/kurrentdb.md. */
const LAG_MS = 15_000
/** The interval at which the services are asked. */
const ASKING_MS = 250
/**
 * How long the services let a call to the server take: on a busy machine calls that are given up and
 * made again are what it is busy with.
 */
const CALLS = { callMs: 60_000, probeMs: 60_000, patienceMs: PATIENT.timeout }
const credentials = { username: 'nobody', password: '' }

/**
 * What was done to a ledger's stream, the names that the damage may have, and whether clearing the
 * stream's metadata mends it.
 */
interface Deed {
  readonly name: string
  readonly kinds: readonly string[]
  readonly act: (ledger: string) => Promise<unknown>
  readonly mends: boolean
}

/**
 * What other hands do to the stream of a ledger while two services write it.
 *
 * @param server the mock knows no tombstones; only a server of the tests' own has chunks so small
 *   that a scavenge finds one that is complete.
 */
export function hands(url: string, server: 'mock' | 'given' | 'own'): void {
  const other = EventStoreDBClient.connectionString(url)
  const limit = (metadata: StreamMetadata) => (ledger: string) =>
    other.setStreamMetadata(ledger, metadata, { credentials })
  const foreign = (metadata: unknown) => (ledger: string) =>
    other.appendToStream(ledger, jsonEvent({ type: 'note', data: {}, metadata } as never), {
      credentials,
    })
  const flat = { header: '{}', salt: '', request: '' }
  /** The first deeds are limits that cut the stream at once. */
  const LIMITS = 3
  const deeds: Deed[] = [
    { name: 'a maximum count', kinds: ['retention'], act: limit({ maxCount: 2 }), mends: true },
    { name: 'a maximum age', kinds: ['retention'], act: limit({ maxAge: 3600 }), mends: true },
    { name: 'a truncation', kinds: ['retention'], act: limit({ truncateBefore: 3 }), mends: true },
    {
      name: 'a count not reached yet',
      kinds: ['retention'],
      act: limit({ maxCount: 1e6 }),
      mends: true,
    },
    // An append that was under way at the deletion leaves it looking like a truncation.
    {
      name: 'a deletion',
      kinds: ['deleted', 'retention'],
      act: (l) => other.deleteStream(l),
      mends: true,
    },
    { name: 'a foreign event', kinds: ['foreign'], act: foreign({ note: 'hello' }), mends: false },
    {
      name: 'a foreign event of the right shape',
      kinds: ['altered'],
      act: foreign(flat),
      mends: false,
    },
  ]
  /** Appends the first event of a ledger once more under another id, with a header made from its own. */
  const copied = (change: (header: string) => string) => async (ledger: string) => {
    for await (const { event } of other.readStream(ledger, { maxCount: 1 })) {
      const { type = '', data, metadata } = event ?? {}
      const { header, ...texts } = metadata as { header: string }
      const copy = { type, data, metadata: { ...texts, header: change(header) } }
      await other.appendToStream(ledger, jsonEvent(copy as never), { credentials })
    }
  }
  const elsewhere = (header: string) => header.replace('/n/', '/n/other-')
  deeds.push(
    { name: 'a copy of an event', kinds: ['altered'], act: copied((text) => text), mends: false },
    {
      name: 'an event of another ledger',
      kinds: ['altered'],
      act: copied(elsewhere),
      mends: false,
    },
    {
      name: 'an access list',
      kinds: ['sound'],
      act: limit({ acl: { metaWriteRoles: ['$admins'] } }),
      mends: true,
    },
  )
  /** Metadata that JSON.parse refuses and the server obeys. */
  const badJson = (ledger: string) => {
    const data = Buffer.from('{"$maxCount":2,}')
    return other.appendToStream(`$$${ledger}`, binaryEvent({ type: '$metadata', data }), {
      credentials,
    })
  }
  const tombstone = (ledger: string) => other.tombstoneStream(ledger)
  /** Removes a ledger's first events for good, and then what told the server to. */
  const scavenged = async (ledger: string) => {
    await limit({ maxCount: 2 })(ledger)
    const filling = Array.from({ length: 12 }, () => filler())
    for (const event of filling) await other.appendToStream('filler', event, { credentials })
    await scavenge(url)
    await limit({})(ledger)
  }
  if (server !== 'mock') {
    deeds.push(
      { name: 'a tombstone', kinds: ['deleted'], act: tombstone, mends: false },
      { name: 'a maximum count in bad JSON', kinds: ['retention'], act: badJson, mends: true },
    )
  }
  if (server === 'own') {
    deeds.push({ name: 'a scavenge', kinds: ['missing'], act: scavenged, mends: false })
  }

  describe('what other hands do to a ledger that two services write', () => {
    let services: Awaited<ReturnType<typeof start>>[] = []
    beforeAll(async () => {
      const own = async (store: EventStore) => {
        await store.close()
        return openKurrentStore(url, { timing: CALLS })
      }
      services = await Promise.all([1, 2].map(() => start({ LEDGER_STORE: url }, {}, own)))
    })
    afterAll(() => Promise.all(services.map((service) => service.dispose())))

    // One limit stands for all of them in the suite, where damage.ts has the others.
    const tried = deeds.slice(inLongRun(0, LIMITS))
    it.each(tried)('$name: both name it, and nothing acknowledged is gone', async (deed) => {
      const talks = `talks-${randomUUID()}`
      const load = await Load.on(services, 2, talks)
      await load.progress(12)
      const watch = new Disagreement(services, talks)
      // Where the test fails they are not to outlive the services.
      onTestFinished(async () => void (await Promise.allSettled([load.abandon(), watch.longest()])))
      await deed.act(`negotiation-${talks}`)
      const named = deed.kinds.map((kind) => [kind, kind])
      await expect.poll(() => verdicts(services, talks), PATIENT).toBeOneOf(named)
      if (deed.mends) {
        // The first brings a deleted stream back without its events, the second its events.
        for (const _ of [1, 2]) await limit({})(`negotiation-${talks}`)
        await expect.poll(() => verdicts(services, talks), PATIENT).toEqual(['sound', 'sound'])
        await load.progress(10)
        await load.end()
        await load.verify()
      } else await load.abandon()
      const longest = await watch.longest()
      if (isTimed()) expect(longest).toBeLessThan(LAG_MS)
    })

    it('leave the part before a foreign event, read and exported with a mark, and read elsewhere', async () => {
      const service = services[0] as Client
      const [talks, copy] = [`talks-${randomUUID()}`, `copy-${randomUUID()}`]
      const party = { type: 'party.listed', occurred: '2025-11-01', kind: 'state', role: 'party' }
      const written = await service.post(talks, [opened, { ...party, party: 'a', name: 'A' }])
      const { recordedAt } = written.body.events[1]
      await foreign({ note: 'hello' })(`negotiation-${talks}`)
      const path = `/v1/negotiations/${talks}`
      const damage = { ledger: `negotiation-${talks}`, kind: 'foreign', revision: 2 }
      const refused = async () => (await service.get(`${path}/parties`)).body.damage
      await expect.poll(refused, PATIENT).toEqual(damage)
      for (const moment of ['revision=1', `transactionTime=${recordedAt}`]) {
        const asOf = await service.get(`${path}/parties?${moment}`)
        expect(asOf.headers.get('ledger-damaged')).toBe('revision=2; kind=foreign')
        expect(asOf.body).toMatchObject({ asOf: { revision: 1 }, parties: [{ party: 'a' }] })
      }
      expect((await service.get(`${path}/events/1?revision=1`)).status).toBe(200)
      const later = new Date().toISOString()
      const now = await service.get(`${path}/parties?transactionTime=${later}`)
      expect(now.body.damage).toEqual(damage)

      const part = await service.get(`${path}/events?limit=2`)
      expect(part.headers.get('ledger-damaged')).toBe('revision=2; kind=foreign')
      expect(part.body.trimEnd().split('\n')).toHaveLength(2)
      const elsewhere = await started()
      const imported = await fetch(
        new URL(`/v1/negotiations/${copy}/import?form=raw&unsigned=accepted`, elsewhere.url),
        {
          method: 'POST',
          headers: { 'content-type': 'application/x-ndjson' },
          body: part.body,
        },
      )
      expect(imported.status, await imported.text()).toBe(201)
      const read = await elsewhere.get(`/v1/negotiations/${copy}/parties?minRevision=1`)
      expect(read.body.parties).toHaveLength(1)
    })
  })
}

/** How long the services take is judged in the long run, on a machine without other work. */
function isTimed(): boolean {
  return inLongRun(1, 0) === 1 && (loadavg()[0] as number) < availableParallelism() / 2
}

/** An event of half a megabyte. */
function filler() {
  return jsonEvent({ type: 'filler', data: { text: 'x'.repeat(500_000) } })
}

const opened = { type: 'negotiation.opened', occurred: '2025-11-01', title: 'Talks' }

/** What each service says of a ledger, by reading it and by writing to it: its damage or `sound`. */
async function verdicts(services: readonly Client[], talks: string): Promise<string[]> {
  return Promise.all(
    services.map(async (service) => {
      const path = `/v1/negotiations/${talks}/parties`
      const answers = await Promise.all([
        untilTaken(() => service.get(path)),
        untilTaken(() => service.post(talks, opened, {}, '?dryRun=true')),
      ])
      const kinds = answers.map(({ status, body }) => {
        return body.damage?.kind ?? (status < 500 ? 'sound' : body.code)
      })
      return kinds[0] === kinds[1] ? kinds[0] : kinds.join(' and ')
    }),
  )
}

/** Asks two services at once, again and again, whether a ledger is sound. */
class Disagreement {
  #longest = 0
  #ending = false
  readonly #ended: Promise<void>

  constructor(services: readonly Client[], talks: string) {
    this.#ended = this.#ask(services, `/v1/negotiations/${talks}/parties`)
  }

  /** The longest that they disagreed, in milliseconds. */
  async longest(): Promise<number> {
    this.#ending = true
    await this.#ended
    return this.#longest
  }

  async #ask(services: readonly Client[], path: string): Promise<void> {
    let since: number | undefined
    while (!this.#ending) {
      const answers = await Promise.all(services.map((service) => service.get(path)))
      const sound = answers.map(({ body }) => body.code !== 'ledger_damaged')
      if (sound[0] === sound[1]) since = undefined
      else {
        since ??= performance.now()
        this.#longest = Math.max(this.#longest, performance.now() - since)
      }
      await sleep(ASKING_MS)
    }
  }
}
