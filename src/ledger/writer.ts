import type { Levels } from '../../projections/access/levels.ts'
import type { Rules } from '../decide/rules.ts'
import {
  EventIdTaken,
  type EventStore,
  LedgerDamaged,
  type StoredEvent,
  StoreUnavailable,
  WrongExpectedRevision,
} from '../store/event-store.ts'
import type { ServingThread } from '../workers/serving-thread.ts'
import { Batch } from './batch.ts'
import type { Clock } from './clock.ts'
import type { Random } from './event-ids.ts'
import type { FirstReading } from './first-reading.ts'
import { Head, LiftingUnknown } from './head.ts'
import type { LedgerLog } from './log/ledger-log.ts'
import { type Answer, receiptAnswerOf } from './receipt.ts'
import { refused, SHUTTING_DOWN } from './refused.ts'
import { type ReadRequest, readRequest, type WriteRequest } from './request.ts'
import type { RequestDigests } from './request-digests.ts'
import { firstTime } from './retry.ts'
import { rulesOf } from './rules-of.ts'
import { liftedIn, lifts } from './view.ts'
import { WRITER_BYTES, WRITER_EVENT_BYTES } from './weights.ts'

export interface WriterMeans {
  readonly store: EventStore
  readonly clock: Clock
  readonly random: Random
  /** Tells a retry from another request. */
  readonly requests: RequestDigests
  /** The origin of a ledger that has no events yet; others keep that of their first. */
  readonly origin: (ledger: string) => string
  /** Signs what was appended before anyone is answered; undefined where nothing is signed. */
  readonly log?: LedgerLog | undefined
  readonly thread: ServingThread
  /** Is given what the writer reads of the ledger. */
  readonly reading?: FirstReading | undefined
  /**
   * Is called before the first entry of a negotiation is stored, with the principal that opens it and
   * its levels.
   *
   * @throws {Refused} it may not be opened.
   */
  readonly opening?: ((ledger: string, actor: string, levels: Levels) => Promise<void>) | undefined
}

/** The times in a row that another writer may get in before the client is asked to come back. */
const MAX_CONFLICTS = 20

interface Waiting {
  readonly request: ReadRequest
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: unknown) => void
}

/** The answer to a request once the batch that it was decided in is stored. */
type Settle = () => void

/**
 * The one writer of a ledger. It takes all waiting requests, decides them in order against the
 * ledger and each other, and appends them as one batch; a request is never split. Nobody is
 * answered, not even with a refusal, until what the answer rests on is stored and signed.
 */
export class Writer {
  readonly #ledger: string
  readonly #means: WriterMeans
  readonly #rules: Rules
  readonly #waiting: Waiting[] = []
  #head: Head
  /** The last revision that a head knew which is read again for the sake of a release or an erasure. */
  #acknowledged = -1
  /** True if what the head knows may not be what is stored. */
  #doubtful = false
  /** True if the store may hold what the head does not know of. */
  #behind = true
  #closing = false
  #working: Promise<void> | undefined

  constructor(ledger: string, means: WriterMeans) {
    this.#ledger = ledger
    this.#means = means
    this.#rules = rulesOf(ledger)
    this.#head = new Head(ledger, means.log)
  }

  /** The last revision known to be stored; -1 where none is. */
  get revision(): number {
    return Math.max(this.#head.revision, this.#acknowledged)
  }

  /** About how many bytes of memory it takes. */
  get bytes(): number {
    return WRITER_BYTES + (this.#head.revision + 1) * WRITER_EVENT_BYTES
  }

  get idle(): boolean {
    return this.#working === undefined
  }

  /** Reads all of the ledger again before the next request is decided. */
  readAgain(): void {
    this.#doubtful = true
    this.#behind = true
  }

  /**
   * Records a request, all of it or nothing.
   *
   * @throws {Refused} with all that is wrong with it.
   * @throws {StoreUnavailable} it may or may not have been recorded; a retry with the same
   *   Idempotency-Key, or the same ids, finds out.
   * @throws {LedgerDamaged} what is stored cannot be decided on.
   * @throws {LogRolledBack} what is stored does not continue what was signed.
   */
  async write(request: WriteRequest): Promise<Answer> {
    const read = readRequest(request, this.#rules)
    if (this.#closing) throw refused('shutting_down', SHUTTING_DOWN)
    const { promise, resolve, reject } = Promise.withResolvers<Answer>()
    this.#waiting.push({ request: read, resolve, reject })
    this.#working ??= this.#work()
    return promise
  }

  /**
   * Keeps requests waiting while `work` writes the ledger by itself. Other instances of the service
   * are not kept.
   *
   * @throws {Refused} `shutting_down`.
   */
  async alone<T>(work: () => Promise<T>): Promise<T> {
    while (this.#working !== undefined) await this.#working
    if (this.#closing) throw refused('shutting_down', SHUTTING_DOWN)
    const done = Promise.withResolvers<void>()
    this.#working = done.promise
    try {
      return await work()
    } finally {
      this.#behind = true
      this.#working = this.#waiting.length > 0 ? this.#work() : undefined
      done.resolve()
    }
  }

  /** Finishes what was accepted and takes nothing new. */
  async close(): Promise<void> {
    this.#closing = true
    while (this.#working !== undefined) await this.#working
  }

  async #work(): Promise<void> {
    while (this.#waiting.length > 0) {
      let taken = this.#waiting.length
      try {
        await this.#catchUp()
        for (let conflicts = 0; ; conflicts++) {
          const { batch, settles } = await this.#decide()
          taken = settles.length
          if (await this.#store(batch)) {
            await this.#means.log?.publish()
            for (const settle of settles) settle()
            break
          }
          if (conflicts === MAX_CONFLICTS) {
            throw new StoreUnavailable(`${this.#ledger} is being written by others all the time`)
          }
          taken = this.#waiting.length
          await this.#catchUp()
        }
        this.#waiting.splice(0, taken)
      } catch (error) {
        this.#behind = true
        for (const { reject } of this.#waiting.splice(0, taken)) reject(error)
      }
    }
    this.#working = undefined
  }

  /** Yields at least once, so that requests of the same turn share a batch. */
  async #catchUp(): Promise<void> {
    await undefined
    if (!this.#behind) return
    if (this.#doubtful) this.#head = new Head(this.#ledger, this.#means.log)
    this.#doubtful = false
    await this.#readOn()
    await this.#means.log?.check()
    this.#behind = false
  }

  /** Reads what is stored; all of it again where an entry was released or erased meanwhile. */
  async #readOn(): Promise<void> {
    try {
      await this.#head.catchUp(this.#means)
    } catch (error) {
      if (!(error instanceof LiftingUnknown)) throw error
      const lifted = await liftedIn(this.#means.store, this.#ledger)
      this.#head = new Head(this.#ledger, this.#means.log, lifted)
      await this.#readOn()
    }
  }

  /** Decides the waiting requests, in order, as many as fit in one append. */
  async #decide(): Promise<{ batch: Batch; settles: Settle[] }> {
    const { store, clock, random, requests, origin } = this.#means
    const batch = new Batch(this.#head, {
      origin: this.#head.origin ?? origin(this.#ledger),
      clock,
      random,
      requests,
      maxBytes: store.maxBatchBytes,
    })
    const settles: Settle[] = []
    for (const { request, resolve, reject } of this.#waiting) {
      try {
        const answer = await this.#answer(request, batch)
        if (answer === 'full') break
        settles.push(() => resolve(answer))
      } catch (error) {
        settles.push(() => reject(error))
      }
    }
    return { batch, settles }
  }

  async #answer(request: ReadRequest, batch: Batch): Promise<Answer | 'full'> {
    const ids = batch.idsOf(request)
    const dryRun = request.dryRun === true
    if (request.opens !== true && ids.some((id) => batch.holds(id))) {
      const found = await Promise.all(ids.map((id) => this.#find(id, batch)))
      const isKnown = ({ id }: StoredEvent) => batch.holds(id, request.clearance)
      const stored = firstTime(request, ids, found, { digests: this.#means.requests, isKnown })
      return receiptAnswerOf(this.#ledger, stored, { replayed: true, dryRun })
    }
    const decided = await this.#means.thread.piece(this.#ledger, () => batch.take(request, ids))
    return decided === 'full'
      ? decided
      : receiptAnswerOf(this.#ledger, decided, { replayed: false, dryRun })
  }

  async #find(id: string, batch: Batch): Promise<StoredEvent | undefined> {
    if (!batch.holds(id)) return undefined
    const stored =
      batch.events.find((event) => event.id === id) ??
      (await this.#means.store.find(this.#ledger, id))
    if (stored !== undefined) return stored
    const message = `the event ${id}, which is in the ledger, is not found`
    throw new LedgerDamaged(this.#ledger, { kind: 'missing', message })
  }

  /** @returns whether the batch is stored, and the head it was decided on was the ledger's. */
  async #store(batch: Batch): Promise<boolean> {
    let isStored = false
    try {
      isStored = await this.#isAppended(batch)
    } finally {
      if (isStored) batch.keep()
      else batch.takeBack()
    }
    if (isStored) this.#head.advance(batch.events)
    if (isStored && batch.events.some(lifts)) {
      this.#acknowledged = this.#head.revision
      this.readAgain()
    }
    return isStored
  }

  async #isAppended(batch: Batch): Promise<boolean> {
    const { store } = this.#means
    if (batch.events.length === 0) {
      this.#behind = (await store.head(this.#ledger)) > this.#head.revision
      return !this.#behind
    }
    try {
      const { opener } = batch
      if (opener !== undefined) await this.#means.opening?.(this.#ledger, opener, batch.levels)
      await this.#append(batch)
      return true
    } catch (error) {
      if (!(error instanceof WrongExpectedRevision || error instanceof EventIdTaken)) throw error
      this.#behind = true
      return false
    }
  }

  /** Sends the very same batch once more, if the outcome of an append is unknown. */
  async #append({ expected, events }: Batch): Promise<void> {
    const { store } = this.#means
    try {
      await store.append(this.#ledger, expected, events)
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error
      await store.append(this.#ledger, expected, events)
    }
  }
}
