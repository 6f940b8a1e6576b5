import type { Entries } from '../time/entries.ts'
import { type NamedIds, namedIds } from '../time/named-ids.ts'
import type { StandingFact } from '../time/standing-fact.ts'

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

/** The entries that the ledger corrected after revision `from`, up to `to`, in the order in which it did. */
export function correctedEntries(
  entries: Pick<Entries, 'correctionsBetween' | 'changeAt'>,
  from: number,
  to: number,
): CorrectedEntry[] {
  return entries.correctionsBetween(from, to).flatMap((at) => {
    const { removed, added } = entries.changeAt(at)
    const fact = added ?? removed
    if (fact === undefined) return []
    const { entry, id, type, body } = fact
    return [{ change: changeOf(added, at), entry, id, type, at, ...namedIds(body) }]
  })
}

function changeOf(added: StandingFact | undefined, at: number): CorrectedEntry['change'] {
  if (added === undefined) return 'voided'
  return added.recordedIn === at ? 'corrected' : 'restored'
}
