/** The type of the entry that brings in a thing, for each kind that one type alone brings in. */
export const INTRODUCED_BY_TYPE = {
  negotiation: 'negotiation.opened',
  party: 'party.listed',
  person: 'person.named',
  issue: 'issue.raised',
  source: 'source.recorded',
  statement: 'statement.recorded',
  draft: 'draft.tabled',
} as const
