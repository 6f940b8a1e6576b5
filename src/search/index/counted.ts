import type { StandingFact } from '../../../projections/time/standing-fact.ts'

/** Counts of the catalogue in a ledger. */
export const COUNTED = ['statements', 'drafts', 'meetings'] as const

export type CountedKind = (typeof COUNTED)[number]

/** The counted thing that this fact introduces; one at most. */
export function introducedBy({ type, body }: StandingFact): CountedKind | undefined {
  if (type === 'statement.recorded') return 'statements'
  if (type === 'draft.tabled') return 'drafts'
  if (!('opens' in body) || body.opens === undefined) return undefined
  return type === 'draft.revisionReported' ? 'drafts' : 'meetings'
}

/** Tells if the catalogue reads the body of facts of this type. */
export function isCatalogued(type: StandingFact['type']): boolean {
  return type.startsWith('negotiation.') || type.startsWith('party.')
}
