import type { History } from './history.ts'

/** An event that a view could not fold: the view goes on as if the event had not been there. */
export interface FoldFault {
  /** Revision of the event. */
  readonly revision: number
  readonly view: string
  readonly message: string
}

/** The events that views left out, in the order of their revisions. */
export class FoldFaults {
  readonly #history: History
  readonly #faults: FoldFault[] = []
  /** By view: the facts that it does not have, since it left their events out. */
  readonly #missing = new Map<string, Set<object>>()

  constructor(history: History) {
    this.#history = history
  }

  get all(): readonly FoldFault[] {
    return this.#faults
  }

  /** The views that left the event at that revision out. */
  at(revision: number): string[] {
    return this.#faults.filter((fault) => fault.revision === revision).map(({ view }) => view)
  }

  /** Notes that a view left out the event being folded, and with it the fact that the event added. */
  note(view: string, error: unknown, added: object | undefined): void {
    const message = error instanceof Error ? error.message : String(error)
    this.#history.changing(() => this.#faults.pop())
    this.#faults.push({ revision: this.#history.revision, view, message })
    if (added === undefined) return
    const missing = this.#missing.get(view) ?? new Set()
    this.#history.changing(() => missing.delete(added))
    missing.add(added)
    this.#missing.set(view, missing)
  }

  /** True if a view does not have that fact. */
  isMissing(view: string, fact: object): boolean {
    return this.#missing.get(view)?.has(fact) === true
  }
}
