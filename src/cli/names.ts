import type { DraftSummary } from '../../projections/drafts/draft-reply.ts'
import type { IssueReply } from '../../projections/issues.ts'
import type { PartyReply } from '../../projections/parties/parties.ts'
import type { PersonReply } from '../../projections/parties/persons.ts'
import type { ApiClient, QueryMembers } from './client.ts'
import { readPages } from './pages.ts'
import type { Io } from './terminal/io.ts'

/** The name of something that the ledger knows by an id; its id where it has no name. */
export type NameOf = (kind: string, id: string) => string

/** The names of parties and persons and the titles of issues and drafts, as of a moment. */
export async function namesAt(
  client: ApiClient,
  at: string,
  moment: QueryMembers,
  io: Io,
): Promise<NameOf> {
  const all = <Reply extends object>(list: string) =>
    readPages<Reply>(client, `${at}/${list}`, moment, { list, io })
  const [{ parties }, { persons }, { issues }, { drafts }] = await Promise.all([
    all<{ parties: PartyReply[] }>('parties'),
    all<{ persons: PersonReply[] }>('persons'),
    all<{ issues: IssueReply[] }>('issues'),
    all<{ drafts: DraftSummary[] }>('drafts'),
  ])
  const names = new Map<string, string>([
    ...parties.map(({ party, name }) => [`party ${party}`, name] as const),
    ...persons.map(({ person, name }) => [`person ${person}`, name] as const),
    ...issues.map(({ issue, title }) => [`issue ${issue}`, title] as const),
    ...drafts.map(({ draft, title }) => [`draft ${draft}`, title] as const),
  ])
  return (kind, id) => names.get(`${kind} ${id}`) ?? id
}
