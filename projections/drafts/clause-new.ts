import type { Clause, Step } from './clause.ts'

/**
 * A clause as an operation of a draft revision brings it in.
 *
 * @param otherwise what it has where the operation does not say: by default nobody proposes it, and
 *   it comes from no other clause
 */
export function newClause(
  { clause, label, heading, text, status, alternatives, proposers }: Step<'merge'>['into'],
  under: string | null,
  revision: string,
  otherwise: Partial<Pick<Clause, 'status' | 'proposers' | 'lineage'>>,
): Clause {
  return {
    id: clause,
    label: label ?? null,
    heading: heading ?? null,
    text,
    status: status ?? otherwise.status ?? 'proposed',
    alternatives: alternatives ?? [],
    proposers: proposers ?? otherwise.proposers ?? [],
    positions: [],
    lineage: otherwise.lineage ?? { from: [], into: [] },
    under,
    addedIn: revision,
    wordedIn: revision,
    changedIn: revision,
  }
}
