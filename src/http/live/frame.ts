/** The time for which a reader waits before it connects again, in milliseconds. */
const RECONNECT_MS = 1_000

/** The first thing on every stream: how soon to come back when it ends. */
export const GREETING = `retry: ${RECONNECT_MS}\n\n`

/** A comment, which readers pass over: it shows both sides that the connection is there. */
export const HEARTBEAT = ':\n\n'

/** The name of an event of a ledger: the one for which `EventSource` calls `onmessage`. */
export const MESSAGE = 'message'

/**
 * One event of a stream, in the form of the HTML standard, 9.2.5.
 *
 * @param event its name: that of a message, or of what is said of the stream itself
 * @param id one line: what the reader hands back as `Last-Event-ID`; without it, its place stays.
 * @param data anything that JSON can say.
 */
export function frame(event: string, data: unknown, id?: string | number): string {
  const place = id === undefined ? '' : `id: ${id}\n`
  return `${place}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`
}
