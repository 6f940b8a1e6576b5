import type { ClauseInText } from '../../../projections/drafts/draft-reply.ts'
import { go, restedRoute } from '../state/route.ts'

export const ONLY = ['all', 'bracketed', 'changed'] as const

/** The manners of reading. */
export const MODES = ['read', 'redline', 'blame', 'beside'] as const

export type Mode = (typeof MODES)[number]

/** The clauses that are read, as the address has it. */
export interface DraftFilter {
  readonly only: (typeof ONLY)[number]
  /** A party that proposes, opposes, reserves or takes a position. */
  readonly party: string | undefined
  readonly status: string | undefined
}

export function draftFilter(): DraftFilter {
  const { only, by, status } = restedRoute.value.query
  return {
    only: ONLY.find((each) => each === only) ?? 'all',
    party: by,
    status,
  }
}

/** Puts a control of the reader into the address. */
export function setReader(change: Readonly<Record<string, string | undefined>>): void {
  go({ query: change }, 'replace')
}

/** True if words of the clause are still open. */
export function hasOpenWords({ status, alternatives }: ClauseInText): boolean {
  return status === 'bracketed' || alternatives.length > 0
}

/** The parties that say something of the clause or of its words. */
function partiesTakingPart({
  proposers,
  alternatives,
  positions,
}: ClauseInText): ReadonlySet<string> {
  return new Set([
    ...proposers,
    ...positions.map(({ party }) => party),
    ...alternatives.flatMap(({ proposers, opponents, reserving = [] }) => [
      ...proposers,
      ...opponents,
      ...reserving,
    ]),
  ])
}

/** The number of bracketed clauses in which each party has a part, the greatest first. */
export function countParties(clauses: readonly ClauseInText[]): [party: string, clauses: number][] {
  const all = clauses.filter(hasOpenWords).flatMap((clause) => [...partiesTakingPart(clause)])
  const counts = Map.groupBy(all, (party) => party)
  return [...counts].map(([party, { length }]) => [party, length] as [string, number]).sort(byCount)
}

function byCount([, a]: [string, number], [, b]: [string, number]): number {
  return b - a
}

/**
 * The ids of the clauses that pass.
 *
 * @param changed the clauses that a comparison finds changed; undefined where nothing is compared
 */
export function passing(
  clauses: readonly ClauseInText[],
  { only, party, status }: DraftFilter,
  changed: ReadonlySet<string> | undefined,
): ReadonlySet<string> {
  const passes = (clause: ClauseInText) =>
    (only !== 'bracketed' || hasOpenWords(clause)) &&
    (only !== 'changed' || changed === undefined || changed.has(clause.id)) &&
    (party === undefined || partiesTakingPart(clause).has(party)) &&
    (status === undefined || clause.status === status)
  return new Set(clauses.filter(passes).map(({ id }) => id))
}

/** Clauses that pass, and the headings that they stand under, which say where in the text they are. */
export function withHeadings<C extends { readonly depth: number }>(
  clauses: readonly C[],
  passes: (clause: C) => boolean,
): C[] {
  const kept = new Set<C>()
  const above: C[] = []
  for (const clause of clauses) {
    while ((above.at(-1)?.depth ?? -1) >= clause.depth) above.pop()
    if (passes(clause)) for (const each of [...above, clause]) kept.add(each)
    above.push(clause)
  }
  return clauses.filter((clause) => kept.has(clause))
}
