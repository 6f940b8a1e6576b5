import { type Damage, LedgerDamaged } from '../store/event-store.ts'

/** The ledgers that were found damaged since the service started, for whoever looks after it. */
export class Damages {
  readonly #found = new Map<string, Damage>()

  /** By ledger, in the order in which they were found. */
  get found(): ReadonlyMap<string, Damage> {
    return this.#found
  }

  /** Takes down an error if it says that a ledger is damaged. */
  note(error: unknown): void {
    if (error instanceof LedgerDamaged) this.#found.set(error.ledger, error.damage)
  }

  /** Forgets a ledger, which was read whole. */
  clear(ledger: string): void {
    this.#found.delete(ledger)
  }
}
