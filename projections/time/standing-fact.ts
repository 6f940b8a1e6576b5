import type { UncertainDate } from '../../events/envelope.ts'
import type { FactBody, FactType } from '../../events/facts.ts'

/** A point on both axes: as known after `revision`, as it was in the world at `validTime`. */
export interface AsOf {
  readonly revision: number
  /** Milliseconds since the epoch, UTC. */
  readonly validTime: number
}

/** A fact that stands in the ledger, corrections applied. */
export type StandingFact<T extends FactType = FactType> = {
  [K in T]: {
    readonly type: K
    readonly body: FactBody<K>
    /** Revision of the entry in whose place it stands: its rank, whatever replaced it since. */
    readonly entry: number
    /** Event id of that entry. */
    readonly id: string
    /** Revision of the event whose words these are: `entry`, or that of the correction. */
    readonly recordedIn: number
    /** The time at which that event was recorded: UTC ISO 8601 with milliseconds. */
    readonly recordedAt: string
    readonly actor: string
    /** Valid time as the event gives it. */
    readonly occurred: UncertainDate
    /** The window of `occurred` in milliseconds, closed by `recordedAt`: infinite where it is open. */
    readonly from: number
    readonly until: number
    /** The first revision after which it stood. */
    readonly since: number
    /** The first revision after which it stood no longer; Infinity while it stands. */
    readonly ended: number
  }
}[T]

/** All that one event does to the facts that stand: one entry loses its fact, gets one, or both. */
export interface Change {
  readonly removed: StandingFact | undefined
  readonly added: StandingFact | undefined
}
