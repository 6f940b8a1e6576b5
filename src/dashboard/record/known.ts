import { wordingIdOf } from '../../../projections/drafts/wording.ts'
import type { MentionKind } from '../../../projections/timeline/mentions.ts'
import { useReading } from '../state/use-reading.ts'
import { idFor } from '../words/id-for.ts'
import { kindNamed } from '../words/named.ts'
import type { Members } from './values.ts'

/** Something that can be named: its id, and what it is called. */
export interface KnownThing {
  readonly id: string
  readonly name: string
  /** The date of publication, of a source. */
  readonly published?: string
}

export type KnownThings = Readonly<Record<MentionKind, readonly KnownThing[]>>

/** Everything that the ledger knows by an id, as of the moment shown. */
export function useKnown(): KnownThings {
  const parties = useReading('parties', {})?.parties ?? []
  const persons = useReading('persons', {})?.persons ?? []
  const issues = useReading('issues', {})?.issues ?? []
  const sources = useReading('sources', {})?.sources ?? []
  const statements = useReading('statements', { groupings: 'false' })?.statements ?? []
  const drafts = useReading('drafts', {})?.drafts ?? []
  const meetings = useReading('meetings', {})?.meetings ?? []
  const table = useReading('table', {})?.onTable
  const revisions = drafts.flatMap(({ current }) => current ?? [])
  return {
    party: parties.map(({ party, name }) => ({ id: party, name })),
    person: persons.map(({ person, name }) => ({ id: person, name })),
    issue: issues.map(({ issue, title }) => ({ id: issue, name: title })),
    source: sources.map(({ source, title, publisher, published }) => ({
      id: source,
      name: title ?? publisher ?? source,
      published: published.text,
    })),
    statement: statements.map(({ statement, text }) => ({
      id: statement,
      name: shortened(text),
    })),
    draft: drafts.map(({ draft, title }) => ({ id: draft, name: title })),
    draft_revision: revisions.map(({ draftRevision: revision, title }) => ({
      id: revision,
      name: title ?? revision,
    })),
    meeting: meetings.map(({ meeting, title }) => ({ id: meeting, name: title })),
    clause: (table?.content?.clauses ?? []).map(({ id, label, heading }) => ({
      id,
      name: [label, heading].filter(Boolean).join(' ') || id,
    })),
    wording: (table?.content?.clauses ?? []).flatMap(({ id, alternatives }) =>
      alternatives.map((alternative) => ({
        id: wordingIdOf(id, alternative),
        name: shortened(alternative.text),
      })),
    ),
  }
}

/** The beginning of a text, as a name for it. */
function shortened(text: string): string {
  return text.slice(0, 60)
}

/** The member by which a type of event introduces something, and what its id is made from. */
const INTRODUCES: Readonly<Record<string, readonly [member: string, from: readonly string[]]>> = {
  'party.listed': ['party', ['name']],
  'person.named': ['person', ['name']],
  'issue.raised': ['issue', ['title']],
  'source.recorded': ['source', ['title', 'publisher', 'kind']],
  'statement.recorded': ['statement', ['text']],
  'draft.tabled': ['draft', ['title']],
  'draft.revised': ['revision', ['title', 'draft']],
  'draft.revisionReported': ['revision', ['title', 'draft']],
}

/** The most words of a thing's name that its id is made from. */
const WORDS = 6

/** The member that a type of event may be the first to name: then it `opens` that, and says how. */
export function openedBy(type: string): 'draft' | 'meeting' | undefined {
  if (type === 'draft.revisionReported') return 'draft'
  return type.startsWith('meeting.') ? 'meeting' : undefined
}

/** Tells if a type of event always introduces what a member names. */
export function introducesMember(type: string, member: string): boolean {
  return INTRODUCES[type]?.[0] === member
}

/** The ids of what an entry introduces, where it gives none: by member. */
export function suggestions(
  type: string,
  value: Members,
  known: KnownThings,
): Readonly<Record<string, string>> {
  const made: Record<string, string> = {}
  const suggest = (member: string, title: unknown) => {
    const kind = kindNamed(member)
    const taken = kind === undefined ? [] : known[kind].map(({ id }) => id)
    const short = String(title).split(/\s+/).slice(0, WORDS).join(' ')
    made[member] = idFor(short, new Set(taken), member)
  }
  const opened = openedBy(type)
  const opens = value.opens as Members | undefined
  if (opened !== undefined && opens !== undefined) suggest(opened, opens.title ?? '')
  const [member, from] = INTRODUCES[type] ?? []
  if (member === undefined || from === undefined) return made
  const title = from.map((one) => value[one] || made[one]).find(Boolean)
  suggest(member, title ?? member)
  return made
}
