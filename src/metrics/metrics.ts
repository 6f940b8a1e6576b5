import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Ledgers } from '../ledger/ledgers.ts'
import type { LiveProjections } from '../ledger/live-means.ts'

/** Of the process: memory, processor, event loop, garbage; made once, since it is one. */
let ofProcess: Registry | undefined

function processMetrics(): Registry {
  if (ofProcess === undefined) {
    ofProcess = new Registry()
    collectDefaultMetrics({ register: ofProcess })
  }
  return ofProcess
}

/** Takes a measure. One that cannot be taken is left out: it must not fail what is measured. */
export function measure(take: () => void): void {
  try {
    take()
  } catch {}
}

/** The figures of one service, for Prometheus. docs/operate.md explains each. */
export class Metrics {
  readonly #registry = new Registry()
  readonly #own = { registers: [this.#registry] }

  readonly requests = new Histogram({
    ...this.#own,
    name: 'ledger_http_request_seconds',
    help: 'Time from the first byte of a request to the last of its reply',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  })
  readonly streams = new Gauge({
    ...this.#own,
    name: 'ledger_http_streams',
    help: 'Streams of events that are being read',
  })
  readonly appended = new Counter({
    ...this.#own,
    name: 'ledger_appended_events_total',
    help: 'Events appended, and acknowledged by the store',
  })
  readonly batches = new Histogram({
    ...this.#own,
    name: 'ledger_append_batch_events',
    help: 'Events that went to the store in one append',
    buckets: [1, 2, 5, 10, 20, 50, 100, 200, 500],
  })
  readonly store = new Histogram({
    ...this.#own,
    name: 'ledger_store_seconds',
    help: 'Time that the store took',
    labelNames: ['operation', 'outcome'] as const,
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  })
  readonly timestamps = new Counter({
    ...this.#own,
    name: 'ledger_timestamp_requests_total',
    help: 'Timestamps that the authority was asked for',
    labelNames: ['outcome'] as const,
  })
  readonly lag = new Histogram({
    ...this.#own,
    name: 'ledger_live_lag_seconds',
    help: 'Time from the recording of an event to its arrival at who follows its ledger',
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  })

  /** @param kept the ledgers that are ready, asked whenever the figures are */
  tellKept(kept: Pick<Ledgers<LiveProjections>, 'open' | 'bytes' | 'putAside'>): void {
    new Gauge({
      ...this.#own,
      name: 'ledger_open_ledgers',
      help: 'Ledgers whose projections are kept ready',
      collect() {
        this.set(kept.open.length)
      },
    })
    new Gauge({
      ...this.#own,
      name: 'ledger_kept_bytes',
      help: 'Memory that the ledgers take which are kept ready, as it is estimated',
      collect() {
        this.set(kept.bytes)
      },
    })
    new Counter({
      ...this.#own,
      name: 'ledger_put_aside_total',
      help: 'Times that a ledger was put aside, to be read again when it is asked for',
      collect() {
        this.reset()
        this.inc(kept.putAside)
      },
    })
  }

  /** @param behind how far the clock is behind what is recorded, in seconds, whenever that is asked */
  tellClock(behind: () => number): void {
    new Gauge({
      ...this.#own,
      name: 'ledger_clock_behind_seconds',
      help: 'How far the clock is behind the latest recording time of any ledger in use',
      collect() {
        this.set(behind())
      },
    })
  }

  /** The names of all metrics, but those of the process. */
  get names(): string[] {
    return this.#registry.getMetricsAsArray().map(({ name }) => name)
  }

  /** All of them in the text format of Prometheus. */
  async text(): Promise<{ readonly type: string; readonly text: string }> {
    const texts = await Promise.all([this.#registry.metrics(), processMetrics().metrics()])
    return { type: this.#registry.contentType, text: texts.join('\n') }
  }
}
