import type { FoldFaults } from '../../time/fold-faults.ts'
import type { StandingFact } from '../../time/standing-fact.ts'
import type { Finding, WarningRule } from '../warning.ts'

/** An entry that some view of the ledger lacks, since the service failed on it. */
export class LeftOutRule implements WarningRule {
  readonly #faults: FoldFaults

  constructor(faults: FoldFaults) {
    this.#faults = faults
  }

  check(fact: StandingFact): Finding[] {
    const views = this.#faults.at(fact.recordedIn)
    if (views.length === 0) return []
    return [{ code: 'entry_left_out', params: { views } }]
  }
}
