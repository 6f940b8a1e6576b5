import type { Clearance, Levels } from '../../projections/access/levels.ts'
import type { FoldFault } from '../../projections/time/fold-faults.ts'
import type { VerifierKey } from '../log/note.ts'
import { ServingThread } from '../workers/serving-thread.ts'
import { Damages } from './damages.ts'
import { pooledRandom } from './event-ids.ts'
import { extentOf } from './extent.ts'
import type { LiveProjections, Part } from './live-means.ts'
import { type HandedOn, handOn } from './log/hand-on.ts'
import type { LedgerLog } from './log/ledger-log.ts'
import { type LedgerMeans, OpenLedger } from './open-ledger.ts'
import { pause } from './pause.ts'
import type { Answer } from './receipt.ts'
import { refused, SHUTTING_DOWN } from './refused.ts'
import type { WriteRequest } from './request.ts'
import { type View, viewOf } from './view.ts'

/** The limits on the ledgers that are kept ready. */
interface Keeping {
  /** The most memory that they take, about, in bytes, unless more are in use at once; one is always kept. */
  readonly maxBytes: number
  /** A ledger that nobody uses for so long, in milliseconds, is let go. */
  readonly idleMs: number
}

type LedgersMeans<P extends LiveProjections> = LedgerMeans<P> & Keeping

/** All that has to be said, and what may be. */
export type LedgersOptions<P extends LiveProjections> = Pick<
  LedgersMeans<P>,
  'store' | 'clock' | 'origin' | 'requests' | 'projections'
> &
  Partial<LedgersMeans<P>>

const defaults = () => ({
  random: pooledRandom(),
  pause,
  report: () => undefined,
  maxBytes: 1024 ** 3,
  idleMs: 15 * 60_000,
  thread: new ServingThread(),
})

export interface ReadOptions {
  /** The levels that the reader is cleared for beside `public`. */
  readonly clearance: Clearance
  /** Wait until this revision is there; without it, what this instance knows is enough. */
  readonly minRevision?: number | undefined
  /** The time for which to wait for that, in milliseconds. */
  readonly timeoutMs: number
  readonly signal?: AbortSignal | undefined
}

/** An event that a view of a ledger left out. */
export interface LedgerFault extends FoldFault {
  readonly ledger: string
}

/** The ledgers of a store, each opened when it is first used and let go when it is idle. */
export class Ledgers<P extends LiveProjections> {
  readonly #means: LedgersMeans<P>
  /** In the order of their last use. */
  readonly #open = new Map<string, OpenLedger<P>>()
  /** The bytes that all of them took when each was last weighed. */
  #bytes = 0
  #putAside = 0
  readonly #sweeper: NodeJS.Timeout
  #closing: Promise<void> | undefined

  constructor(options: LedgersOptions<P>) {
    this.#means = { ...defaults(), damages: new Damages(), ...options }
    this.#means.damages.listen((error) => this.#open.get(error.ledger)?.meet(error))
    this.#sweeper = setInterval(() => {
      for (const open of this.#open.values()) this.#weigh(open)
      this.sweep()
    }, this.#means.idleMs).unref()
  }

  /** The ledgers that are ready, the one that was used last at the end. */
  get open(): readonly string[] {
    return [...this.#open.keys()]
  }

  /** About how many bytes of memory the ledgers take that are ready. */
  get bytes(): number {
    return this.#bytes
  }

  /** The number of times that a ledger was put aside. */
  get putAside(): number {
    return this.#putAside
  }

  /** The events that views left out, of the ledgers that are ready. */
  get faults(): readonly LedgerFault[] {
    return [...this.#open].flatMap(([ledger, { faults }]) =>
      faults.map((fault) => ({ ledger, ...fault })),
    )
  }

  /** As {@link Writer.write}. */
  async write(ledger: string, request: WriteRequest): Promise<Answer> {
    this.#refuseIfClosing()
    const open = this.#use(ledger)
    try {
      return await open.writer.write(request)
    } catch (error) {
      this.#means.damages.note(error)
      throw error
    } finally {
      this.#forgetIfNothing(ledger, open)
      this.#used(open)
    }
  }

  /** Is to be called before the first entry of a negotiation is stored but by `write`. */
  async opening(ledger: string, actor: string, levels: Levels): Promise<void> {
    await this.#means.opening?.(ledger, actor, levels)
  }

  /** As {@link Writer.alone}. */
  async alone<T>(ledger: string, work: () => Promise<T>): Promise<T> {
    this.#refuseIfClosing()
    const open = this.#use(ledger)
    try {
      return await open.writer.alone(work)
    } finally {
      this.#forgetIfNothing(ledger, open)
      this.#used(open)
    }
  }

  /**
   * Hands the log of a ledger on to another key, as {@link handOn}.
   *
   * @throws {Refused} `unknown_negotiation`, `shutting_down`.
   */
  async handOn(ledger: string, actor: string, to?: VerifierKey): Promise<HandedOn> {
    const log = await this.log(ledger)
    return this.alone(ledger, () => handOn(ledger, actor, to, { ...this.#means, log }))
  }

  /**
   * A ledger's projections: everything that was acknowledged here, and `minRevision` where asked.
   * They may be kept, and fall behind once the ledger is evicted: ask again for each reading.
   *
   * @throws {Refused} `unknown_negotiation`, where the store has no such ledger;
   *   `revision_not_reached` in time; `shutting_down`.
   * @throws {LedgerDamaged}
   * @throws {StoreUnavailable}
   */
  async read(ledger: string, options: ReadOptions): Promise<P> {
    const { projections, damage } = await this.part(ledger, options)
    if (damage !== undefined) throw damage
    return projections
  }

  /**
   * As {@link Ledgers.read}; of a damaged ledger the projections of what comes before the damage,
   * with the damage.
   *
   * @throws {LedgerDamaged} nothing comes before it.
   */
  async part(
    ledger: string,
    { minRevision = -1, clearance, ...patience }: ReadOptions,
  ): Promise<Part<P>> {
    this.#refuseIfClosing()
    const known = this.#open.get(ledger)
    const extent = known?.isRead ? { head: -1 } : await extentOf(this.#means, ledger)
    this.#refuseIfClosing()
    const open = this.#use(ledger)
    try {
      return await open.part(extent, clearance, minRevision, patience)
    } finally {
      if (open.isGrown) this.#weigh(open)
      this.sweep()
    }
  }

  /**
   * The part of a ledger that a reader gets, for what is served as it is stored.
   *
   * @throws as {@link Ledgers.part}.
   */
  async view(ledger: string, options: ReadOptions): Promise<View> {
    const levels = await this.levels(ledger)
    const rank = levels.reach(options.clearance)
    // Without levels nothing can be released or erased.
    return levels.top === 0 ? viewOf(levels, rank) : (await this.part(ledger, options)).view
  }

  /** The levels of a ledger; of one that is not there, `public` alone. @throws {StoreUnavailable} */
  async levels(ledger: string): Promise<Levels> {
    this.#refuseIfClosing()
    const open = this.#use(ledger)
    try {
      return await open.levels()
    } finally {
      this.#forgetIfNothing(ledger, open)
    }
  }

  /**
   * A ledger's log, with all that the store has now.
   *
   * @throws {Refused} `unknown_negotiation`, `shutting_down`.
   * @throws {LedgerDamaged}
   * @throws {StoreUnavailable}
   */
  async log(ledger: string): Promise<LedgerLog> {
    this.#refuseIfClosing()
    const { damage } = await extentOf(this.#means, ledger)
    if (damage !== undefined) throw damage
    this.#refuseIfClosing()
    const open = this.#use(ledger)
    try {
      await open.log.catchUp()
      return open.log
    } finally {
      this.#used(open)
    }
  }

  /**
   * Puts ledgers aside that nobody waits for: those long unused, and beyond the limit those used
   * longest ago. They are read again when they are asked for.
   */
  sweep(): void {
    const now = this.#means.clock()
    let rest = this.#open.size
    for (const [ledger, open] of this.#open) {
      const isOld = now - open.lastUsed >= this.#means.idleMs
      const isTooMuch = this.#bytes > this.#means.maxBytes && rest > 1
      if (!isOld && !isTooMuch) return
      rest -= 1
      if (!open.idle) continue
      this.#evict(ledger, open)
      this.#putAside += 1
    }
  }

  /** Finishes the writes that were accepted, ends every wait, and takes nothing new. */
  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  async #close(): Promise<void> {
    clearInterval(this.#sweeper)
    await Promise.all([...this.#open.values()].map((open) => open.close()))
  }

  #use(ledger: string): OpenLedger<P> {
    const open = this.#open.get(ledger) ?? new OpenLedger(ledger, this.#means)
    this.#open.delete(ledger)
    this.#open.set(ledger, open)
    open.lastUsed = this.#means.clock()
    return open
  }

  /** A request that was refused leaves no trace of a ledger that does not exist. */
  #forgetIfNothing(ledger: string, open: OpenLedger<P>): void {
    if (open.isEmpty && open.idle) this.#evict(ledger, open)
  }

  #used(open: OpenLedger<P>): void {
    this.#weigh(open)
    this.sweep()
  }

  #weigh(open: OpenLedger<P>): void {
    if (open.isClosed) return
    const { bytes } = open
    this.#bytes += bytes - open.weighed
    open.weighed = bytes
    open.isGrown = false
  }

  #evict(ledger: string, open: OpenLedger<P>): void {
    if (this.#open.get(ledger) !== open) return
    this.#open.delete(ledger)
    this.#bytes -= open.weighed
    void open.close()
  }

  #refuseIfClosing(): void {
    if (this.#closing !== undefined) throw refused('shutting_down', SHUTTING_DOWN)
  }
}
