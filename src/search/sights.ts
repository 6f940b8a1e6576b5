import { setTimeout as pause } from 'node:timers/promises'
import { type Clearance, Levels } from '../../projections/access/levels.ts'
import { type Lifted, liftedIn, lifts, NONE_LIFTED } from '../ledger/view.ts'
import type { EventStore } from '../store/event-store.ts'
import type { Ask } from './ask.ts'
import type { Sight } from './index/level-indexes.ts'
import type { IndexThread } from './index-thread.ts'

/** The longest wait of a search for an index above `public`, in milliseconds. */
const PATIENCE_MS = 5_000

/** The most indexes above `public`, and events in them all: those used longest ago are let go. */
const MOST_KEPT = 32
const MOST_EVENTS = 100_000

/** Tells to which levels a reader is cleared in a ledger, by its name in the store. */
export type ClearanceIn = (ledger: string) => Clearance

interface Kept {
  readonly sight: Sight
  /** The last revision that its index has; -1 for none. */
  revision: number
  lifted: Lifted
  working: Promise<void>
}

interface SightsMeans {
  readonly store: Pick<EventStore, 'head' | 'read'>
  readonly thread: Pick<IndexThread, 'call'>
  /** Is told why an index could not be had. */
  readonly report: (error: unknown) => void
}

/**
 * Indexes above `public`: one of a ledger up to a level, made when somebody who is cleared for that
 * searches, and brought up to the store before each search.
 */
export class Sights {
  readonly #means: SightsMeans
  /** In the order of their last use. */
  readonly #kept = new Map<string, Kept>()

  constructor(means: SightsMeans) {
    this.#means = means
  }

  /**
   * The ledgers that a reader sees above `public`, of those that are searched, each with an index of
   * all that the store has. One that is not ready in time is left out: it goes on being made.
   */
  async of(
    { ledger, readable }: Pick<Ask, 'ledger' | 'readable'>,
    clearanceIn: ClearanceIn,
  ): Promise<{ readonly sights: readonly Sight[]; readonly areAll: boolean }> {
    const leveled = await this.#means.thread.call('leveled', {
      ...(ledger !== undefined && { ledger }),
      ...(readable !== undefined && { readable }),
    })
    const wanted = leveled.flatMap((one) => {
      const rank = new Levels(one.levels).reach(clearanceIn(one.ledger))
      return rank === 0 ? [] : [{ ...one, rank, levels: one.levels.slice(0, rank) }]
    })
    const late = pause(PATIENCE_MS, false, { ref: false })
    const kept = wanted.slice(0, MOST_KEPT)
    const ready = await Promise.all(kept.map((sight) => Promise.race([this.#isReady(sight), late])))
    const sights = kept.filter((_, index) => ready[index])
    return { sights, areAll: sights.length === wanted.length }
  }

  /** Lets go of the indexes of a ledger. */
  forget(ledger: string): void {
    for (const [name, kept] of this.#kept) {
      if (kept.sight.ledger === ledger) this.#drop(name, kept)
    }
  }

  async #isReady(sight: Sight): Promise<boolean> {
    const kept = this.#use(sight)
    // One after another: what was stored before this search began is in the index then.
    const working = kept.working.then(() => this.#catchUp(kept))
    kept.working = working.catch(() => undefined)
    try {
      await working
      return true
    } catch (error) {
      this.#means.report(error)
      this.forget(sight.ledger)
      return false
    }
  }

  #use(sight: Sight): Kept {
    const name = `${sight.ledger} ${sight.rank}`
    const known = this.#kept.get(name)
    const fresh = { sight, revision: -1, lifted: NONE_LIFTED, working: Promise.resolve() }
    const kept = known ?? fresh
    this.#kept.delete(name)
    this.#kept.set(name, kept)
    return kept
  }

  /** Lets go of other indexes, the oldest first, until there is room for this many events. */
  #makeRoom(own: Kept, events: number): void {
    const others = [...this.#kept].filter(([, kept]) => kept !== own)
    let held = others.reduce((sum, [, { revision }]) => sum + revision + 1, events)
    let count = others.length + 1
    for (const [name, kept] of others) {
      if (held <= MOST_EVENTS && count <= MOST_KEPT) return
      held -= kept.revision + 1
      count -= 1
      this.#drop(name, kept)
    }
  }

  #drop(name: string, { sight }: Kept): void {
    this.#kept.delete(name)
    this.#means.thread.call('dropAbove', sight).catch(() => undefined)
  }

  /** Takes in what was stored since; all of the ledger again where an entry was released or erased. */
  async #catchUp(kept: Kept): Promise<void> {
    const { store, thread } = this.#means
    const { ledger, rank, levels } = kept.sight
    const head = await store.head(ledger)
    if (head === kept.revision) return
    if (head >= MOST_EVENTS) throw new Error(`${ledger} is too long to be indexed above public`)
    this.#makeRoom(kept, head + 1)
    const isWhole = kept.revision < 0
    if (isWhole) kept.lifted = await liftedIn(store, ledger)
    for await (const events of store.read(ledger, kept.revision + 1, head + 1)) {
      if (!isWhole && events.some(lifts)) {
        kept.revision = -1
        return this.#catchUp(kept)
      }
      const part = { ledger, events, levels, lifted: kept.lifted, isFirst: kept.revision < 0 }
      await thread.call('writeAbove', { ledger, rank, part })
      kept.revision = events.at(-1)?.revision ?? kept.revision
    }
  }
}
