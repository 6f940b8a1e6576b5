import { LedgerDamaged } from '../event-store.ts'
import type { KurrentClient } from './client.ts'
import { endsElsewhere, kurrentPortError } from './failures.ts'
import type { KurrentHistory } from './history.ts'
import { backoff, pause } from './pause.ts'
import type { Proposed } from './record.ts'
import type { Tries } from './tries.ts'

/** The first pause of {@link backoff} before an unanswered append is looked for: 0.1 to 0.2 s. */
const LOOK_AFTER = 2

/** Appends to streams, each tried again with the same ids while its outcome is unknown. */
export class Appender {
  readonly #client: KurrentClient
  readonly #history: KurrentHistory
  readonly #tries: Tries
  #probing: Promise<void> | undefined

  constructor(client: KurrentClient, history: KurrentHistory, tries: Tries) {
    this.#client = client
    this.#history = history
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
    throw new LedgerDamaged(ledger, {
      kind: 'out_of_order',
      revision: expected + 1,
      message: `what follows revision ${expected} is at ${last}`,
    })
  }

  /**
   * Appends nothing to `stream`, which has no events, and waits for the answer. Those who ask at
   * once share one probe.
   *
   * @throws {StoreUnavailable} appends do not succeed.
   */
  async probe(stream: string): Promise<void> {
    this.#probing ??= this.#probe(stream).finally(() => {
      this.#probing = undefined
    })
    return this.#probing
  }

  async #probe(stream: string): Promise<void> {
    try {
      await this.#tries.once((ms) => this.#client.append(stream, -1, [], ms))
    } catch (error) {
      if (!endsElsewhere(error)) throw kurrentPortError(error, stream)
    }
  }

  async #append(ledger: string, expected: number, records: readonly Proposed[]) {
    const append = async (ms: number) => {
      const answer = this.#client.append(ledger, expected, records, ms)
      return this.#orPlaced(answer, ledger, expected, records)
    }
    try {
      return await this.#tries.until(append)
    } catch (error) {
      if (endsElsewhere(error)) return 'elsewhere'
      throw kurrentPortError(error, ledger)
    }
  }

  /**
   * The answer to an append, or what its place shows by then. The server drops a request whose ids
   * are on their way by another request and does not answer it before its own time limit, two
   * seconds; what can be read is stored for good.
   */
  async #orPlaced(
    answer: Promise<number>,
    ledger: string,
    expected: number,
    records: readonly Proposed[],
  ): Promise<number | 'elsewhere'> {
    const answered = new AbortController()
    const over = () => answered.abort()
    answer.then(over, over)
    const look = async () => {
      for (let looks = 0; !answered.signal.aborted; looks++) {
        await pause(backoff(LOOK_AFTER + looks), answered.signal)
        if (answered.signal.aborted) break
        const id = await this.#history.idAt(ledger, expected + 1)
        if (id === records[0]?.id) return expected + records.length
        if (id !== undefined) return 'elsewhere'
      }
      return answer
    }
    return Promise.race([answer, look().catch(() => answer)])
  }
}
