import type { LedgerEvent, WithheldEvent } from '../../../events/registry.ts'
import { Projections } from '../../../projections/registry.ts'
import type { AsOf } from '../../../projections/time/standing-fact.ts'
import type { Ledger } from './ledger.ts'
import { type ParamsOf, type ReadingName, type ReplyOf, readings } from './readings.ts'

/** Answers kept, so that going one step on compares with what was shown and not with a new fold. */
const KEPT = 48

/** A ledger folded in the page, by the code with which the service folds it. */
export class LocalLedger implements Ledger {
  readonly isLocal = true
  readonly negotiation: string
  readonly #projections = new Projections()
  readonly #kept = new Map<string, unknown>()

  constructor(negotiation: string) {
    this.negotiation = negotiation
  }

  get head(): number {
    return this.#projections.history.revision
  }

  take(event: LedgerEvent | WithheldEvent): void {
    if (event.revision === this.head + 1) this.#projections.apply(event)
  }

  recordedAt(revision: number): number {
    return Date.parse(this.#projections.entries.recorded(revision)?.recordedAt ?? '')
  }

  recordedBy(time: number): number {
    let [low, high] = [0, this.head + 1]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.recordedAt(middle) <= time) low = middle + 1
      else high = middle
    }
    return low - 1
  }

  read<N extends ReadingName>(name: N, params: ParamsOf<N>, asOf: AsOf): ReplyOf<N> | undefined {
    const key = JSON.stringify([name, params, asOf.revision, asOf.validTime])
    if (this.#kept.has(key)) return this.#kept.get(key) as ReplyOf<N> | undefined
    const fold = readings[name].fold as (...of: unknown[]) => ReplyOf<N> | undefined
    const reply = fold(this.#projections, asOf, params)
    this.#kept.set(key, reply)
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= KEPT) break
      this.#kept.delete(oldest)
    }
    return reply
  }
}
