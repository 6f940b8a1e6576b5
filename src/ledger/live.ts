import { type LedgerEvent, type WithheldEvent, withheld } from '../../events/registry.ts'
import type { Levels } from '../../projections/access/levels.ts'
import type { FoldFault } from '../../projections/time/fold-faults.ts'
import type { Pieces } from '../../projections/time/pieces.ts'
import { type EventStore, LedgerDamaged, type StoredEvent } from '../store/event-store.ts'
import { Chain } from './decode.ts'
import type { LiveMeans, LiveProjections, Part } from './live-means.ts'
import { backoff } from './pause.ts'
import { refused, SHUTTING_DOWN } from './refused.ts'
import { liftedBy, liftedIn, type View, viewOf } from './view.ts'
import { Waiters, type WaitLimits } from './waiters.ts'
import { PROJECTIONS_BYTES, projectedBytes } from './weights.ts'

/** The longest pause between attempts that read nothing, in milliseconds. */
const REFUSED_MS = 1_000

/**
 * A ledger's projections, built from its first event and kept up with what is appended: of the
 * entries that a view sees, and as if there were no others. A subscription that ends unasked is taken
 * up again where it ended. Of a ledger that does not hold
 * together only the part before the damage is served; what follows is asked for again at growing
 * intervals. Where an event cannot be folded, the ledger is read again from the start by projections
 * that leave it out; so it is where an entry is released that was passed over, which then has its place,
 * and where one is erased, which has none.
 */
export class Live<P extends LiveProjections> {
  readonly #ledger: string
  readonly #means: LiveMeans<P>
  readonly #levels: Levels
  /** The rank of the level up to which entries are folded. */
  readonly #rank: number
  #view: View
  readonly #waiters = new Waiters()
  readonly #ending = new AbortController()
  readonly #ended: Promise<void>
  /** Ends the present subscription, to begin another. */
  #again = new AbortController()
  #projections: P
  #chain: Chain
  /** The last revision that the projections know. */
  #folded = -1
  #bytes = PROJECTIONS_BYTES
  /** True while an event is folded in part. */
  #isHalfDone = false
  /** True once an event could not be folded. */
  #isCareful = false
  /** All that is wrong with the ledger, and with which revision. */
  #damage: { readonly error: LedgerDamaged; readonly at: number } | undefined

  /** @param damage which the store told of before anything was read; a reading past it disproves it. */
  constructor(
    ledger: string,
    means: LiveMeans<P>,
    { levels, rank }: { readonly levels: Levels; readonly rank: number },
    damage?: LedgerDamaged,
  ) {
    this.#ledger = ledger
    this.#means = means
    this.#levels = levels
    this.#rank = rank
    this.#view = viewOf(levels, rank)
    this.#damage = damage && { error: damage, at: damage.damage.revision ?? 0 }
    this.#projections = means.projections({ isCareful: false })
    this.#chain = new Chain(ledger)
    this.#ended = this.#follow()
  }

  /** The events that views left out. */
  get faults(): readonly FoldFault[] {
    return this.#projections.faults?.all ?? []
  }

  /** About how many bytes of memory the projections take. */
  get bytes(): number {
    return this.#bytes
  }

  get waiting(): number {
    return this.#waiters.size
  }

  /**
   * The projections, once the event at `revision` is folded into them. They go on changing as
   * events arrive; what they say of a revision does not. Up to `stored`, which the store has, the
   * ledger is waited for as long as its reading goes on: patience is for each page of it.
   *
   * @throws {Refused} `revision_not_reached` in time, or `shutting_down`.
   * @throws {LedgerDamaged}
   * @throws the reason of `signal`.
   */
  async atLeast(revision: number, patience: WaitLimits, stored = -1): Promise<P> {
    for (;;) {
      if (this.#damage !== undefined) throw this.#damage.error
      if (this.#ending.signal.aborted) throw shuttingDown()
      if (this.#folded >= revision) return this.#projections
      const next = this.#folded < stored ? this.#folded + 1 : revision
      await this.#waiters.until(next, patience)
    }
  }

  /**
   * As {@link Live.atLeast}; of a damaged ledger the part before the damage, and all of that part.
   *
   * @throws {LedgerDamaged} there is no such part, its end is not known, or it cannot be read in time.
   */
  async part(revision: number, patience: WaitLimits, stored = -1): Promise<Part<P>> {
    const until = performance.now() + patience.timeoutMs
    for (;;) {
      try {
        const projections = await this.atLeast(revision, patience, stored)
        return { projections, view: this.#view }
      } catch (error) {
        if (!(error instanceof LedgerDamaged)) throw error
        const last = (error.damage.revision ?? 0) - 1
        if (last < 0 || performance.now() > until) throw error
        if (this.#folded === last) {
          return { projections: this.#projections, view: this.#view, damage: error }
        }
        if (error === this.#damage?.error) await this.#reading(last, patience)
      }
    }
  }

  /** Resolves when the event at that revision is folded, or other damage is found. */
  async #reading(revision: number, patience: WaitLimits): Promise<void> {
    try {
      await this.#waiters.until(revision, patience)
    } catch (error) {
      if (!(error instanceof LedgerDamaged)) throw error
    }
  }

  /** Reads the ledger again from the start, since somebody found damage in what was folded. */
  meet(error: LedgerDamaged): void {
    if (this.#damage !== undefined) return
    this.#serveBefore(error)
    this.#again.abort()
  }

  async close(): Promise<void> {
    this.#ending.abort()
    this.#waiters.fail(shuttingDown())
    await this.#ended
  }

  async #follow(): Promise<void> {
    const { signal } = this.#ending
    for (let failures = 0; !signal.aborted; failures++) {
      const before = this.#folded
      const trouble = await this.#subscribe(before, signal)
      if (signal.aborted) return
      if (!(trouble instanceof Lifted || this.#isKnown(trouble)))
        this.#means.report(this.#ledger, trouble)
      if (trouble instanceof FoldFailed) this.#isCareful = true
      // An event that was folded in part has changed some views.
      if (this.#isHalfDone) this.#readAgain()
      if (trouble instanceof Lifted) await this.#readLifted()
      if (trouble instanceof FoldFailed || trouble instanceof Lifted) continue
      const read = this.#folded > before
      if (trouble instanceof LedgerDamaged) this.#noteDamage(trouble)
      else if (read) failures = 0
      // A store that refuses a ledger before it shows an event is asked often: asking costs little.
      await this.#means.pause(Math.min(backoff(failures), read ? Infinity : REFUSED_MS), signal)
    }
  }

  /** Tells whether an error says again what is wrong with the ledger. */
  #isKnown(error: unknown): boolean {
    return error instanceof LedgerDamaged && error.message === this.#damage?.error.message
  }

  /** @returns why it ended, where that was an error. */
  async #subscribe(after: number, ending: AbortSignal): Promise<unknown> {
    this.#again = new AbortController()
    const signal = AbortSignal.any([ending, this.#again.signal])
    try {
      for await (const page of this.#pages(after, signal)) {
        if (signal.aborted) return undefined
        const work = () => this.#folding(page)
        await this.#means.thread.alone(this.#projections, this.#ledger, work, signal)
        this.#means.grown?.()
      }
      return undefined
    } catch (error) {
      return signal.aborted ? undefined : error
    }
  }

  /** As {@link EventStore.subscribe}: what the writer just read comes from there. */
  async *#pages(after: number, signal: AbortSignal) {
    let last = after
    for (const page of after < 0 ? (this.#means.reading?.take() ?? []) : []) {
      yield page
      last += page.length
    }
    yield* this.#means.store.subscribe(this.#ledger, last, signal)
  }

  *#folding(page: readonly StoredEvent[]): Pieces<void> {
    for (const stored of page) {
      const event = this.#chain.next(stored)
      const lifted = liftedBy(event)
      const isNew = lifted !== undefined && !this.#view.lifted[lifted.as].has(lifted.target)
      if (isNew && !(lifted.as === 'released' && this.#view.isWhole)) throw new Lifted()
      this.#isHalfDone = true
      try {
        yield* this.#projections.folding(this.#shown(event))
      } catch (error) {
        const { revision } = event
        const message = `revision ${revision} cannot be folded: ${(error as Error).message}`
        if (!this.#isCareful) throw new FoldFailed(message, { cause: error })
        throw new LedgerDamaged(this.#ledger, { kind: 'unfoldable', revision, message })
      }
      this.#isHalfDone = false
      this.#bytes += projectedBytes(stored)
      this.#noteFolded(event.revision)
      yield
    }
  }

  #noteFolded(revision: number): void {
    this.#folded = revision
    if (this.#damage !== undefined && revision >= this.#damage.at) {
      this.#damage = undefined
      this.#means.damages.clear(this.#ledger)
    }
    this.#waiters.reached(revision)
  }

  #shown(event: LedgerEvent | WithheldEvent): LedgerEvent | WithheldEvent {
    return event.body === null || this.#view.sees(event) ? event : withheld(event)
  }

  #noteDamage(error: LedgerDamaged): void {
    this.#serveBefore(error)
    this.#means.damages.note(error)
  }

  /** The damage stands until a later reading gets past it; the events before it stay folded. */
  #serveBefore(error: LedgerDamaged): void {
    const found = error.damage.revision ?? this.#folded + 1
    this.#damage = { error, at: Math.max(this.#damage?.at ?? 0, found) }
    // What was lost may have been folded.
    if (this.#folded !== found - 1) this.#readAgain()
    this.#waiters.fail(error)
  }

  /** Reads again, with everything in its place that is released by now, and without what is erased. */
  async #readLifted(): Promise<void> {
    try {
      const lifted = await liftedIn(this.#means.store, this.#ledger)
      this.#view = viewOf(this.#levels, this.#rank, lifted)
      this.#readAgain()
    } catch (error) {
      this.#means.report(this.#ledger, error)
      await this.#means.pause(REFUSED_MS, this.#ending.signal)
      // The event is folded again, and thrown on again.
      this.#readAgain()
    }
  }

  #readAgain(): void {
    this.#projections = this.#means.projections({ isCareful: this.#isCareful })
    this.#chain = new Chain(this.#ledger)
    this.#bytes = PROJECTIONS_BYTES
    this.#means.grown?.()
    this.#folded = -1
    this.#isHalfDone = false
    this.#waiters.wake()
  }
}

/** An entry was released that the projections have passed over, or erased that they may have folded. */
class Lifted extends Error {}

/** An event that the projections throw on. */
class FoldFailed extends Error {}

function shuttingDown() {
  return refused('shutting_down', SHUTTING_DOWN)
}
