import { useReading } from '../state/use-reading.ts'

/** Something that can be named: its id, and what it is called. */
export interface KnownThing {
  readonly id: string
  readonly name: string
}

export type Kind =
  | 'party'
  | 'person'
  | 'issue'
  | 'source'
  | 'statement'
  | 'draft'
  | 'revision'
  | 'meeting'
  | 'clause'

export type Known = Readonly<Record<Kind, readonly KnownThing[]>>

/** Everything that the ledger knows by an id, as of the moment shown. */
export function useKnown(): Known {
  const parties = useReading('parties', {})?.parties ?? []
  const persons = useReading('persons', {})?.persons ?? []
  const issues = useReading('issues', {})?.issues ?? []
  const sources = useReading('sources', {})?.sources ?? []
  const statements = useReading('statements', {})?.statements ?? []
  const drafts = useReading('drafts', {})?.drafts ?? []
  const meetings = useReading('meetings', {})?.meetings ?? []
  const table = useReading('table', {})?.current
  const revisions = drafts.flatMap(({ current }) => current ?? [])
  return {
    party: parties.map(({ party, name }) => ({ id: party, name })),
    person: persons.map(({ person, name }) => ({ id: person, name })),
    issue: issues.map(({ issue, title }) => ({ id: issue, name: title })),
    source: sources.map(({ source, title, publisher }) => ({
      id: source,
      name: title ?? publisher ?? source,
    })),
    statement: statements.map(({ statement, text }) => ({
      id: statement,
      name: text.slice(0, 60),
    })),
    draft: drafts.map(({ draft, title }) => ({ id: draft, name: title })),
    revision: revisions.map(({ revision, title }) => ({ id: revision, name: title ?? revision })),
    meeting: meetings.map(({ meeting, title }) => ({ id: meeting, name: title })),
    clause: (table?.content?.clauses ?? []).map(({ id, label, heading }) => ({
      id,
      name: [label, heading].filter(Boolean).join(' ') || id,
    })),
  }
}

/** What the members of commands name, by what they are called. */
const NAMED: Readonly<Record<string, Kind>> = {
  party: 'party',
  grouping: 'party',
  onBehalfOf: 'party',
  proposers: 'party',
  opponents: 'party',
  by: 'party',
  between: 'party',
  person: 'person',
  issue: 'issue',
  issues: 'issue',
  source: 'source',
  relay: 'source',
  statement: 'statement',
  draft: 'draft',
  revision: 'revision',
  basis: 'revision',
  meeting: 'meeting',
  saidAt: 'meeting',
  partOf: 'meeting',
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

/** Which kind of thing a member names; undefined where it names none. */
export function kindNamed(member: string): Kind | undefined {
  return NAMED[member]
}

/** How a type of event names what it introduces. */
export function introducedBy(type: string) {
  const [member, from] = INTRODUCES[type] ?? []
  return member === undefined ? undefined : { member, from: from ?? [] }
}

/** Whether what a member names may be new: then it is written, and not only chosen. */
export function mayBeNew(type: string, member: string): boolean {
  if (introducedBy(type)?.member === member) return true
  if (member === 'meeting') return type.startsWith('meeting.')
  return type === 'draft.revisionReported' && member === 'draft'
}
