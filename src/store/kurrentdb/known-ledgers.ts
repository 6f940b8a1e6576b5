import type { KurrentHistory } from './history.ts'
import { type HeldLedger, KnownLedger } from './known-ledger.ts'

/** The most that is held. */
export interface Bounds {
  /** Over all ledgers: at 32 bytes an id, 64 MB. */
  readonly ids: number
  /** However short they are. */
  readonly ledgers: number
}

const BOUNDS: Bounds = { ids: 2_000_000, ledgers: 10_000 }

/**
 * The known ids of the ledgers in use. When another comes into use, those used least recently are
 * forgotten, to be read again when they are needed, until what is left is within bounds.
 */
export class KnownLedgers {
  readonly #history: KurrentHistory
  readonly #bounds: Bounds
  /** In the order of their last use. */
  readonly #known = new Map<string, KnownLedger>()
  /** Over all of them, so that nobody has to sum. */
  readonly #held: HeldLedger = { ids: 0 }
  /** True while somebody watches the server, and tells of what befalls a stream. */
  #watched = false

  constructor(history: KurrentHistory, bounds: Bounds = BOUNDS) {
    this.#history = history
    this.#bounds = bounds
  }

  of(ledger: string): KnownLedger {
    const known = this.#known.get(ledger) ?? this.#begin(ledger)
    if (!this.#watched) known.doubt()
    this.#known.delete(ledger)
    this.#known.set(ledger, known)
    return known
  }

  /** Something other than an append befell the ledger's stream. */
  doubt(ledger: string): void {
    this.#known.get(ledger)?.doubt()
  }

  /** From now on every doubt will be told; what happened before was not. */
  trust(): void {
    this.#doubtAll()
    this.#watched = true
  }

  /** Nobody tells of doubts: every use of a ledger looks at its beginning. */
  distrust(): void {
    this.#watched = false
    this.#doubtAll()
  }

  #doubtAll(): void {
    for (const known of this.#known.values()) known.doubt()
  }

  #begin(ledger: string): KnownLedger {
    for (const [other, known] of this.#known) {
      if (this.#held.ids <= this.#bounds.ids && this.#known.size < this.#bounds.ledgers) break
      if (known.busy) continue
      this.#known.delete(other)
      known.release()
    }
    return new KnownLedger(ledger, this.#history, this.#held)
  }
}
