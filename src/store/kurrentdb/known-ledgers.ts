import type { History } from './history.ts'
import { KnownLedger } from './known-ledger.ts'

/** The most ids that are held over all ledgers: at 32 bytes an id, 64 MB. */
const MAX_IDS = 2_000_000
/** The most ledgers that are held, however short. */
const MAX_LEDGERS = 10_000

/** What is known of the ledgers in use; those used least recently are forgotten and read again. */
export class KnownLedgers {
  readonly #history: History
  /** In the order of their last use. */
  readonly #known = new Map<string, KnownLedger>()

  constructor(history: History) {
    this.#history = history
  }

  of(ledger: string): KnownLedger {
    const known = this.#known.get(ledger) ?? new KnownLedger(ledger, this.#history)
    this.#known.delete(ledger)
    this.#known.set(ledger, known)
    return known
  }

  /** Forgets ledgers until what is left is within bounds. */
  sweep(): void {
    let ids = 0
    for (const { head } of this.#known.values()) ids += head + 1
    for (const [ledger, known] of this.#known) {
      if (ids <= MAX_IDS && this.#known.size <= MAX_LEDGERS) return
      if (known.busy) continue
      this.#known.delete(ledger)
      ids -= known.head + 1
    }
  }
}
