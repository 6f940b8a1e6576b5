import { useMemo } from 'preact/hooks'
import type { Subject } from '../../../events/position.ts'
import type { AsOf } from '../../../projections/time/standing-fact.ts'
import type { MentionKind } from '../../../projections/timeline/mentions.ts'
import type { Names as SpelledNames } from '../../words/names.ts'
import type { ReplyOf } from '../data/readings.ts'
import { uncertainText } from '../words/dates.ts'
import { isolated } from '../words/direction.ts'
import { clauseNames } from './clause-names.ts'
import { moment } from './moment.ts'
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
}

/** Names as of the moment shown, or another: the same object for as long as none can be another. */
export function useNames(at: AsOf | undefined = moment.value): Names {
  const told: Told = {
    ...useReading('parties', {}, at),
    ...useReading('persons', {}, at),
    ...useReading('issues', {}, at),
    ...useReading('drafts', {}, at),
    ...useReading('meetings', {}, at),
    ...useReading('sources', {}, at),
    clauses: clauseNames.value,
  }
  const { parties, persons, issues, drafts, meetings, sources, clauses } = told
  return useMemo(
    () => namesIn(told),
    [parties, persons, issues, drafts, meetings, sources, clauses],
  )
}

type Told = Partial<
  ReplyOf<'parties'> &
    ReplyOf<'persons'> &
    ReplyOf<'issues'> &
    ReplyOf<'drafts'> &
    ReplyOf<'meetings'> &
    ReplyOf<'sources'>
> & { readonly clauses: typeof clauseNames.value }

function namesIn(told: Told): Names {
  const { parties = [], persons = [], issues = [], clauses } = told
  const { drafts = [], meetings = [], sources = [] } = told
  const found: { readonly [K in MentionKind]?: (id: string) => string | null | undefined } = {
    party: (id) => parties.find(({ party }) => party === id)?.name,
    person: (id) => persons.find(({ person }) => person === id)?.name,
    issue: (id) => issues.find(({ issue }) => issue === id)?.title,
    draft: (id) => drafts.find(({ draft }) => draft === id)?.title,
    draft_revision: (id) =>
      drafts
        .flatMap(({ current, latestAttested }) => [current, latestAttested])
        .find((revision) => revision?.revision === id)?.title,
    clause: (id) => clauses.get(id)?.name,
    wording: (id) => clauses.get(`wording ${id}`)?.name,
    meeting: (id) => meetings.find(({ meeting }) => meeting === id)?.title,
    source: (id) => {
      const one = sources.find(({ source }) => source === id)
      return one?.title ?? one?.publisher
    },
  }
  const of = (kind: MentionKind, id: string) => isolated(found[kind]?.(id) ?? id)
  return {
    party: (id) => of('party', id),
    person: (id) => of('person', id),
    issue: (id) => of('issue', id),
    draft: (id) => of('draft', id),
    meeting: (id) => of('meeting', id),
    source: (id) => of('source', id),
    subject: ({ kind, id }) =>
      kind === 'clause' && !clauses.has(id) ? `clause ${id}` : of(kind, id),
    of,
    date: uncertainText,
  }
}
