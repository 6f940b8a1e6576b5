import { LedgerDamaged } from '../event-store.ts'
import type { Client } from './client.ts'
import { endsElsewhere, portError } from './failures.ts'
import type { Proposed } from './record.ts'
import type { Tries } from './tries.ts'

/** Appends to streams, each tried again with the same ids while its outcome is unknown. */
export class Appender {
  readonly #client: Client
  readonly #tries: Tries

  constructor(client: Client, tries: Tries) {
    this.#client = client
    this.#tries = tries
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
    const last = await this.#append(ledger, expected, records)
    if (last === 'elsewhere') return last
    if (last === expected + records.length) return 'stored'
    throw new LedgerDamaged(ledger, `what follows revision ${expected} is at ${last}`)
  }

  async #append(ledger: string, expected: number, records: readonly Proposed[]) {
    try {
      return await this.#tries.until((ms) => this.#client.append(ledger, expected, records, ms))
    } catch (error) {
      if (endsElsewhere(error)) return 'elsewhere'
      throw portError(error, ledger)
    }
  }
}
