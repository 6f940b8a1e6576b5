import type { Projections } from '../../projections/registry.ts'
import type { ClockWatch } from '../ledger/clock-watch.ts'
import type { Damages } from '../ledger/damages.ts'
import type { Ledgers } from '../ledger/ledgers.ts'
import type { Signing } from '../ledger/log/signing.ts'
import type { StoredEvents } from '../ledger/stored-events.ts'
import type { Search } from '../search/search.ts'
import type { EventStore } from '../store/event-store.ts'
import type { WorkerPool } from '../workers/worker-pool.ts'
import type { Chronicle } from './as-of.ts'
import type { Pace } from './live/reader.ts'

/** What the routes are served from. */
export interface Service {
  readonly store: EventStore
  readonly ledgers: Ledgers<Projections>
  /** Stored events as they are served. */
  readonly events: StoredEvents
  /** The ledgers that were found damaged. */
  readonly damages: Damages
  /** Undefined where nothing is signed. */
  readonly signing?: Signing | undefined
  /** What spans ledgers. */
  readonly search: Pick<Search, 'find' | 'catalogue'>
  /** Threads for what would hold up the one that serves. */
  readonly workers: WorkerPool
  /** Tells where the clock is behind what is recorded. */
  readonly clock: Pick<ClockWatch, 'behind'>
  /** The clock, in milliseconds. */
  readonly now: () => number
  /** The principal that records, while nobody is authenticated. */
  readonly actor: string
  /** How long a request waits for a revision, in milliseconds. */
  readonly patience: number
  /** How streams of events treat those who read them. */
  readonly pace: Pace
}

/** The name under which the store keeps a negotiation. */
export function ledgerOf(negotiation: string): string {
  return `negotiation-${negotiation}`
}

/** The negotiation that the store keeps under that name. */
export function negotiationOf(ledger: string): string {
  return ledger.slice(ledgerOf('').length)
}

/** The origin of a negotiation's ledger: hashed into each of its events. */
export function originOf(host: string, ledger: string): string {
  return `${host}/n/${negotiationOf(ledger)}`
}

/** A ledger's projections, with when each of its events was recorded. */
export interface Opened extends Chronicle {
  readonly projections: Projections
}

/**
 * A negotiation's ledger, read at least up to `minRevision`.
 *
 * @throws {Refused} there is no such negotiation, or the revision does not come in time.
 */
export async function openedAt(
  { ledgers, patience }: Pick<Service, 'ledgers' | 'patience'>,
  negotiation: string,
  minRevision?: number,
): Promise<Opened> {
  const projections = await ledgers.read(ledgerOf(negotiation), {
    minRevision,
    timeoutMs: patience,
  })
  return {
    projections,
    head: projections.history.revision,
    recordedAt: (revision) => Date.parse(projections.entries.event(revision)?.recordedAt ?? ''),
  }
}
