import { useRef } from 'preact/hooks'
import type { Subject } from '../../../events/position.ts'
import type { AsOf } from '../../../projections/time/standing-fact.ts'
import type { MentionKind } from '../../../projections/timeline/mentions.ts'
import type { Names as SpelledNames } from '../../words/names.ts'
import { byId } from '../data/by-id.ts'
import { differing } from '../data/differing.ts'
import type { ReplyOf } from '../data/readings.ts'
import { uncertainText } from '../words/dates.ts'
import { isolated } from '../words/direction.ts'
import { messages } from '../words/messages.ts'
import { clauseNames } from './clause-names.ts'
import { head, ledger } from './ledger.ts'
import { rested } from './moment.ts'
import { useReading } from './use-reading.ts'

/** The name of things as of the moment shown; an id that has no name is shown itself. */
export interface Names extends SpelledNames {
  party(id: string): string
  person(id: string): string
  issue(id: string): string
  draft(id: string): string
  meeting(id: string): string
  source(id: string): string
  subject(subject: Subject): string
  /** The name by itself; in a sentence, `of` sets titles in quotation marks. */
  bare(kind: MentionKind, id: string): string
}

/**
 * Names where the slider rests, or as of another moment: the same object for as long as none can be
 * another. What has no name there has the one that it has now, where the ledger is folded here.
 */
export function useNames(at: AsOf | undefined = rested.value): Names {
  const told: Told = {
    ...useReading('parties', {}, at),
    ...useReading('persons', {}, at),
    ...useReading('issues', {}, at),
    ...useReading('drafts', {}, at),
    ...useReading('meetings', {}, at),
    ...useReading('sources', {}, at),
    clauses: clauseNames.value,
  }
  const kept = useRef<{ readonly told: Told; readonly names: Names }>(undefined)
  if (kept.current === undefined || !isNamedAlike(kept.current.told, told)) {
    kept.current = { told, names: namesIn(told) }
  }
  return kept.current.names
}

/** True where everything has one name in both: also what one of them lists and the other does not. */
function isNamedAlike(before: Told, after: Told): boolean {
  if (before.drafts !== after.drafts || before.clauses !== after.clauses) return false
  const [was, is] = [findersIn(before), findersIn(after)]
  const isSame = (kind: MentionKind, id: string) =>
    (was[kind]?.(id) ?? latestName(kind, id)) === (is[kind]?.(id) ?? latestName(kind, id))
  return (
    differing(before.parties, after.parties).every(({ party }) => isSame('party', party)) &&
    differing(before.persons, after.persons).every(({ person }) => isSame('person', person)) &&
    differing(before.issues, after.issues).every(({ issue }) => isSame('issue', issue)) &&
    differing(before.meetings, after.meetings).every(({ meeting }) => isSame('meeting', meeting)) &&
    differing(before.sources, after.sources).every(({ source }) => isSame('source', source))
  )
}

/** Later than any revision of a name. */
const END = Date.UTC(9000, 0)

/** The name that something has now: of what a step has just brought, before the slider rests. */
function latestName(kind: MentionKind, id: string): string | undefined {
  const shown = ledger.peek()
  const list = LISTS[kind]
  if (list === undefined || !shown?.isLocal) return undefined
  const told = shown.read(list, {}, { revision: head.peek(), validTime: END })
  return findersIn({ ...told, clauses: clauseNames.peek() })[kind]?.(id) ?? undefined
}

/** The readings that have the names of things, by the kind of thing. */
const LISTS: {
  readonly [K in MentionKind]?: 'parties' | 'persons' | 'issues' | 'drafts' | 'meetings' | 'sources'
} = {
  ...{ party: 'parties', person: 'persons', issue: 'issues', draft: 'drafts' },
  ...{ meeting: 'meetings', source: 'sources' },
}

type Told = Partial<
  ReplyOf<'parties'> &
    ReplyOf<'persons'> &
    ReplyOf<'issues'> &
    ReplyOf<'drafts'> &
    ReplyOf<'meetings'> &
    ReplyOf<'sources'>
> & { readonly clauses: typeof clauseNames.value }

type Finders = { readonly [K in MentionKind]?: (id: string) => string | null | undefined }

function findersIn(told: Told): Finders {
  const { parties = [], persons = [], issues = [], clauses } = told
  const { drafts = [], meetings = [], sources = [] } = told
  return {
    party: (id) => byId(parties, 'party').get(id)?.name,
    person: (id) => byId(persons, 'person').get(id)?.name,
    issue: (id) => byId(issues, 'issue').get(id)?.title,
    draft: (id) => byId(drafts, 'draft').get(id)?.title,
    draft_revision: (id) =>
      drafts
        .flatMap(({ current, latestAttested }) => [current, latestAttested])
        .find((revision) => revision?.draftRevision === id)?.title,
    clause: (id) => clauses.get(id)?.name,
    wording: (id) => clauses.get(`wording ${id}`)?.name,
    meeting: (id) => byId(meetings, 'meeting').get(id)?.title,
    source: (id) => {
      const one = byId(sources, 'source').get(id)
      return one?.title ?? one?.publisher
    },
  }
}

/** Kinds of things that have titles, which are whole sentences at times. */
const TITLED: ReadonlySet<MentionKind> = new Set<MentionKind>([
  'issue',
  'draft',
  'draft_revision',
  'clause',
  'wording',
  'meeting',
  'source',
])

function namesIn(told: Told): Names {
  const found = findersIn(told)
  const { clauses } = told
  const nameOf = (kind: MentionKind, id: string) => found[kind]?.(id) ?? latestName(kind, id)
  const of = (kind: MentionKind, id: string) => isolated(nameOf(kind, id) ?? id)
  const inSentence = (kind: MentionKind, id: string) => {
    const name = nameOf(kind, id)
    return isolated(name != null && TITLED.has(kind) ? messages.terms.quoted(name) : (name ?? id))
  }
  return {
    party: (id) => of('party', id),
    person: (id) => of('person', id),
    issue: (id) => of('issue', id),
    draft: (id) => of('draft', id),
    meeting: (id) => of('meeting', id),
    source: (id) => of('source', id),
    subject: ({ kind, id }) =>
      kind === 'clause' && !clauses.has(id) ? messages.terms.clauseOf(id) : of(kind, id),
    bare: of,
    of: inSentence,
    date: uncertainText,
  }
}
