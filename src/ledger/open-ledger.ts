import type { FoldFault } from '../../projections/time/fold-faults.ts'
import type { LedgerDamaged } from '../store/event-store.ts'
import type { Extent } from './extent.ts'
import type { LiveProjections } from './live.ts'
import { Live, type LiveMeans, type Part } from './live.ts'
import { LedgerLog, type LogMeans } from './log/ledger-log.ts'
import type { WaitLimits } from './waiters.ts'
import { Writer, type WriterMeans } from './writer.ts'

export type LedgerMeans<P extends LiveProjections> = Omit<WriterMeans, 'log'> &
  LiveMeans<P> &
  LogMeans

/** A ledger in use: its writer, and its projections once somebody reads them. */
export class OpenLedger<P extends LiveProjections> {
  readonly #ledger: string
  readonly #means: LedgerMeans<P>
  readonly writer: Writer
  readonly log: LedgerLog
  #live: Live<P> | undefined
  /** A reader sees at least what the ledger held when its first reader came. */
  #least = -1
  /** The time of its last use, by the clock that evicts. */
  lastUsed = 0

  constructor(ledger: string, means: LedgerMeans<P>) {
    this.#ledger = ledger
    this.#means = means
    this.log = new LedgerLog(ledger, means)
    this.writer = new Writer(ledger, { ...means, log: this.log })
  }

  /** The events that views of its projections left out. */
  get faults(): readonly FoldFault[] {
    return this.#live?.faults ?? []
  }

  get isRead(): boolean {
    return this.#live !== undefined
  }

  /** Tells if nobody waits for it. */
  get idle(): boolean {
    return this.writer.idle && !this.log.isReading && (this.#live?.waiting ?? 0) === 0
  }

  /** Starts to build the projections of a ledger of that extent. */
  startReading({ head, damage }: Extent): void {
    this.#live ??= new Live(this.#ledger, this.#means, damage)
    this.#least = Math.max(this.#least, head)
  }

  /** As {@link Live.part}; of a sound ledger never less than what this instance has acknowledged. */
  async part(revision: number, patience: WaitLimits): Promise<Part<P>> {
    const stored = Math.max(this.#least, this.writer.revision)
    return (this.#live as Live<P>).part(Math.max(revision, stored), patience, stored)
  }

  /** Reads again what was stored, since somebody found it damaged. */
  meet(error: LedgerDamaged): void {
    this.writer.readAgain()
    this.#live?.meet(error)
  }

  async close(): Promise<void> {
    await this.writer.close()
    await this.#live?.close()
  }
}
