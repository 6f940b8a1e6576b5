import type { UncertainDate } from '../../events/envelope.ts'
import type { LedgerEvent } from '../../events/registry.ts'
import { countUpTo } from './count-up-to.ts'
import type { History } from './history.ts'

/**
 * The instants at which answers of a ledger may change with time alone: those at which something
 * begins, ends or closes its window after it was recorded. What lies before that is not kept, since
 * the recording of the event is an instant itself.
 */
export class ComingInstants {
  readonly #history: History
  /** Milliseconds, in rising order, each once. */
  readonly #instants: number[] = []
  #recordedAt = Number.NEGATIVE_INFINITY

  constructor(history: History) {
    this.#history = history
  }

  apply(event: LedgerEvent): void {
    const before = this.#recordedAt
    this.#history.changing(() => {
      this.#recordedAt = before
    })
    this.#recordedAt = Date.parse(event.recordedAt)
    for (const instant of instantsOf(event)) if (instant > this.#recordedAt) this.#add(instant)
  }

  /**
   * The last instant up to `now` at which an answer may have changed: between it and `now` every
   * answer as of the head is the same. At least when the head was recorded.
   */
  lastBy(now: number): number {
    const count = countUpTo(this.#instants, now)
    return Math.max(this.#recordedAt, this.#instants[count - 1] ?? Number.NEGATIVE_INFINITY)
  }

  #add(instant: number): void {
    const at = countUpTo(this.#instants, instant)
    if (this.#instants[at - 1] === instant) return
    this.#instants.splice(at, 0, instant)
    this.#history.changing(() => this.#instants.splice(this.#instants.indexOf(instant), 1))
  }
}

/** Both sides of every date of an event: its own, those of its body, its positions, its replacement. */
export function* instantsOf({
  occurred,
  body,
}: Pick<LedgerEvent, 'occurred' | 'body'>): Generator<number> {
  yield* sidesOf(occurred)
  for (const value of Object.values(body)) if (isDate(value)) yield* sidesOf(value)
  if ('positions' in body) {
    for (const { since, until } of body.positions) {
      if (since !== undefined) yield* sidesOf(since)
      if (until !== undefined) yield* sidesOf(until)
    }
  }
  if ('replacement' in body) yield* instantsOf(body.replacement)
}

function* sidesOf({ from, until }: UncertainDate): Generator<number> {
  if (from !== null) yield Date.parse(from)
  if (until !== null) yield Date.parse(until)
}

function isDate(value: unknown): value is UncertainDate {
  return typeof value === 'object' && value !== null && 'from' in value && 'until' in value
}
