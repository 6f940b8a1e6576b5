import { backoff, type Pause } from '../ledger/pause.ts'
import { liftedIn } from '../ledger/view.ts'
import {
  type EventStore,
  type FedEvent,
  type FedStoredEvent,
  LedgerDamaged,
  recordedAtOf,
} from '../store/event-store.ts'
import { Turns } from '../workers/turns.ts'
import type { Ask, IndexedTo, Known } from './ask.ts'
import type { CatalogueAsk, CataloguePage } from './index/catalogue.ts'
import type { Found } from './index/find.ts'
import type { Last } from './index/search-index.ts'
import { IndexThread, IndexUnavailable } from './index-thread.ts'
import { type ClearanceIn, Sights } from './sights.ts'

/** The most that is given to the index at once, so that what is asked meanwhile is soon answered. */
const CHUNK_EVENTS = 128
const CHUNK_CHARACTERS = 500_000

/**
 * The age that an event has, in milliseconds, before more are asked for: to take in many events at
 * once costs less than one by one. Where the index is behind by more, it waits for nothing.
 */
const GATHER_MS = 50

/** One question is answered at a time, those of the clients in turn; the others wait. */
const QUESTIONS = { atOnce: 1, maxWaiting: 64, maxWaitMs: 30_000 }

export interface SearchMeans {
  readonly store: EventStore
  /** The place at which the index is kept; what it holds can be had from the store again. */
  readonly file: string
  readonly pause: Pause
  /** The clock that events are recorded by, in UTC milliseconds. */
  readonly now: () => number
  /** Is told why the index ceased to follow, and which ledgers it could not read. */
  readonly report: (error: unknown) => void
}

/**
 * Full-text search and the catalogue, over all ledgers. Follows the feed of all ledgers into an
 * index that another thread has, from where it ended the last time; where the index is damaged or
 * not of this store, from the beginning.
 */
export class Search {
  readonly #means: SearchMeans
  readonly #thread: IndexThread
  readonly #sights: Sights
  readonly #turns = new Turns(QUESTIONS)
  readonly #ending = new AbortController()
  readonly #ended: Promise<void>
  #feeding = new AbortController()
  /** Resolves once the index is known to be of this store: nothing is answered from another's. */
  #opened = deferred()
  /**
   * The ledgers of which the index may lack what the store has, as far as the feed has told; undefined
   * as long as that may be any.
   */
  #behind: ReadonlySet<string> | undefined

  constructor(means: SearchMeans) {
    this.#means = means
    this.#thread = new IndexThread(means.file)
    this.#sights = new Sights({ ...means, thread: this.#thread })
    this.#ended = this.#follow()
  }

  /**
   * @param client for whom
   * @param signal takes the question back while it waits
   * @param clearanceIn the levels that the reader is cleared for in each ledger
   * @throws {IndexUnavailable}
   * @throws {TooBusy} too many questions wait, or this one has waited too long.
   */
  async find(
    ask: Ask,
    client?: string,
    signal?: AbortSignal,
    clearanceIn: ClearanceIn = () => new Set(),
  ): Promise<Known<Found>> {
    await this.#opened.promise
    const { sights, areAll } = await this.#sights.of(ask, clearanceIn)
    const call = () => this.#thread.call('find', { ask, sights })
    const { lacking, ...found } = await this.#asked(ask, call, client, signal)
    for (const ledger of lacking) this.#sights.forget(ledger)
    const complete = found.indexedTo.complete && areAll && lacking.length === 0
    return { ...found, indexedTo: { ...found.indexedTo, complete } }
  }

  /** Takes and throws what `find` does. */
  async catalogue(
    ask: CatalogueAsk,
    client?: string,
    signal?: AbortSignal,
  ): Promise<Known<CataloguePage>> {
    return this.#asked(ask, () => this.#thread.call('catalogue', ask), client, signal)
  }

  /** The names of all ledgers that the index knows of by now. @throws {IndexUnavailable} */
  async names(): Promise<readonly string[]> {
    await this.#opened.promise
    return this.#thread.call('names', undefined)
  }

  async close(): Promise<void> {
    this.#ending.abort()
    this.#feeding.abort()
    this.#opened.reject(new IndexUnavailable('the index is closed'))
    await this.#thread.close()
    await this.#ended
  }

  async #asked<T extends { readonly indexedTo: IndexedTo }>(
    { readable }: Pick<Ask, 'readable'>,
    call: () => Promise<T>,
    client = '',
    signal?: AbortSignal,
  ): Promise<Known<T>> {
    await this.#opened.promise
    const complete = this.#isComplete(readable)
    try {
      const found = await this.#turns.take(client, call, signal)
      return { ...found, indexedTo: { ...found.indexedTo, complete } }
    } catch (error) {
      if (error instanceof IndexUnavailable && error.startedOver) this.#feeding.abort()
      throw error
    }
  }

  /** Tells if nothing is behind that the reader may know of: other ledgers make no difference to them. */
  #isComplete(readable: readonly string[] | undefined): boolean {
    const behind = this.#behind
    if (behind === undefined || behind.size === 0) return behind !== undefined
    return readable !== undefined && !readable.some((ledger) => behind.has(ledger))
  }

  async #follow(): Promise<void> {
    const { signal } = this.#ending
    for (let failures = 0; !signal.aborted; failures++) {
      this.#feeding = new AbortController()
      let added = false
      try {
        for await (const _ of this.#feed(this.#feeding.signal)) added = true
      } catch (error) {
        if (!signal.aborted) this.#means.report(error)
      }
      if (added) failures = 0
      await this.#means.pause(backoff(failures), signal)
    }
  }

  /** Yields each time something was added. */
  async *#feed(signal: AbortSignal): AsyncGenerator<void> {
    this.#behind = undefined
    let after = await this.#open()
    try {
      for await (const page of this.#means.store.feed(after, signal, 'negotiation')) {
        this.#behind = stillBehind(this.#behind, page)
        for (const events of chunksOf(page)) {
          await this.#release(events[0])
          for (const { ledger, event } of events) {
            if (event?.type === 'entry.erased') this.#sights.forget(ledger)
          }
          for (const { ledger, damage } of await this.#thread.call('add', { after, events })) {
            this.#means.report(new LedgerDamaged(ledger, damage))
          }
          after = events.at(-1)?.position
          yield
        }
        await this.#gather(page.at(-1), signal)
      }
    } catch (error) {
      if (error instanceof RangeError) await this.#thread.call('reset', undefined)
      throw error
    }
  }

  /** Waits while others may be recorded just after the last event that was taken in. */
  async #gather(last: FedEvent | undefined, signal: AbortSignal): Promise<void> {
    const recordedAt = last?.event && recordedAtOf(last.event.header)
    if (recordedAt === undefined) return
    const rest = GATHER_MS - (this.#means.now() - recordedAt)
    if (rest > 0) await this.#means.pause(Math.min(rest, GATHER_MS), signal)
  }

  /** Writes a ledger again where an entry is released, up to that: the entry has a place of its own. */
  async #release(fed: FedEvent | undefined): Promise<void> {
    if (!isRelease(fed)) return
    const { ledger, event } = fed
    const { store } = this.#means
    const lifted = await liftedIn(store, ledger)
    let isFirst = true
    for await (const events of store.read(ledger, 0, event.revision)) {
      await this.#thread.call('rewrite', { ledger, events, levels: [], lifted, isFirst })
      isFirst = false
    }
  }

  async #open(): Promise<string | undefined> {
    try {
      const after = await this.#start()
      this.#opened.resolve()
      return after
    } catch (error) {
      this.#opened.reject(new IndexUnavailable((error as Error).message))
      this.#opened = deferred()
      throw error
    }
  }

  /** The position after which to go on; the index is emptied first where it is not of this store. */
  async #start(): Promise<string | undefined> {
    const last = await this.#thread.call('last', undefined)
    if (last === undefined) return undefined
    if (await this.#isOurs(last)) return last.position
    await this.#thread.call('reset', undefined)
    return undefined
  }

  async #isOurs({ ledger, id, header }: Last): Promise<boolean> {
    try {
      return (await this.#means.store.find(ledger, id))?.header === header
    } catch (error) {
      if (error instanceof LedgerDamaged) return false
      throw error
    }
  }
}

/** The ledgers behind once a page has come; an empty one says that all before it is there. */
function stillBehind(behind: ReadonlySet<string> | undefined, page: readonly FedEvent[]) {
  if (page.length === 0) return new Set<string>()
  return behind?.union(new Set(page.map(({ ledger }) => ledger)))
}

/** A promise whose rejection may go unheard. */
function deferred() {
  const made = Promise.withResolvers<void>()
  made.promise.catch(() => undefined)
  return made
}

function isRelease(fed: FedEvent | undefined): fed is FedStoredEvent {
  return fed?.event?.type === 'entry.released'
}

/** A release begins a chunk: all before it is written then. */
function* chunksOf(page: readonly FedEvent[]): Generator<FedEvent[]> {
  let chunk: FedEvent[] = []
  let characters = 0
  for (const fed of page) {
    if (isRelease(fed) && chunk.length > 0) {
      yield chunk
      chunk = []
      characters = 0
    }
    chunk.push(fed)
    characters += fed.event?.body.length ?? 0
    if (chunk.length < CHUNK_EVENTS && characters < CHUNK_CHARACTERS) continue
    yield chunk
    chunk = []
    characters = 0
  }
  if (chunk.length > 0) yield chunk
}
