import type { DatedFact } from '../time/dated-facts-by.ts'
import { isPossible, type ShownFact, shown } from '../time/shown-fact.ts'
import type { AsOf, StandingFact } from '../time/standing-fact.ts'

/** That a party is a member of a grouping, and what says so. */
export interface Membership {
  /** The grouping, seen from a party; the party, seen from a grouping. */
  readonly id: string
  readonly joined: ShownFact
  /** There where it may not have joined yet. */
  readonly possibly?: true
}

/**
 * The memberships that are left when everybody has joined and left.
 *
 * @param facts those that count, in the order in which they do
 * @param side which of the two the reply names
 */
export function membershipsOf(
  facts: readonly DatedFact<StandingFact<'grouping.joined' | 'grouping.left'>>[],
  side: 'grouping' | 'party',
  asOf: AsOf,
): Membership[] {
  const memberships = new Map<string, Membership>()
  for (const dated of facts) {
    const { fact } = dated
    const id = fact.body[side]
    memberships.delete(id)
    if (fact.type === 'grouping.left') continue
    const possibly = isPossible(dated, asOf) ? { possibly: true as const } : {}
    memberships.set(id, { id, joined: shown(fact), ...possibly })
  }
  return [...memberships.values()]
}
