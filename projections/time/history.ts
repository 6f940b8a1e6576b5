import { appended, NONE } from './appended.ts'
import { countUpTo } from './count-up-to.ts'
import type { Pieces } from './pieces.ts'

/**
 * The clock of a fold: which revision is being folded, and which values it has set, so that a
 * tentative revision can be taken back.
 */
export class History {
  /** The last revision folded; -1 before the first. */
  revision = -1
  readonly #undo: (() => void)[] = []
  #tentative = false

  /** True during a fold that may be taken back: only then need a register say how to undo a change. */
  get isTentative(): boolean {
    return this.#tentative
  }

  /**
   * Runs `fold`; where it throws, takes back what it did.
   *
   * @returns what it threw, in an object; undefined where it succeeded.
   */
  attempt(fold: () => void): { readonly error: unknown } | undefined {
    const [wasTentative, begun] = [this.#tentative, this.#undo.length]
    this.#tentative = true
    try {
      fold()
      return undefined
    } catch (error) {
      while (this.#undo.length > begun) this.#undo.pop()?.()
      return { error }
    } finally {
      this.#tentative = wasTentative
      if (!wasTentative) this.#undo.length = 0
    }
  }

  /**
   * Runs `fold`, which was put off, as of the revision at which it came. What it does stays where the
   * fold that is being tried is taken back.
   */
  catchUp(revision: number, fold: () => void): void {
    const [head, wasTentative] = [this.revision, this.#tentative]
    this.revision = revision
    this.#tentative = false
    try {
      fold()
    } finally {
      this.revision = head
      this.#tentative = wasTentative
    }
  }

  /** Called by a register before its value changes. */
  changing(undo: () => void): void {
    if (this.#tentative) this.#undo.push(undo)
  }

  /**
   * Runs `fold`, hands back what it returns, and leaves everything as it was before. Nothing else may
   * be folded between two pieces.
   */
  *tentatively<T>(fold: () => Pieces<T>): Pieces<T> {
    const head = this.revision
    this.#tentative = true
    try {
      return yield* fold()
    } finally {
      while (this.#undo.length > 0) this.#undo.pop()?.()
      this.#tentative = false
      this.revision = head
    }
  }
}

/** Changes of a value after the first: most values change once, and need no lists. */
interface Later<T> {
  revisions: number[]
  values: T[]
}

/** A value that remembers what it was after each revision that changed it. */
export class Versioned<T> {
  readonly #history: History
  readonly #initial: T
  /** The revision of the first change; undefined before it. */
  #since: number | undefined
  #first: T
  #later: Later<T> | undefined

  constructor(history: History, initial: T) {
    this.#history = history
    this.#initial = initial
    this.#first = initial
  }

  get head(): T {
    const later = this.#later
    return later === undefined ? this.#first : (later.values[later.values.length - 1] as T)
  }

  /** The value after `revision`: O(log of the number of changes). */
  at(revision: number): T {
    if (this.#since === undefined || revision < this.#since) return this.#initial
    const later = this.#later
    if (later === undefined) return this.#first
    const { revisions, values } = later
    const count = countUpTo(revisions, revision)
    return count === 0 ? this.#first : (values[count - 1] as T)
  }

  /** Sets the value as of the revision being folded. */
  set(value: T): void {
    if (this.#history.isTentative) this.#history.changing(this.#restore())
    this.setLate(value, this.#history.revision)
  }

  /** Sets the value as of a revision that was folded before, the last that changed it or a later one. */
  setLate(value: T, revision: number): void {
    if (this.#since === undefined || this.#since === revision) {
      this.#since = revision
      this.#first = value
      return
    }
    const later = this.#later ?? { revisions: NONE, values: NONE }
    this.#later = later
    const last = later.revisions.length - 1
    if (later.revisions[last] === revision) later.values[last] = value
    else {
      later.revisions = appended(later.revisions, revision)
      later.values = appended(later.values, value)
    }
  }

  /** The revisions at which the value changed, in order. */
  get changes(): readonly number[] {
    if (this.#since === undefined) return []
    return [this.#since, ...(this.#later?.revisions ?? [])]
  }

  /** All that puts back the value and its last change as they are now. */
  #restore(): () => void {
    const [since, first, later, head] = [this.#since, this.#first, this.#later, this.head]
    const changes = later?.revisions.length ?? 0
    return () => {
      this.#since = since
      this.#first = first
      this.#later = later
      if (later === undefined) return
      later.revisions.length = changes
      later.values.length = changes
      later.values[changes - 1] = head
    }
  }
}
