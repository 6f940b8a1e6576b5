import { type Clearance, Levels } from '../../projections/access/levels.ts'
import type { FoldFault } from '../../projections/time/fold-faults.ts'
import { LedgerDamaged } from '../store/event-store.ts'
import type { Extent } from './extent.ts'
import { FirstReading } from './first-reading.ts'
import { isAccessLedger } from './ledger-name.ts'
import { Live } from './live.ts'
import type { LiveMeans, LiveProjections, Part } from './live-means.ts'
import { LedgerLog, type LogMeans } from './log/ledger-log.ts'
import { levelsIn } from './view.ts'
import type { WaitLimits } from './waiters.ts'
import { LOG_EVENT_BYTES } from './weights.ts'
import { Writer, type WriterMeans } from './writer.ts'

export type LedgerMeans<P extends LiveProjections> = Omit<WriterMeans, 'log'> &
  LiveMeans<P> &
  LogMeans

/** A ledger in use: its writer, and its projections for each level at which somebody reads them. */
export class OpenLedger<P extends LiveProjections> {
  readonly #ledger: string
  readonly #means: LedgerMeans<P>
  readonly #reading = new FirstReading()
  readonly writer: Writer
  readonly log: LedgerLog
  /** By the rank of the level up to which each one folds. */
  readonly #lives = new Map<number, Live<P>>()
  #levels: Levels | undefined
  /** The number of those who are being given their part. */
  #asking = 0
  /** A reader sees at least what the ledger held when its first reader came. */
  #least = -1
  /** The time of its last use, by the clock that evicts. */
  lastUsed = 0
  /** True once it is put aside. */
  isClosed = false
  /** The bytes that it took when it was last weighed. */
  weighed = 0
  /** True if its projections have changed since. */
  isGrown = false

  constructor(ledger: string, means: LedgerMeans<P>) {
    this.#ledger = ledger
    const grown = () => {
      this.isGrown = true
    }
    this.#means = { ...means, reading: this.#reading, grown }
    this.log = new LedgerLog(ledger, means)
    this.writer = new Writer(ledger, { ...this.#means, log: this.log })
  }

  /** The events that views of its projections left out. */
  get faults(): readonly FoldFault[] {
    return [...this.#lives.values()].flatMap(({ faults }) => faults)
  }

  /** About how many bytes of memory it takes. */
  get bytes(): number {
    const log = this.log.tree.size * LOG_EVENT_BYTES
    let bytes = this.writer.bytes + log + this.#reading.bytes
    for (const live of this.#lives.values()) bytes += live.bytes
    return bytes
  }

  /** True if nothing was read of it, or there is nothing. */
  get isEmpty(): boolean {
    return !this.isRead && this.writer.revision < 0 && this.log.tree.size === 0
  }

  get isRead(): boolean {
    return this.#lives.size > 0
  }

  /** Tells if nobody waits for it. */
  get idle(): boolean {
    if (this.#asking > 0 || !this.writer.idle || this.log.isReading) return false
    for (const { waiting } of this.#lives.values()) if (waiting > 0) return false
    return true
  }

  /** The levels of the ledger, which stay for good. */
  async levels(): Promise<Levels> {
    try {
      if (this.#levels !== undefined) return this.#levels
      if (isAccessLedger(this.#ledger)) this.#levels = new Levels()
      this.#levels ??= await levelsIn(this.#means.store, this.#ledger)
      return this.#levels ?? new Levels()
    } catch (error) {
      // The projections tell of the damage; nothing above public is shown meanwhile.
      if (error instanceof LedgerDamaged) return new Levels()
      throw error
    }
  }

  /**
   * As {@link Live.part}, of the entries up to a clearance, in a ledger of that extent; of a sound
   * ledger never less than what this instance has acknowledged.
   */
  async part(
    { head, damage }: Extent,
    clearance: Clearance,
    revision: number,
    patience: WaitLimits,
  ): Promise<Part<P>> {
    this.#least = Math.max(this.#least, head)
    this.#asking += 1
    try {
      const levels = await this.levels()
      const live = this.#liveAt(levels, levels.reach(clearance), damage)
      const stored = Math.max(this.#least, this.writer.revision)
      return await live.part(Math.max(revision, stored), patience, stored)
    } finally {
      this.#asking -= 1
    }
  }

  #liveAt(levels: Levels, rank: number, damage: LedgerDamaged | undefined): Live<P> {
    const known = this.#lives.get(rank)
    if (known !== undefined) return known
    const live = new Live(this.#ledger, this.#means, { levels, rank }, damage)
    this.#lives.set(rank, live)
    this.isGrown = true
    return live
  }

  /** Reads again what was stored, since somebody found it damaged. */
  meet(error: LedgerDamaged): void {
    this.writer.readAgain()
    this.#reading.forget()
    for (const live of this.#lives.values()) live.meet(error)
  }

  async close(): Promise<void> {
    this.isClosed = true
    await this.writer.close()
    await Promise.all([...this.#lives.values()].map((live) => live.close()))
  }
}
