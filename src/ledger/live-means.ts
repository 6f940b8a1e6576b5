import type { LedgerEvent, WithheldEvent } from '../../events/registry.ts'
import type { FoldFault } from '../../projections/time/fold-faults.ts'
import type { Pieces } from '../../projections/time/pieces.ts'
import type { EventStore, LedgerDamaged } from '../store/event-store.ts'
import type { ServingThread } from '../workers/serving-thread.ts'
import type { Damages } from './damages.ts'
import type { FirstReading } from './first-reading.ts'
import type { Pause } from './pause.ts'
import type { View } from './view.ts'

/** All that a ledger's events are folded into. */
export interface LiveProjections {
  /**
   * Folds an event in pieces; between two of them the projections answer as before the event.
   *
   * @throws an error where a view cannot fold the event.
   */
  folding(event: LedgerEvent | WithheldEvent): Pieces<void>
  /** The events that views left out. */
  readonly faults?: { readonly all: readonly FoldFault[] }
}

/** The parts that a live reader works with. */
export interface LiveMeans<P extends LiveProjections> {
  readonly store: EventStore
  /**
   * Makes the projections of a ledger without events.
   *
   * @param how `isCareful`: they are to leave out what they cannot fold.
   */
  readonly projections: (how: { readonly isCareful: boolean }) => P
  readonly pause: Pause
  /** Is told why a subscription ended unasked; undefined where it gave no reason. */
  readonly report: (ledger: string, error: unknown) => void
  /** Is told of damage, and of its end. */
  readonly damages: Damages
  readonly thread: ServingThread
  /** Is called when the projections have taken in events, or forgotten them. */
  readonly grown?: (() => void) | undefined
  /** The first events of the ledger, if they were just read. */
  readonly reading?: FirstReading | undefined
}

/** A ledger's projections, and what is wrong with the ledger after the last event folded into them. */
export interface Part<P extends LiveProjections> {
  readonly projections: P
  /** The entries that were folded into them. */
  readonly view: View
  readonly damage?: LedgerDamaged
}
