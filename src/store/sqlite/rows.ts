import { hash } from 'node:crypto'
import type { SQLOutputValue } from 'node:sqlite'
import type { StoredEvent } from '../event-store.ts'

/** The columns of an event, in the order in which {@link eventOfRow} takes them. */
export const COLUMNS = 'revision, id, type, header, salt, body, request, check_digest'

/** A row as a statement with `setReturnArrays` gives it, though its type says otherwise. */
export type SqliteRow = readonly SQLOutputValue[]

/**
 * The event of a row that was read as an array, whose columns start at `at`; undefined where the row
 * is not what was written: its check digest is another, or a column is not of its type.
 */
export function eventOfRow(ledger: string, row: SqliteRow, at = 0): StoredEvent | undefined {
  const [revision, id, type, header, salt, body, request, digest] = row.slice(at, at + 8)
  const event = { revision, id, type, header, salt, body, request }
  return checkDigest(ledger, event) === digest ? (event as StoredEvent) : undefined
}

/**
 * The check digest of a row: SHA-256, base64url, over the name of its ledger and all its columns,
 * each with its length. It shows damage by accident; against a change on purpose stands the log.
 *
 * @returns the empty string, which no row may have, where a column is not of its type.
 */
export function checkDigest(
  ledger: unknown,
  event: { readonly [column in keyof StoredEvent]: unknown },
): string {
  const { revision, id, type, header, salt, body, request } = event
  if (!Number.isSafeInteger(revision)) return ''
  let lengths = `${revision}`
  for (const text of [ledger, id, type, header, salt, body, request]) {
    if (typeof text !== 'string') return ''
    lengths += ` ${text.length}`
  }
  const texts = `${ledger}${id}${type}${header}${salt}${body}${request}`
  return hash('sha256', `${lengths}\n${texts}`, 'base64url')
}
