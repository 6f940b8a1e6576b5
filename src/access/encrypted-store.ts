import { randomBytes } from 'node:crypto'
import { isLevelled, targetOf } from '../ledger/view.ts'
import {
  type EventStore,
  type FedEvent,
  LedgerDamaged,
  type StoredEvent,
  StoreUnavailable,
} from '../store/event-store.ts'
import { decryptEvent, encryptEvent, KEY_BYTES } from './entry-cipher.ts'
import type { EntryKeys, Erasures, NewEntryKey } from './secrets/secrets-store.ts'

/** All that is asked of the keys of entries while these are stored and read. */
type StoreKeys = EntryKeys & Pick<Erasures, 'destroyEntryKeys'>

/**
 * A store whose entries above `public` are kept as ciphertext, each under a key of its own that is
 * kept elsewhere. An entry whose key is not there any more has neither body nor salt. Who appends an
 * erasure hears that it is stored once the key of the entry is destroyed.
 */
export class EncryptedStore implements EventStore {
  readonly maxBatchBytes: number
  readonly #store: EventStore
  readonly #keys: () => Promise<StoreKeys>
  readonly #onPlan: () => void
  /** The ciphertext of each event: an append that is sent once more sends the same. */
  readonly #encrypted = new WeakMap<StoredEvent, StoredEvent>()

  /**
   * @param keys is called for entries above `public` alone
   * @param onPlan is called when a release was planned, or made
   */
  constructor(store: EventStore, keys: () => Promise<StoreKeys>, onPlan = () => {}) {
    this.maxBatchBytes = store.maxBatchBytes
    this.#store = store
    this.#keys = keys
    this.#onPlan = onPlan
  }

  async append(
    ledger: string,
    expectedRevision: number,
    events: readonly StoredEvent[],
  ): Promise<number> {
    if (!events.some(concernsKeys)) return this.#store.append(ledger, expectedRevision, events)
    const kept = await this.#encrypt(ledger, events)
    const head = await this.#store.append(ledger, expectedRevision, kept)
    if (events.some((event) => isLevelled(event) || event.type === 'entry.released')) this.#onPlan()
    const erased = events.filter(({ type }) => type === 'entry.erased').map(targetOf)
    if (erased.length > 0) await this.#asked((keys) => keys.destroyEntryKeys(ledger, erased))
    return head
  }

  head(ledger: string): Promise<number> {
    return this.#store.head(ledger)
  }

  async find(ledger: string, id: string): Promise<StoredEvent | undefined> {
    const found = await this.#store.find(ledger, id)
    return found && (await this.#decrypt(ledger, [found]))[0]
  }

  async *read(ledger: string, from: number, until?: number) {
    for await (const page of this.#store.read(ledger, from, until)) {
      yield await this.#decrypt(ledger, page)
    }
  }

  async *subscribe(ledger: string, after: number, signal: AbortSignal) {
    for await (const page of this.#store.subscribe(ledger, after, signal)) {
      yield page.some(isLevelled) ? await this.#decrypt(ledger, page) : page
    }
  }

  async *feed(...given: Parameters<EventStore['feed']>): AsyncGenerator<readonly FedEvent[]> {
    for await (const page of this.#store.feed(...given)) {
      const isOpen = page.every(({ event }) => event === undefined || !isLevelled(event))
      yield isOpen ? page : await Promise.all(page.map((fed) => this.#fed(fed)))
    }
  }

  ready(): Promise<void> {
    return this.#store.ready()
  }

  close(): Promise<void> {
    return this.#store.close()
  }

  async #fed(fed: FedEvent): Promise<FedEvent> {
    const { position, ledger, event } = fed
    if (event === undefined || !isLevelled(event)) return fed
    try {
      const [decrypted] = await this.#decrypt(ledger, [event])
      return { position, ledger, event: decrypted as StoredEvent }
    } catch (error) {
      if (error instanceof LedgerDamaged) return { position, ledger, damage: error.damage }
      throw error
    }
  }

  async #encrypt(ledger: string, events: readonly StoredEvent[]): Promise<readonly StoredEvent[]> {
    const hidden = events.filter((event) => isLevelled(event) && !this.#encrypted.has(event))
    if (hidden.length > 0) {
      const fresh = hidden.map((event) => [event.id, newKeyOf(event)] as const)
      const keys = await this.#asked((kept) => kept.addEntryKeys(ledger, new Map(fresh)))
      for (const event of hidden) {
        this.#encrypted.set(event, encryptEvent(event, keys.get(event.id) as Uint8Array))
      }
    }
    return events.map((event) => this.#encrypted.get(event) ?? event)
  }

  /** @throws {LedgerDamaged} the ciphertext of an event is not the one that was made. */
  async #decrypt(ledger: string, page: readonly StoredEvent[]): Promise<readonly StoredEvent[]> {
    const hidden = page.filter(isLevelled)
    if (hidden.length === 0) return page
    const keys = await this.#asked((kept) =>
      kept.entryKeys(
        ledger,
        hidden.map(({ id }) => id),
      ),
    )
    return page.map((event) => {
      if (!isLevelled(event)) return event
      const key = keys.get(event.id)
      if (key === undefined) return { ...event, salt: '', body: '', request: '' }
      const decrypted = decryptEvent(event, key)
      if (decrypted !== undefined) return decrypted
      const { revision } = event
      const message = `revision ${revision} is not what was encrypted`
      throw new LedgerDamaged(ledger, { kind: 'altered', revision, message })
    })
  }

  /** @throws {StoreUnavailable} the keys cannot be had. */
  async #asked<T>(ask: (keys: StoreKeys) => Promise<T>): Promise<T> {
    try {
      return await ask(await this.#keys())
    } catch (error) {
      if (error instanceof StoreUnavailable) throw error
      const message = `the keys of entries cannot be had: ${(error as Error).message}`
      throw new StoreUnavailable(message, { cause: error })
    }
  }
}

/** Tells if a key is made, used or destroyed for an event. */
function concernsKeys(event: StoredEvent): boolean {
  return isLevelled(event) || event.type === 'entry.released' || event.type === 'entry.erased'
}

function newKeyOf({ body }: StoredEvent): NewEntryKey {
  const { releaseAt } = JSON.parse(body) as { readonly releaseAt?: string }
  return {
    key: randomBytes(KEY_BYTES),
    releaseAt: releaseAt === undefined ? undefined : Date.parse(releaseAt),
  }
}

/** The keys of a service that has none. */
export const NO_KEYS: StoreKeys = {
  destroyEntryKeys: async () => undefined,
  addEntryKeys: async () => new Map(),
  entryKeys: async () => new Map(),
  plannedReleases: async () => [],
  releaseDone: async () => undefined,
}
