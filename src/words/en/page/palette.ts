/** The search by what is typed. */
export const palette = {
  entries: 'Entries',
  inWords: 'In the words of the ledger',
  findAnything: 'Find anything',
  placeholder: 'A party, issue, clause, person, meeting, source, entry 37, or words in the ledger',
  nothing: 'Nothing has this name at the moment shown, and no entry has these words.',
  groups: {
    views: 'Views',
    parties: 'Parties',
    issues: 'Issues',
    clauses: 'Clauses',
    people: 'People',
    meetings: 'Meetings',
    sources: 'Sources',
  },
}
