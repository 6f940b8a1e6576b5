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

  /** Takes the next event, which names these instants. */
  apply({ recordedAt }: LedgerEvent, instants: readonly number[]): void {
    if (this.#history.isTentative) {
      const before = this.#recordedAt
      this.#history.changing(() => {
        this.#recordedAt = before
      })
    }
    this.#recordedAt = Date.parse(recordedAt)
    for (const instant of instants) if (instant > this.#recordedAt) this.#add(instant)
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

type Dated = Pick<LedgerEvent, 'occurred' | 'body'>

/** Both sides of every date of an event: its own, those of its body, its positions, its replacement. */
export function instantsOf(event: Dated): number[] {
  const instants: number[] = []
  addSides(event.occurred, instants)
  for (const value of Object.values<unknown>(event.body)) {
    if (isDate(value)) addSides(value, instants)
  }
  if ('positions' in event.body) {
    for (const { since, until } of event.body.positions) {
      if (since !== undefined) addSides(since, instants)
      if (until !== undefined) addSides(until, instants)
    }
  }
  if ('replacement' in event.body) instants.push(...instantsOf(event.body.replacement))
  return instants
}

function addSides({ from, until }: UncertainDate, instants: number[]): void {
  if (from !== null) instants.push(Date.parse(from))
  if (until !== null) instants.push(Date.parse(until))
}

function isDate(value: unknown): value is UncertainDate {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return 'from' in value && 'until' in value
}
