import { Option } from 'commander'
import type { Draft, DraftSummary, DraftsOnTable } from '../../../projections/drafts/draft-reply.ts'
import type { QueryMembers } from '../client.ts'
import { Failure } from '../failure.ts'
import { type ShownMoment, sameMoment } from '../moment.ts'
import type { AskedView } from './view.ts'

export const draftOption = () =>
  new Option('--draft <draft>', 'id of the draft, by default the one on the table')

export const draftRevisionOption = () =>
  new Option('--draft-revision <revision>', 'id of a revision of the draft')

/** The draft that is asked for, and the moment at which it was found, for another read of the same. */
export async function askedDraft({ client, at, moment, options }: AskedView): Promise<{
  readonly draft: DraftSummary
  readonly address: string
  readonly query: QueryMembers
}> {
  const reply = await (options.draft === undefined
    ? client.get<DraftsOnTable & Told>(`${at}/draft`, moment)
    : client.get<Draft & Told>(`${at}${addressOfDraft(options.draft)}`, moment))
  const draft = 'competing' in reply ? reply.onTable : reply
  if (draft === null) {
    throw new Failure('No draft is on the table at that moment.', {
      advice: 'Name one with --draft.',
    })
  }
  return { draft, address: addressOfDraft(draft.draft), query: sameMoment(reply.asOf) }
}

interface Told {
  readonly asOf: ShownMoment
}

/** Of a draft, below the address of the negotiation. */
export function addressOfDraft(draft: string): string {
  return `/drafts/${encodeURIComponent(draft)}`
}

/** Of a revision, below the address of its draft. */
export function addressOfRevision(revision: string): string {
  return `/revisions/${encodeURIComponent(revision)}`
}
