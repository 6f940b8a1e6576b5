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
    if (this.#history.isTentative) {
      const before = this.#recordedAt
      this.#history.changing(() => {
        this.#recordedAt = before
      })
    }
    const { recordedAt } = event
    this.#recordedAt = Date.parse(recordedAt)
    nameSides(event, (side) => {
      if (isAfter(side, recordedAt)) this.#add(Date.parse(side))
    })
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
  nameSides(event, (side) => instants.push(Date.parse(side)))
  return instants
}

/** Names the same as they are written. */
function nameSides({ occurred, body }: Dated, name: (side: string) => void): void {
  nameSidesOf(occurred, name)
  for (const key in body) {
    const value: unknown = body[key as keyof typeof body]
    if (isDate(value)) nameSidesOf(value, name)
  }
  if ('positions' in body) {
    for (const { since, until } of body.positions) {
      if (since !== undefined) nameSidesOf(since, name)
      if (until !== undefined) nameSidesOf(until, name)
    }
  }
  if ('replacement' in body) nameSides(body.replacement, name)
}

function nameSidesOf({ from, until }: UncertainDate, name: (side: string) => void): void {
  if (from !== null) name(from)
  if (until !== null) name(until)
}

/** The length of an instant that is written in UTC with milliseconds and a year of four digits. */
const USUAL = '2025-11-01T00:00:00.000Z'.length

/** True if one instant is later than another; as texts, where both are written in the usual way. */
function isAfter(a: string, b: string): boolean {
  const areUsual = isUsual(a) && isUsual(b)
  return areUsual ? a > b : Date.parse(a) > Date.parse(b)
}

function isUsual(instant: string): boolean {
  return instant.length === USUAL && instant.endsWith('Z')
}

function isDate(value: unknown): value is UncertainDate {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return 'from' in value && 'until' in value
}
