import type { Answer } from '../ledger/receipt.ts'
import { Refused } from '../ledger/refused.ts'
import type { WriteRequest } from '../ledger/request.ts'
import type { EntryKeys, PlannedRelease } from './secrets/secrets-store.ts'

/** The longest time without a look at the clock, in milliseconds: it may be set. */
const LOOK_MS = 60_000

export interface ReleaserMeans {
  readonly keys: () => Promise<EntryKeys>
  readonly write: (ledger: string, request: WriteRequest) => Promise<Answer>
  /** UTC milliseconds. */
  readonly now: () => number
  /** Is told why an entry was not released at its time. */
  readonly report: (release: PlannedRelease | undefined, error: unknown) => void
}

/**
 * Releases entries at the times that are planned for them. What was due while the service was down is
 * released when it starts. An entry that rests on what is still hidden waits until that is released.
 */
export class Releaser {
  readonly #means: ReleaserMeans
  #timer: NodeJS.Timeout | undefined
  #running: Promise<void> | undefined
  #isAsked = false
  #isStopped = false

  constructor(means: ReleaserMeans) {
    this.#means = means
  }

  /** Releases what is due, and what comes due from now on. */
  look(): void {
    this.#isAsked = true
    if (this.#isStopped) return
    this.#running ??= this.#run().finally(() => {
      this.#running = undefined
    })
  }

  async stop(): Promise<void> {
    this.#isStopped = true
    clearTimeout(this.#timer)
    await this.#running
  }

  async #run(): Promise<void> {
    clearTimeout(this.#timer)
    let wait = LOOK_MS
    while (this.#isAsked && !this.#isStopped) {
      this.#isAsked = false
      try {
        wait = await this.#releaseDue()
      } catch (error) {
        this.#means.report(undefined, error)
      }
    }
    if (!this.#isStopped) this.#timer = setTimeout(() => this.look(), wait).unref()
  }

  /** @returns how long to wait until the next release, in milliseconds. */
  async #releaseDue(): Promise<number> {
    const { keys, now } = this.#means
    const kept = await keys()
    for (;;) {
      const planned = await kept.plannedReleases()
      let isChanged = false
      for (const release of planned) {
        if (release.at > now() || this.#isStopped) break
        isChanged = (await this.#release(kept, release)) || isChanged
      }
      if (isChanged && !this.#isStopped) continue
      const next = planned.find(({ at }) => at > now())?.at ?? Number.POSITIVE_INFINITY
      return Math.min(Math.max(next - now(), 0), LOOK_MS)
    }
  }

  /** @returns whether the plan is done with. */
  async #release(keys: EntryKeys, release: PlannedRelease): Promise<boolean> {
    const { ledger, id: target } = release
    const occurred = new Date(this.#means.now()).toISOString().slice(0, 10)
    const commands = { type: 'entry.released', occurred, target }
    try {
      const idempotencyKey = `release ${target}`
      await this.#means.write(ledger, { commands, actor: 'service', idempotencyKey })
    } catch (error) {
      const code = error instanceof Refused ? error.refusals[0]?.code : undefined
      const isOver = code === 'malformed' || code === 'unknown_target'
      if (code !== 'level_too_low') this.#means.report(release, error)
      if (!isOver) return false
    }
    await keys.releaseDone(ledger, target)
    return true
  }
}
