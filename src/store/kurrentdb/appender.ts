import { LedgerDamaged } from '../event-store.ts'
import type { Client } from './client.ts'
import { endsElsewhere, isPassing, portError } from './failures.ts'
import type { Health } from './health.ts'
import { backoff, pause } from './pause.ts'
import type { Proposed } from './record.ts'

/** Appends to streams, each tried again with the same ids while its outcome is unknown. */
export class Appender {
  readonly #client: Client
  readonly #health: Health
  readonly #closing: AbortSignal

  constructor(client: Client, health: Health, closing: AbortSignal) {
    this.#client = client
    this.#health = health
    this.#closing = closing
  }

  /**
   * @returns whether events with these ids are stored at that place, by this append or an earlier
   *   one: the server compares ids and nothing else.
   * @throws {StoreUnavailable} the outcome is unknown.
   * @throws {LedgerDamaged} the stream has been deleted.
   */
  async append(
    ledger: string,
    expected: number,
    records: readonly Proposed[],
  ): Promise<'stored' | 'elsewhere'> {
    const until = performance.now() + this.#health.appendMs
    for (let failures = 0; ; failures++) {
      try {
        const last = await this.#client.append(ledger, expected, records, this.#health.callMs)
        this.#health.answered()
        if (last === expected + records.length) return 'stored'
        throw new LedgerDamaged(ledger, `what follows revision ${expected} is at ${last}`)
      } catch (error) {
        if (endsElsewhere(error)) return 'elsewhere'
        if (!isPassing(error)) throw portError(error, ledger)
        const wait = backoff(failures)
        if (this.#closing.aborted || performance.now() + wait > until) {
          this.#health.failed()
          throw portError(error, ledger)
        }
        await pause(wait, this.#closing)
      }
    }
  }
}
