import type { DatabaseSync } from 'node:sqlite'
import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads'
import { StoreUnavailable } from '../event-store.ts'
import { Presence } from '../presence.ts'
import {
  type Append,
  CLOSE,
  decode,
  type EncodedAppends,
  type Given,
  type OpeningOutcome,
} from './append.ts'
import { openDataFile } from './data-file.ts'
import { openingError } from './failures.ts'
import { Transactions } from './transactions.ts'

/**
 * A transaction takes no further append once it holds this many bytes, so that those who came first
 * do not wait for a long queue.
 */
const TRANSACTION_BYTES = 1024 * 1024

/** Writes appends until it is told to close; what waits while a transaction is synced shares the next. */
export function write(db: DatabaseSync, presence: Presence, port: MessagePort): void {
  const transactions = new Transactions(db, presence)
  const waiting: Append[] = []
  let closing = false
  const take = (message: EncodedAppends | typeof CLOSE) => {
    if (message === CLOSE) closing = true
    else waiting.push(...decode(message))
  }
  port.on('message', (message: EncodedAppends | typeof CLOSE) => {
    take(message)
    for (;;) {
      for (let next = receiveMessageOnPort(port); next !== undefined; ) {
        take(next.message)
        next = receiveMessageOnPort(port)
      }
      if (waiting.length === 0) break
      port.postMessage(transactions.commit(waiting.splice(0, sizeOfNext(waiting))))
    }
    if (!closing) return
    db.close()
    port.close()
  })
}

function sizeOfNext(waiting: readonly Append[]): number {
  let bytes = 0
  const last = waiting.findIndex((append) => {
    bytes += append.bytes
    return bytes >= TRANSACTION_BYTES
  })
  return last === -1 ? waiting.length : last + 1
}

/** Opens the data file, says so or why not, and writes to it. */
export function start({ file, lockFile }: Given, port: MessagePort): void {
  let opening: OpeningOutcome = 'opened'
  try {
    const db = openDataFile(file)
    write(db, new Presence([file, `${file}-wal`, lockFile]), port)
  } catch (error) {
    const failure = openingError(error, file) as Error
    const { message } = failure
    opening = failure instanceof StoreUnavailable ? { unavailable: message } : { refused: message }
  }
  port.postMessage(opening)
}
