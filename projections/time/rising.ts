import { appended, NONE } from './appended.ts'
import { countUpTo } from './count-up-to.ts'

/** The most numbers that are put in one at a time; more are sorted together with all others. */
const FEW = 64

/** The most numbers that wait: many of them are there already. */
const MOST_WAITING = 512

/**
 * Numbers in rising order, each once. One that comes out of order is put in its place when the numbers
 * are next read, since most are never asked for.
 */
export class Rising {
  #settled: number[] = NONE
  #waiting: number[] = NONE

  add(number: number): void {
    const last = this.#settled.at(-1)
    if (number === last) return
    const isNext = this.#waiting.length === 0 && (last === undefined || number > last)
    if (isNext) this.#settled = appended(this.#settled, number)
    else this.#waiting = appended(this.#waiting, number)
    if (this.#waiting.length >= MOST_WAITING) this.#settle()
  }

  /** The last number up to a bound; undefined before the first. */
  lastUpTo(bound: number): number | undefined {
    if (this.#waiting.length > 0) this.#settle()
    return this.#settled[countUpTo(this.#settled, bound) - 1]
  }

  #settle(): void {
    const [settled, waiting] = [this.#settled, this.#waiting]
    this.#waiting = NONE
    if (waiting.length > FEW) {
      this.#settled = [...new Set([...settled, ...waiting])].sort((a, b) => a - b)
      return
    }
    for (const number of waiting) {
      const at = countUpTo(settled, number)
      if (settled[at - 1] !== number) settled.splice(at, 0, number)
    }
  }
}
