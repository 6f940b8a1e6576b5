import { LedgerDamaged, type StoredEvent } from '../event-store.ts'
import type { History } from './history.ts'
import { IdIndex } from './id-index.ts'

/** The number of ids held over all ledgers that count there. */
export interface Held {
  ids: number
}

/**
 * The ids that a ledger holds, as far as they are known, and where. The server finds no event by
 * its id, and takes one twice, so this is what keeps a ledger's ids apart.
 */
export class KnownLedger {
  readonly #name: string
  readonly #history: History
  readonly #ids = new IdIndex()
  #seen = false
  #doubtful = true
  #doubts = 0
  #turn: Promise<unknown> = Promise.resolve()
  #waiting = 0
  #held: Held

  /** @param held counts its ids, until it is released. */
  constructor(name: string, history: History, held: Held) {
    this.#name = name
    this.#history = history
    this.#held = held
  }

  /** The last revision that is known; the ledger may have grown since. */
  get head(): number {
    return this.#ids.size - 1
  }

  get busy(): boolean {
    return this.#waiting > 0
  }

  find(id: string): number | undefined {
    return this.#ids.find(id)
  }

  /** Has its ids counted no longer; whoever has it in use goes on using it. */
  release(): void {
    this.#held.ids -= this.#ids.size
    this.#held = { ids: 0 }
  }

  /** Waits for those who came before, then has the ledger alone until `work` is done. */
  async inTurn<T>(work: () => Promise<T>): Promise<T> {
    this.#waiting++
    const turn = this.#turn.then(work)
    this.#turn = turn.catch(() => undefined)
    try {
      return await turn
    } finally {
      this.#waiting--
    }
  }

  /**
   * Tells whether the ledger has a first event.
   *
   * @throws {LedgerDamaged} it has lost it, or its stream is set to lose events.
   */
  async exists(): Promise<boolean> {
    if (this.#seen && !this.#doubtful) return true
    const doubts = this.#doubts
    this.#seen = await this.#history.begins(this.#name)
    if (doubts === this.#doubts) this.#doubtful = false
    return this.#seen
  }

  /** Has the ledger's beginning looked at again before the ledger is used. */
  doubt(): void {
    this.#doubtful = true
    this.#doubts++
  }

  /** Reads what is not known yet. */
  async catchUp(): Promise<void> {
    for await (const page of this.#history.pages(this.#name, this.head + 1)) this.absorb(page)
  }

  /**
   * Takes in events that are stored; those that do not continue what is known are left aside.
   *
   * @throws {LedgerDamaged} an id comes twice.
   */
  absorb(stored: readonly StoredEvent[]): void {
    const { damage } = this.takeIn(stored)
    if (damage !== undefined) throw damage
  }

  /** As {@link KnownLedger.absorb}. Returns the events before one whose id comes twice, and that damage. */
  takeIn(stored: readonly StoredEvent[]): {
    readonly whole: readonly StoredEvent[]
    readonly damage?: LedgerDamaged
  } {
    for (const [index, { revision, id }] of stored.entries()) {
      if (revision !== this.head + 1) continue
      this.#seen = true
      if (this.#ids.add(id)) {
        this.#held.ids++
        continue
      }
      const message = `revision ${revision} repeats the id ${id}`
      const damage = new LedgerDamaged(this.#name, { kind: 'out_of_order', revision, message })
      return { whole: stored.slice(0, index), damage }
    }
    return { whole: stored }
  }
}
