import { setTimeout as sleep } from 'node:timers/promises'
import { LedgerDamaged, type StoredEvent } from '../event-store.ts'
import { missing, replaced } from './damage.ts'
import type { KurrentHistory } from './history.ts'
import { IdIndex } from './id-index.ts'

/** The most looks for an event that is not shown yet, and the milliseconds between them. */
const [LOOKS, LOOK_MS] = [20, 250]

/** The number of ids held over all ledgers that count there. */
export interface HeldLedger {
  ids: number
}

/**
 * The ids that a ledger holds, as far as they are known, and where. The server finds no event by
 * its id, and takes one twice, so this is what keeps a ledger's ids apart.
 */
export class KnownLedger {
  readonly #name: string
  readonly #history: KurrentHistory
  readonly #ids = new IdIndex()
  #seen = false
  #doubtful = true
  #doubts = 0
  #turn: Promise<unknown> = Promise.resolve()
  #waiting = 0
  #held: HeldLedger

  /** @param held counts its ids, until it is released. */
  constructor(name: string, history: KurrentHistory, held: HeldLedger) {
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
   * @throws {LedgerDamaged} it has lost it, or the last event that is known; or its stream is set to
   *   lose events.
   */
  async exists(): Promise<boolean> {
    if (this.#seen && !this.#doubtful) return true
    const doubts = this.#doubts
    this.#seen = await this.#history.begins(this.#name)
    if (this.#seen && !(await this.#isContinued())) throw await this.#firstGone()
    if (doubts === this.#doubts) this.#doubtful = false
    return this.#seen
  }

  /** Has the ledger's beginning looked at again before the ledger is used. */
  doubt(): void {
    this.#doubtful = true
    this.#doubts++
  }

  /**
   * Reads what is not known yet.
   *
   * @throws {LedgerDamaged} it does not continue what is known.
   */
  async catchUp(): Promise<void> {
    const last = this.head
    for await (const page of this.#history.pages(this.#name, Math.max(0, last))) {
      if (page[0]?.revision === last) this.expect(page[0])
      this.absorb(page)
    }
  }

  /** @throws {LedgerDamaged} another event is known to be stored at that place. */
  expect({ id, revision }: Pick<StoredEvent, 'id' | 'revision'>): void {
    if (revision <= this.head && this.#ids.find(id) !== revision) {
      throw replaced(this.#name, revision)
    }
  }

  /**
   * Tells whether the last event that is known still stands in its place. One that is not there is
   * waited for: a node that follows the leader may show it later.
   */
  async #isContinued(): Promise<boolean> {
    const { head } = this
    if (head < 0) return true
    for (let looks = 0; looks < LOOKS; looks++) {
      const id = await this.#history.idAt(this.#name, head)
      if (id !== undefined) return this.#ids.find(id) === head
      await sleep(LOOK_MS)
    }
    return false
  }

  async #isThere(revision: number): Promise<boolean> {
    const id = await this.#history.idAt(this.#name, revision)
    return id !== undefined && this.#ids.find(id) === revision
  }

  /** The damage at the first revision, of those known, that is gone or another. */
  async #firstGone(): Promise<LedgerDamaged> {
    let [sound, gone] = [-1, this.head]
    while (gone - sound > 1) {
      const middle = Math.floor((sound + gone) / 2)
      if (await this.#isThere(middle)) sound = middle
      else gone = middle
    }
    const isAnother = (await this.#history.idAt(this.#name, gone)) !== undefined
    return isAnother ? replaced(this.#name, gone) : missing(this.#name, gone)
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
