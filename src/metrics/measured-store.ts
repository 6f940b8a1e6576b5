import type { ClockWatch } from '../ledger/clock-watch.ts'
import type { EventStore, FedEvent, StoredEvent } from '../store/event-store.ts'
import { type Metrics, measure } from './metrics.ts'

/** A store that does what another does, measures it, and has the clock held against what it keeps. */
export class MeasuredStore implements EventStore {
  readonly maxBatchBytes: number
  readonly #store: EventStore
  readonly #metrics: Metrics
  /** The clock, in milliseconds. */
  readonly #now: () => number
  readonly #clock: Pick<ClockWatch, 'note'>

  constructor(
    store: EventStore,
    metrics: Metrics,
    now: () => number,
    clock: Pick<ClockWatch, 'note'>,
  ) {
    this.maxBatchBytes = store.maxBatchBytes
    this.#store = store
    this.#metrics = metrics
    this.#now = now
    this.#clock = clock
  }

  async append(
    ledger: string,
    expectedRevision: number,
    events: readonly StoredEvent[],
  ): Promise<number> {
    const begun = performance.now()
    const appending = this.#store.append(ledger, expectedRevision, events)
    const revision = await this.#timed('append', begun, appending)
    measure(() => {
      this.#metrics.appended.inc(events.length)
      this.#metrics.batches.observe(events.length)
      this.#recordedAt(ledger, events.at(-1))
    })
    return revision
  }

  head(ledger: string): Promise<number> {
    return this.#timed('head', performance.now(), this.#store.head(ledger))
  }

  find(ledger: string, id: string): Promise<StoredEvent | undefined> {
    return this.#timed('find', performance.now(), this.#store.find(ledger, id))
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
      measure(() => this.#observeLag(this.#recordedAt(ledger, page.at(-1)), begun))
      yield page
    }
  }

  feed(...given: Parameters<EventStore['feed']>): AsyncIterable<readonly FedEvent[]> {
    return this.#store.feed(...given)
  }

  ready(): Promise<void> {
    return this.#timed('ready', performance.now(), this.#store.ready())
  }

  close(): Promise<void> {
    return this.#store.close()
  }

  /** @param begun when the store was called: what it does at once counts too */
  async #timed<T>(operation: string, begun: number, act: Promise<T>): Promise<T> {
    let outcome = 'failed'
    try {
      const result = await act
      outcome = 'done'
      return result
    } finally {
      const seconds = (performance.now() - begun) / 1000
      measure(() => this.#metrics.store.observe({ operation, outcome }, seconds))
    }
  }

  /** Events recorded before anybody followed did not come late. Headers are not verified here. */
  #observeLag(recorded: number | undefined, begun: number): void {
    if (recorded === undefined || recorded < begun) return
    this.#metrics.lag.observe(Math.max(0, this.#now() - recorded) / 1000)
  }

  /** The time at which the last event of a page was recorded; undefined where it does not say. */
  #recordedAt(ledger: string, event: StoredEvent | undefined): number | undefined {
    const [, text = ''] = /"recordedAt":"([^"]*)"/.exec(event?.header ?? '') ?? []
    const recorded = Date.parse(text)
    if (Number.isNaN(recorded)) return undefined
    this.#clock.note(ledger, recorded)
    return recorded
  }
}
