import type { StoredEvent } from '../store/event-store.ts'

// Estimates of what is kept in memory, in bytes: measured on generated ledgers of 1, 100, 2,000 and
// 10,000 events, as heap and external memory after a collection (docs/engine.md).

/** Of a writer that knows no event yet. */
export const WRITER_BYTES = 8 * 1024

/** Of each event that a writer knows: what decisions keep of it. */
export const WRITER_EVENT_BYTES = 350

/** Of each event in a log: its hash, and its part in the nodes above. */
export const LOG_EVENT_BYTES = 33

/** Of projections without events. */
export const PROJECTIONS_BYTES = 48 * 1024

/** Of an event that projections fold: what is listed of it, and the event as objects. */
export function projectedBytes({ body }: Pick<StoredEvent, 'body'>): number {
  return 2100 + 2 * body.length
}
