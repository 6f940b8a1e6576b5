import type { EventStore, FedEvent, StoredEvent } from '../store/event-store.ts'
import { type Metrics, measure } from './metrics.ts'

/** A store that does what another does, and measures it. */
export class MeasuredStore implements EventStore {
  readonly #store: EventStore
  readonly #metrics: Metrics
  /** The clock, in milliseconds. */
  readonly #now: () => number

  constructor(store: EventStore, metrics: Metrics, now: () => number) {
    this.#store = store
    this.#metrics = metrics
    this.#now = now
  }

  get maxBatchBytes(): number {
    return this.#store.maxBatchBytes
  }

  async append(
    ledger: string,
    expectedRevision: number,
    events: readonly StoredEvent[],
  ): Promise<number> {
    const append = () => this.#store.append(ledger, expectedRevision, events)
    const revision = await this.#timed('append', append)
    measure(() => {
      this.#metrics.appended.inc(events.length)
      this.#metrics.batches.observe(events.length)
    })
    return revision
  }

  head(ledger: string): Promise<number> {
    return this.#timed('head', () => this.#store.head(ledger))
  }

  find(ledger: string, id: string): Promise<StoredEvent | undefined> {
    return this.#timed('find', () => this.#store.find(ledger, id))
  }

  read(ledger: string, from: number, until?: number): AsyncIterable<readonly StoredEvent[]> {
    return this.#store.read(ledger, from, until)
  }

  async *subscribe(
    ledger: string,
    after: number,
    signal: AbortSignal,
  ): AsyncIterable<readonly StoredEvent[]> {
    const begun = this.#now()
    for await (const page of this.#store.subscribe(ledger, after, signal)) {
      measure(() => this.#observeLag(page.at(-1), begun))
      yield page
    }
  }

  feed(position: string | undefined, signal: AbortSignal): AsyncIterable<readonly FedEvent[]> {
    return this.#store.feed(position, signal)
  }

  ready(): Promise<void> {
    return this.#timed('ready', () => this.#store.ready())
  }

  close(): Promise<void> {
    return this.#store.close()
  }

  async #timed<T>(operation: string, act: () => Promise<T>): Promise<T> {
    const begun = performance.now()
    let outcome = 'failed'
    try {
      const result = await act()
      outcome = 'done'
      return result
    } finally {
      const seconds = (performance.now() - begun) / 1000
      measure(() => this.#metrics.store.observe({ operation, outcome }, seconds))
    }
  }

  /** What was recorded before anybody followed did not come late. Headers are not verified here. */
  #observeLag(event: StoredEvent | undefined, begun: number): void {
    if (event === undefined) return
    const recorded = Date.parse(JSON.parse(event.header)?.recordedAt)
    if (!(recorded >= begun)) return
    this.#metrics.lag.observe(Math.max(0, this.#now() - recorded) / 1000)
  }
}
