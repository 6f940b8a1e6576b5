import { countUpTo } from './count-up-to.ts'
import type { History } from './history.ts'
import type { AsOf } from './standing-fact.ts'

/** Items at numbers of one axis. Those that come out of order are put in their places by a read. */
class AxisMarks<T> {
  readonly #history: History
  #numbers: number[] = []
  #items: T[] = []
  /** The number of marks from the first on that are in order. */
  #ordered = 0
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
    const last = this.#numbers.length - 1
    if (this.#numbers[last] === number && this.#items[last] === item) return
    const isNext = this.#ordered > last && !(number < (this.#numbers[last] as number))
    if (isNext) this.#ordered += 1
    this.#numbers.push(number)
    this.#items.push(item)
  }

  /** The items after one number and up to another, some of them more than once. */
  between(after: number, upTo: number): T[] {
    if (this.#ordered < this.#numbers.length) this.#order()
    const [first, end] = [after, upTo].map((bound) => countUpTo(this.#numbers, bound))
    const items = this.#items.slice(first, end)
    for (const { number, item } of this.#tried) {
      if (after < number && number <= upTo) items.push(item)
    }
    return items
  }

  /** Puts the marks behind those in order in their places: from the end, since most are late. */
  #order(): void {
    const [numbers, items] = [this.#numbers, this.#items]
    const late = Array.from(numbers.slice(this.#ordered), (number, n) => ({
      number,
      item: items[this.#ordered + n] as T,
    })).sort((a, b) => a.number - b.number)
    let from = this.#ordered - 1
    for (let to = numbers.length - 1; late.length > 0; to--) {
      const { number, item } = late.at(-1) as (typeof late)[number]
      if (from >= 0 && (numbers[from] as number) > number) {
        numbers[to] = numbers[from] as number
        items[to] = items[from] as T
        from -= 1
      } else {
        numbers[to] = number
        items[to] = item
        late.pop()
      }
    }
    this.#ordered = numbers.length
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
