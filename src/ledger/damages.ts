import { type Damage, LedgerDamaged } from '../store/event-store.ts'

/** The ledgers that were found damaged since the service started, for whoever looks after it. */
export class Damages {
  readonly #found = new Map<string, Damage>()
  readonly #listeners: ((error: LedgerDamaged) => void)[] = []

  /** By ledger, in the order in which they were found. */
  get found(): ReadonlyMap<string, Damage> {
    return this.#found
  }

  /** Has each damage told to `listener` when it is found, not each time that it is met. */
  listen(listener: (error: LedgerDamaged) => void): void {
    this.#listeners.push(listener)
  }

  /** Takes down an error if it says that a ledger is damaged. */
  note(error: unknown): void {
    if (!(error instanceof LedgerDamaged)) return
    const known = this.#found.get(error.ledger)
    this.#found.set(error.ledger, error.damage)
    if (known?.kind === error.damage.kind && known.revision === error.damage.revision) return
    for (const listener of this.#listeners) listener(error)
  }

  /** Forgets a ledger, which was read whole. */
  clear(ledger: string): void {
    this.#found.delete(ledger)
  }
}
