/** Groups of operations, in the order in which the documentation has them. */
export const tags = {
  Recording: 'Appending what happened, and moving whole ledgers.',
  Negotiations: 'Which negotiations there are, and finding words in them.',
  Stances: 'Where each party stands on each subject, and how far apart they are.',
  Drafts: 'The text on the table, and how it came to be.',
  Story: 'Meetings, statements, the timeline, and what changed.',
  Registers: 'Who takes part, what is contested, and what facts rest on.',
  Events: 'What was recorded, event by event, and as it is recorded.',
  Proofs: 'The Merkle log of a ledger: signed heads, proofs, and what an auditor takes home.',
  Access: 'Who may ask, and the keys by which the service knows them.',
  Service: 'The service itself: its health, its figures, its documentation.',
} as const

export type Tag = keyof typeof tags
