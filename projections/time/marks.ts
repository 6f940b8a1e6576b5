import { countUpTo } from './count-up-to.ts'
import type { History } from './history.ts'
import type { AsOf } from './standing-fact.ts'

/** The most marks that are put in one at a time; more are sorted together with all others. */
const FEW = 64

/** Items at numbers of one axis. One that comes out of order is put in its place when they are read. */
export class AxisMarks<T> {
  readonly #history: History
  #numbers: number[] = []
  #items: T[] = []
  #waiting: { readonly number: number; readonly item: T }[] = []
  /** Those of a fold that may be taken back. */
  readonly #tried: { readonly number: number; readonly item: T }[] = []

  constructor(history: History) {
    this.#history = history
  }

  add(number: number, item: T): void {
    if (this.#history.isTentative) {
      this.#tried.push({ number, item })
      this.#history.changing(() => this.#tried.pop())
      return
    }
    const last = this.#numbers.at(-1)
    if (this.#waiting.length > 0 || (last !== undefined && number < last)) {
      this.#waiting.push({ number, item })
    } else if (number !== last || this.#items.at(-1) !== item) {
      this.#numbers.push(number)
      this.#items.push(item)
    }
  }

  /** The items after one number and up to another, some of them more than once. */
  between(after: number, upTo: number): T[] {
    this.#settle()
    const items = this.#items.slice(countUpTo(this.#numbers, after), countUpTo(this.#numbers, upTo))
    for (const { number, item } of this.#tried)
      if (after < number && number <= upTo) items.push(item)
    return items
  }

  #settle(): void {
    const waiting = this.#waiting
    if (waiting.length === 0) return
    this.#waiting = []
    if (waiting.length > FEW) {
      this.#merge(waiting.sort((a, b) => a.number - b.number))
      return
    }
    for (const { number, item } of waiting) {
      const at = countUpTo(this.#numbers, number)
      if (this.#numbers[at - 1] === number && this.#items[at - 1] === item) continue
      this.#numbers.splice(at, 0, number)
      this.#items.splice(at, 0, item)
    }
  }

  #merge(sorted: readonly { readonly number: number; readonly item: T }[]): void {
    const [numbers, items] = [this.#numbers, this.#items]
    this.#numbers = []
    this.#items = []
    let next = 0
    const push = (number: number, item: T) => {
      if (this.#numbers.at(-1) === number && this.#items.at(-1) === item) return
      this.#numbers.push(number)
      this.#items.push(item)
    }
    for (const { number, item } of sorted) {
      for (; next < numbers.length && (numbers[next] as number) <= number; next++) {
        push(numbers[next] as number, items[next] as T)
      }
      push(number, item)
    }
    for (; next < numbers.length; next++) push(numbers[next] as number, items[next] as T)
  }
}

/** Items at the revisions and instants at which something may become of them. */
export class Marks<T> {
  readonly #revisions: AxisMarks<T>
  /** Milliseconds. */
  readonly #instants: AxisMarks<T>

  constructor(history: History) {
    this.#revisions = new AxisMarks(history)
    this.#instants = new AxisMarks(history)
  }

  /** Marks an item at a revision, and at instants; those that are infinite are never passed. */
  add(item: T, revision: number, instants: readonly number[] = []): void {
    this.#revisions.add(revision, item)
    for (const [place, instant] of instants.entries()) {
      if (Number.isFinite(instant) && instants.indexOf(instant) === place) {
        this.#instants.add(instant, item)
      }
    }
  }

  /** The items that are marked between two moments on either axis: O(log n) and their marks there. */
  between(from: AsOf, to: AsOf): Set<T> {
    const [earlier, later] = inOrder(from.validTime, to.validTime)
    const [first, last] = inOrder(from.revision, to.revision)
    const found = new Set(this.#revisions.between(first, last))
    for (const item of this.#instants.between(earlier, later)) found.add(item)
    return found
  }
}

function inOrder(a: number, b: number): readonly [number, number] {
  return a < b ? [a, b] : [b, a]
}
