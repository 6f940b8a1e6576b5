/** Commands as a recorder sends them, each the least that its type asks for. */
export interface Sent {
  readonly type: string
  readonly [member: string]: unknown
}

type Members = Readonly<Record<string, unknown>>

const occurred = '2025-11-30'

export const opened: Sent = { type: 'negotiation.opened', occurred, title: 'Talks' }

export const listed = (party: string, kind = 'state'): Sent => ({
  type: 'party.listed',
  occurred,
  party,
  name: party,
  kind,
  role: 'party',
})

export const joined = (grouping: string, party: string): Sent => ({
  type: 'grouping.joined',
  occurred,
  grouping,
  party,
})

export const named = (person: string): Sent => ({
  type: 'person.named',
  occurred,
  person,
  name: person,
})

export const raised = (issue: string): Sent => ({
  type: 'issue.raised',
  occurred,
  issue,
  title: issue,
  proposition: `There is a ${issue}`,
})

/** A source: its text held where one is given, unseen where not. */
export const sourced = (source: string, text?: string): Sent => ({
  type: 'source.recorded',
  occurred,
  source,
  kind: 'news_report',
  authors: [],
  language: 'en',
  published: occurred,
  ...(text === undefined ? { held: 'unseen' } : { held: 'text', text }),
})

export const said = (statement: string, members: Members = {}): Sent => ({
  type: 'statement.recorded',
  occurred,
  statement,
  speaker: { kind: 'anonymous' },
  text: 'We are close',
  language: 'en',
  rendering: 'original',
  wording: 'quoted',
  attribution: { level: 'anonymous' },
  about: [],
  positions: [],
  ...members,
})

export const position = (party: string, kind: string, id: string) => ({
  party,
  subject: { kind, id },
  stance: 'opposes',
  commitment: 'unspecified',
  redLine: 'unstated',
})

export const tabled = (draft: string, members: Members = {}): Sent => ({
  type: 'draft.tabled',
  occurred,
  draft,
  title: draft,
  proposers: [],
  ...members,
})

export const revised = (
  draft: string,
  revision: string,
  operations: readonly Members[] = [],
  members: Members = {},
): Sent => ({
  type: 'draft.revised',
  occurred,
  draft,
  revision,
  basis: [],
  proposers: [],
  operations,
  complete: true,
  ...members,
})

export const add = (clause: string, members: Members = {}) => ({
  op: 'add',
  clause,
  text: 'The army is limited',
  ...members,
})

export const met = (type: string, meeting: string, members: Members = {}): Sent => ({
  type: `meeting.${type}`,
  occurred,
  meeting,
  ...(type === 'announced' ? { certainty: 'expected' } : {}),
  ...members,
})

export const opens = (members: Members = {}) => ({
  opens: { title: 'A meeting', kind: 'meeting', ...members },
})

export const corrected = (target: string, replacement: Sent, members: Members = {}): Sent => ({
  type: 'entry.corrected',
  occurred,
  target,
  reason: 'entry_error',
  replacement,
  ...members,
})

export const voided = (target: string): Sent => ({
  type: 'entry.voided',
  occurred,
  target,
  reason: 'duplicate',
})

/** Any command, with these members beside or instead of its own. */
export const withMembers = (command: Sent, members: Members): Sent => ({ ...command, ...members })

export const of = (type: string, members: Members): Sent => ({ type, occurred, ...members })
