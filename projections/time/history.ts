/**
 * The clock of a fold: which revision is being folded, and which values it has set, so that a
 * tentative revision can be taken back.
 */
export class History {
  /** The last revision folded; -1 before the first. */
  revision = -1
  readonly #undo: (() => void)[] = []
  #tentative = false

  /** Called by a register before its value changes. */
  changing(undo: () => void): void {
    if (this.#tentative) this.#undo.push(undo)
  }

  /** Runs `fold`, hands back what it returns, and leaves everything as it was before. */
  tentatively<T>(fold: () => T): T {
    const head = this.revision
    this.#tentative = true
    try {
      return fold()
    } finally {
      while (this.#undo.length > 0) this.#undo.pop()?.()
      this.#tentative = false
      this.revision = head
    }
  }
}

/** A value that remembers what it was after each revision that changed it. */
export class Versioned<T> {
  readonly #history: History
  readonly #initial: T
  readonly #revisions: number[] = []
  readonly #values: T[] = []

  constructor(history: History, initial: T) {
    this.#history = history
    this.#initial = initial
  }

  get head(): T {
    return this.#values.length === 0 ? this.#initial : (this.#values.at(-1) as T)
  }

  /** The value after `revision`: O(log of the number of changes). */
  at(revision: number): T {
    let low = 0
    let high = this.#revisions.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#revisions[middle] as number) <= revision) low = middle + 1
      else high = middle
    }
    return low === 0 ? this.#initial : (this.#values[low - 1] as T)
  }

  /** Sets the value as of the revision being folded. */
  set(value: T): void {
    const { revision } = this.#history
    const last = this.#revisions.length - 1
    if (last >= 0 && this.#revisions[last] === revision) {
      const before = this.#values[last] as T
      this.#history.changing(() => {
        this.#values[last] = before
      })
      this.#values[last] = value
      return
    }
    this.#history.changing(() => {
      this.#revisions.pop()
      this.#values.pop()
    })
    this.#revisions.push(revision)
    this.#values.push(value)
  }

  /** The revisions at which the value changed, in order. */
  get changes(): readonly number[] {
    return this.#revisions
  }
}
