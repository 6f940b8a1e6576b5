import type { SQLOutputValue } from 'node:sqlite'
import type { StoredEvent } from '../event-store.ts'

/** The columns of an event, in the order in which {@link toEvent} takes them. */
export const COLUMNS = 'revision, id, type, header, salt, body, request'

/** A row as a statement with `setReturnArrays` gives it, though its type says otherwise. */
export type Row = readonly SQLOutputValue[]

/**
 * The event of a row that was read as an array, whose columns start at `at`. The table is strict,
 * so what SQLite hands over has these types.
 */
export function toEvent(row: Row, at = 0): StoredEvent {
  return {
    revision: row[at] as number,
    id: row[at + 1] as string,
    type: row[at + 2] as string,
    header: row[at + 3] as string,
    salt: row[at + 4] as string,
    body: row[at + 5] as string,
    request: row[at + 6] as string,
  }
}
