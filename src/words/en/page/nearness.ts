/** The picture of parties, by how near their answers are. */
export const nearness = {
  andMore: (count: number) => `and ${count} more`,
  mapTold: (groups: string) =>
    `Parties that answer alike lie together: ${groups}. The table below has the same.`,
  eachParty: 'Each party with the one that answers most like it, and least',
  party: 'Party',
  nearest: 'Nearest',
  furthest: 'Furthest',
  noCommon: 'no subject in common',
  agreeWith: (party: string) => `How far the others agree with ${party}.`,
  allParties: 'All parties',
  agreement: 'Agreement',
  on: 'On',
  heads: ['Party', 'Other party', 'Agreement', 'Subjects in common'],
  agreementOn: (party: string, share: string, subjects: string) =>
    `${party}, ${share} on ${subjects}`,
  tooFew: 'Fewer than two parties have a record at this moment.',
  near: 'Near = alike on the subjects on which both have a record. The picture is off by',
  method:
    "On a subject two parties are 0 apart on the same side, 1 on opposite sides, and one half where one is undecided, withdrawn or conflicting; their distance is the mean over the subjects on which both have a record. Classical multidimensional scaling puts the distances into the plane, turned to lie as that of the last entry does, so that it moves no more than the answers do. How far it is off is Kruskal's stress: below 10 % the picture can be trusted, above 20 % the table should be.",
  caption: 'who is near whom',
  leftOut: (share: string, parties: string) =>
    `Left out, with a record on less than ${share} of the subjects: ${parties}.`,
}
