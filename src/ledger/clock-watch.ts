/** The most by which the clock may be behind what is recorded without a warning, in milliseconds. */
const TOLERANCE_MS = 60_000

/** A ledger that was recorded by a clock ahead of the present one. */
export interface ClockBehind {
  /** Undefined where only the time is known. */
  readonly ledger: string | undefined
  /** The extent to which the clock is behind the ledger's last event. */
  readonly behindMs: number
}

/**
 * Watches whether the clock is behind what is recorded. Recording times never decrease, so an entry
 * that was recorded while a clock was ahead gives its time to all that follow in its ledger, until
 * the clock is there.
 */
export class ClockWatch {
  readonly #now: () => number
  readonly #report: (behind: ClockBehind | undefined) => void
  #latest: { readonly ledger: string | undefined; readonly recordedAt: number } | undefined
  #isTold = false

  /** @param report is told when the clock is found behind, and with undefined when it has caught up. */
  constructor(now: () => number, report: (behind: ClockBehind | undefined) => void) {
    this.#now = now
    this.#report = report
  }

  /** Takes note of when an event was recorded, in milliseconds, and of its ledger where it is known. */
  note(ledger: string | undefined, recordedAt: number): void {
    if (recordedAt > (this.#latest?.recordedAt ?? Number.NEGATIVE_INFINITY)) {
      this.#latest = { ledger, recordedAt }
    }
    const { behind } = this
    if ((behind !== undefined) === this.#isTold) return
    this.#isTold = behind !== undefined
    this.#report(behind)
  }

  /**
   * The time by which the clock is behind the latest known recording time, in milliseconds; 0 if it
   * is not.
   */
  get behindMs(): number {
    return Math.max(0, (this.#latest?.recordedAt ?? 0) - this.#now())
  }

  /** Undefined unless the clock is behind by more than a minute. */
  get behind(): ClockBehind | undefined {
    if (this.#latest === undefined) return undefined
    const { ledger, recordedAt } = this.#latest
    const behindMs = recordedAt - this.#now()
    return behindMs <= TOLERANCE_MS ? undefined : { ledger, behindMs }
  }
}
