import type { Subject } from '../../../events/statement.ts'
import { useReading } from './use-reading.ts'

/** What things are called as of the moment shown; an id that has no name is shown itself. */
export interface Names {
  party(id: string): string
  person(id: string): string
  issue(id: string): string
  draft(id: string): string
  meeting(id: string): string
  source(id: string): string
  subject(subject: Subject): string
}

export function useNames(): Names {
  const parties = useReading('parties', {})?.parties ?? []
  const persons = useReading('persons', {})?.persons ?? []
  const issues = useReading('issues', {})?.issues ?? []
  const drafts = useReading('drafts', {})?.drafts ?? []
  const meetings = useReading('meetings', {})?.meetings ?? []
  const sources = useReading('sources', {})?.sources ?? []
  const issue = (id: string) => issues.find((one) => one.issue === id)?.title ?? id
  const draft = (id: string) => drafts.find((one) => one.draft === id)?.title ?? id
  return {
    party: (id) => parties.find(({ party }) => party === id)?.name ?? id,
    person: (id) => persons.find(({ person }) => person === id)?.name ?? id,
    issue,
    draft,
    meeting: (id) => meetings.find(({ meeting }) => meeting === id)?.title ?? id,
    source: (id) => {
      const found = sources.find(({ source }) => source === id)
      return found?.title ?? found?.publisher ?? id
    },
    subject: ({ kind, id }) =>
      kind === 'issue' ? issue(id) : kind === 'draft' ? draft(id) : `clause ${id}`,
  }
}
