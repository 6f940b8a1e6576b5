import type { DraftSummary } from '../../projections/drafts/draft-reply.ts'
import type { IssueReply } from '../../projections/issues.ts'
import type { PartyReply } from '../../projections/parties/parties.ts'
import type { PersonReply } from '../../projections/parties/persons.ts'
import type { Client, Query } from './client.ts'

/** The name of something that the ledger knows by an id; its id where it has no name. */
export type NameOf = (kind: string, id: string) => string

/** The names of parties and persons and the titles of issues and drafts, as of a moment. */
export async function namesAt(client: Client, at: string, moment: Query): Promise<NameOf> {
  const [{ parties }, { persons }, { issues }, { drafts }] = await Promise.all([
    client.get<{ parties: PartyReply[] }>(`${at}/parties`, moment),
    client.get<{ persons: PersonReply[] }>(`${at}/persons`, moment),
    client.get<{ issues: IssueReply[] }>(`${at}/issues`, moment),
    client.get<{ drafts: DraftSummary[] }>(`${at}/drafts`, moment),
  ])
  const names = new Map<string, string>([
    ...parties.map(({ party, name }) => [`party ${party}`, name] as const),
    ...persons.map(({ person, name }) => [`person ${person}`, name] as const),
    ...issues.map(({ issue, title }) => [`issue ${issue}`, title] as const),
    ...drafts.map(({ draft, title }) => [`draft ${draft}`, title] as const),
  ])
  return (kind, id) => names.get(`${kind} ${id}`) ?? id
}
