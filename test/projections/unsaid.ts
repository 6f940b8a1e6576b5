/** What a body must say and a test mostly does not care about, by event type. */
const UNSAID: Record<string, Record<string, unknown>> = {
  'negotiation.opened': { title: 'Talks' },
  'negotiation.concluded': { outcome: 'unspecified' },
  'party.listed': { name: 'A party', kind: 'state', role: 'party' },
  'person.named': { name: 'A person' },
  'issue.raised': { title: 'An issue', proposition: 'It is so.' },
  'source.recorded': {
    kind: 'news_report',
    authors: [],
    language: 'en',
    published: '2025-11-01',
    held: 'unseen',
  },
  'source.amended': { amendment: 'corrected' },
  'statement.recorded': {
    speaker: { kind: 'anonymous' },
    text: 'Words.',
    language: 'en',
    rendering: 'original',
    wording: 'quoted',
    attribution: { level: 'on_record' },
    about: [],
    positions: [],
  },
  'statement.retracted': { manner: 'retracted' },
  'draft.tabled': { title: 'A draft', proposers: [] },
  'draft.revised': { basis: [], proposers: [], operations: [], complete: true },
  'draft.operationsAdded': { operations: [] },
  'draft.revisionReported': { basis: [] },
  'draft.withdrawn': { by: [] },
  'meeting.announced': { certainty: 'planned' },
  'entry.corrected': { reason: 'entry_error' },
  'entry.voided': { reason: 'entry_error' },
}

interface Command {
  readonly type: string
  readonly [member: string]: unknown
}

const POSITION = { stance: 'supports', commitment: 'unspecified', redLine: 'unstated' }

/** A command with what it leaves unsaid filled in, that of its positions and replacement too. */
export function complete(command: Command): Record<string, unknown> {
  const completed: Record<string, unknown> = { ...UNSAID[command.type], ...command }
  if (command.type === 'statement.recorded') {
    completed.positions = (completed.positions as object[]).map((p) => ({ ...POSITION, ...p }))
  }
  if (command.type === 'entry.corrected') {
    const { type, ...rest } = completed.replacement as Command
    completed.replacement = complete({ type, occurred: '2025-11-01', ...rest })
  }
  return completed
}
