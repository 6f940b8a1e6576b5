import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { measure } from '../batch.ts'
import type { StoredEvent } from '../event-store.ts'
import { portError } from './failures.ts'
import { type Append, isRefusal, Judge } from './judge.ts'
import type { Ledgers } from './ledgers.ts'
import type { Tail } from './tail.ts'

/** The most that one append may carry: 16 MiB. */
export const MAX_BATCH_BYTES = 16 * 1024 * 1024

/**
 * A transaction takes no further append once it holds this many bytes, so that a long queue is
 * written in several short stalls of the event loop instead of one long one.
 */
const TRANSACTION_BYTES = 1024 * 1024

interface Waiting extends Append {
  readonly bytes: number
  readonly resolve: (revision: number) => void
  readonly reject: (error: unknown) => void
}

type Verdict = 'written' | 'repeated' | { readonly refused: unknown }

/**
 * Group commit: appends of all ledgers that wait at the same moment share one transaction and one
 * fsync. Each is answered, refusals too, only after the COMMIT, since a later verdict may rest on
 * an earlier append of the same transaction.
 */
export class Writer {
  readonly #db: DatabaseSync
  readonly #ledgers: Ledgers
  readonly #tail: Tail
  readonly #judge: Judge
  readonly #begin: StatementSync
  readonly #commit: StatementSync
  #waiting: Waiting[] = []
  #idle = Promise.withResolvers<void>()

  constructor(db: DatabaseSync, ledgers: Ledgers, tail: Tail) {
    this.#db = db
    this.#ledgers = ledgers
    this.#tail = tail
    this.#judge = new Judge(db, ledgers)
    this.#begin = db.prepare('BEGIN IMMEDIATE')
    this.#commit = db.prepare('COMMIT')
    this.#idle.resolve()
  }

  /** As {@link EventStore.append}. */
  async append(
    ledger: string,
    expectedRevision: number,
    events: readonly StoredEvent[],
  ): Promise<number> {
    const bytes = measure(ledger, expectedRevision, events, MAX_BATCH_BYTES)
    if (events.length === 0) return expectedRevision
    return new Promise((resolve, reject) => {
      if (this.#waiting.length === 0) {
        this.#idle = Promise.withResolvers()
        setImmediate(this.#flush)
      }
      this.#waiting.push({ ledger, expectedRevision, events, bytes, resolve, reject })
    })
  }

  /** Resolves when every append that was waiting has been answered. */
  async drained(): Promise<void> {
    await this.#idle.promise
  }

  readonly #flush = (): void => {
    const group = this.#group()
    try {
      this.#answer(group, this.#commitGroup(group))
    } catch (error) {
      const failure = this.#undo(error)
      for (const { ledger, reject } of group) reject(portError(failure, ledger))
    }
    this.#waiting.splice(0, group.length)
    if (this.#waiting.length === 0) this.#idle.resolve()
    else setImmediate(this.#flush)
  }

  #group(): Waiting[] {
    let bytes = 0
    const end = this.#waiting.findIndex((waiting) => {
      bytes += waiting.bytes
      return bytes >= TRANSACTION_BYTES
    })
    return end === -1 ? [...this.#waiting] : this.#waiting.slice(0, end + 1)
  }

  #commitGroup(group: readonly Waiting[]): Verdict[] {
    this.#begin.run()
    const verdicts = group.map((append): Verdict => {
      try {
        return this.#judge.carryOut(append)
      } catch (refused) {
        // A refusal is about one append, before its first row; anything else is about them all.
        if (!isRefusal(refused)) throw refused
        return { refused }
      }
    })
    this.#commit.run()
    return verdicts
  }

  #answer(group: readonly Waiting[], verdicts: readonly Verdict[]): void {
    const written = new Set<string>()
    for (const [index, waiting] of group.entries()) {
      const verdict = verdicts[index]!
      if (typeof verdict === 'object') {
        waiting.reject(verdict.refused)
        continue
      }
      if (verdict === 'written') written.add(waiting.ledger)
      waiting.resolve(waiting.expectedRevision + waiting.events.length)
    }
    this.#tail.wake(written)
  }

  /** Rolls back what SQLite has not rolled back itself, and returns the failure to report. */
  #undo(failure: unknown): unknown {
    this.#ledgers.forget()
    try {
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK')
      return failure
    } catch (worse) {
      return worse
    }
  }
}
