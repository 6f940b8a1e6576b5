import { NO_NEGOTIATION } from '../decide/refusal.ts'
import { type EventStore, LedgerDamaged } from '../store/event-store.ts'
import type { Damages } from './damages.ts'
import { refused } from './refused.ts'

interface ExtentMeans {
  readonly store: Pick<EventStore, 'head'>
  /** Is told of damage that the store knows of. */
  readonly damages: Damages
}

/** The extent to which a ledger can be read. */
export interface Extent {
  /** The revision of its last event, or of the last one before the damage. */
  readonly head: number
  readonly damage?: LedgerDamaged
}

/**
 * The extent of a ledger, as far as the store knows without reading it.
 *
 * @throws {Refused} `unknown_negotiation`.
 * @throws {LedgerDamaged} no event comes before the damage.
 * @throws {StoreUnavailable}
 */
export async function extentOf({ store, damages }: ExtentMeans, ledger: string): Promise<Extent> {
  try {
    const head = await store.head(ledger)
    if (head < 0) throw refused('unknown_negotiation', NO_NEGOTIATION)
    return { head }
  } catch (error) {
    damages.note(error)
    if (!(error instanceof LedgerDamaged) || !error.damage.revision) throw error
    return { head: error.damage.revision - 1, damage: error }
  }
}
