import { Drafts } from '../../projections/drafts/drafts.ts'
import { EvidenceOf } from '../../projections/evidence/evidence.ts'
import { FactIndex } from '../../projections/fact-index.ts'
import { Persons } from '../../projections/parties/persons.ts'
import { FoldFaults } from '../../projections/time/fold-faults.ts'
import { Warnings } from '../../projections/warnings/warnings.ts'
import { given, type Told } from './given.ts'

export function ledger(told: readonly Told[]) {
  return given(told, (history, entries) => {
    const read = {
      ...{ entries, facts: new FactIndex(history) },
      ...{ persons: new Persons(history), evidence: new EvidenceOf(history) },
      drafts: new Drafts(history),
      faults: new FoldFaults(history),
    }
    const { entries: _entries, faults: _faults, ...projections } = read
    return { ...projections, warnings: new Warnings(history, read) }
  })
}

/** What is warned of at the head, long after everything: `code @entry`, or `code @entry !against`. */
export function warned(told: readonly Told[]): string[] {
  const { warnings, at } = ledger(told)
  return warnings
    .list(at('2030-01-01T00:00Z'))
    .map(({ code, entry, against }) => `${code} @${entry}${against ? ` !${against.entry}` : ''}`)
}

export function told(type: string, occurred: string, body: object = {}): Told {
  return { type, occurred, body }
}

/** A party that was there all along. */
export function listed(party: string, since = '../'): Told {
  return told('party.listed', '2025-11-01', { party, since })
}
