import type { LedgerEvent, WithheldEvent } from '../../../events/registry.ts'
import { Projections } from '../../../projections/registry.ts'
import type { AsOf } from '../../../projections/time/standing-fact.ts'
import { LatestAnswers } from './latest-answers.ts'
import type { Ledger } from './ledger.ts'
import { areasOf } from './reading-areas.ts'
import { type ParamsOf, type ReadingName, type ReplyOf, readings } from './readings.ts'

/** Answers kept, so that going one step on compares with what was shown and not with a new fold. */
const KEPT = 160

/** A ledger folded in the page, by the code with which the service folds it. */
export class LocalLedger implements Ledger {
  readonly isLocal = true
  readonly negotiation: string
  readonly #projections = new Projections()
  readonly #kept = new LatestAnswers<unknown>(KEPT)

  constructor(negotiation: string) {
    this.negotiation = negotiation
  }

  get head(): number {
    return this.#projections.history.revision
  }

  take(event: LedgerEvent | WithheldEvent): void {
    if (event.revision !== this.head + 1) return
    this.#projections.apply(event)
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
    const key = JSON.stringify([name, params, this.#stretchOf(name, params, asOf)])
    const fold = readings[name].fold as (...of: unknown[]) => ReplyOf<N> | undefined
    const reply = this.#kept.get(key, () => fold(this.#projections, asOf, params))
    // What compares texts had not come yet: whoever asks again is answered at once, or it comes again.
    if (reply instanceof Promise) void reply.catch(() => undefined).then(() => this.#kept.drop(key))
    return reply as ReplyOf<N> | undefined
  }

  /** Names the stretch of both axes within which an answer is the same: the moment where none is known. */
  #stretchOf<N extends ReadingName>(name: N, params: ParamsOf<N>, asOf: AsOf): string | AsOf {
    const areas = areasOf(name, this.#projections)
    if (areas !== undefined) return this.#projections.stretches.nameAt(areas, asOf)
    if (name !== 'convergence') return { ...asOf }
    return this.#projections.stances.stretchOf((params as ParamsOf<'convergence'>).subject, asOf)
  }
}
