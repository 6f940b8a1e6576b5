import type { History } from '../time/history.ts'
import { type NamedIds, namedIds } from '../time/named-ids.ts'
import type { Change, StandingFact } from '../time/standing-fact.ts'

/** An entry in whose place something else, nothing, or what had been taken out came to stand. */
export interface CorrectedEntry extends NamedIds {
  readonly change: 'corrected' | 'voided' | 'restored'
  /** Revision and event id of the entry. */
  readonly entry: number
  readonly id: string
  readonly type: StandingFact['type']
  /** The revision from which that is so. */
  readonly at: number
}

/** The entries that the ledger corrected, in the order in which it did. */
export class CorrectedEntries {
  readonly #history: History
  readonly #corrected: CorrectedEntry[] = []

  constructor(history: History) {
    this.#history = history
  }

  apply({ removed, added }: Change): void {
    const at = this.#history.revision
    const fact = added ?? removed
    if (fact === undefined || (removed === undefined && fact.entry === at)) return
    this.#history.changing(() => this.#corrected.pop())
    const { entry, id, type, body } = fact
    this.#corrected.push({ change: changeOf(added, at), entry, id, type, at, ...namedIds(body) })
  }

  /** Those after revision `from`, up to `to`: O(log n) and their number. */
  between(from: number, to: number): CorrectedEntry[] {
    return this.#corrected.slice(this.#firstAfter(from), this.#firstAfter(to))
  }

  #firstAfter(revision: number): number {
    let [low, high] = [0, this.#corrected.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.#corrected[middle] as CorrectedEntry).at <= revision) low = middle + 1
      else high = middle
    }
    return low
  }
}

function changeOf(added: StandingFact | undefined, at: number): CorrectedEntry['change'] {
  if (added === undefined) return 'voided'
  return added.recordedIn === at ? 'corrected' : 'restored'
}
