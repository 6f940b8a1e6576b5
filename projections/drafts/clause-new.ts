import type { Clause } from './clause.ts'

interface Given {
  readonly clause: string
  readonly label?: string | undefined
  readonly heading?: string | undefined
  readonly text: string
}

/** A clause as an operation of a draft revision brings it in. */
export function newClause(
  { clause, label, heading, text }: Given,
  under: string | null,
  revision: string,
  more: Partial<Pick<Clause, 'status' | 'alternatives' | 'proposers' | 'lineage'>>,
): Clause {
  return {
    id: clause,
    label: label ?? null,
    heading: heading ?? null,
    text,
    status: more.status ?? 'proposed',
    alternatives: more.alternatives ?? [],
    proposers: more.proposers ?? [],
    positions: [],
    lineage: more.lineage ?? { from: [], into: [] },
    under,
    children: [],
    addedIn: revision,
    wordedIn: revision,
    changedIn: revision,
  }
}
