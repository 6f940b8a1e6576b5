import type { Subject } from '../../../events/position.ts'
import type { DraftRevision } from '../../../projections/drafts/draft-reply.ts'
import type { Messages } from '../../words/messages.ts'
import { attestedIn } from '../drafts/revisions.ts'
import { readableEntry } from '../state/use-entry.ts'
import { countKinds } from '../words/labels.ts'
import { listText } from '../words/list-text.ts'
import { messages } from '../words/messages.ts'
import type { KnownHere } from './known-here.ts'

type Query = Readonly<Record<string, string>>

/**
 * A check of the value of a parameter: undefined if it is understood, else what to say after it, with
 * what would be right, as in "is no clock: write known or happened".
 */
export type ParameterCheck = (
  value: string,
  known: KnownHere,
  query: Query,
) => string | undefined | Promise<string | undefined>

/** Text of any kind. */
export const anyText: ParameterCheck = () => undefined

/** @param what the kind of value, whose name the words of the page have */
export function choiceOf(
  what: keyof Messages['address']['choices'],
  values: readonly string[],
): ParameterCheck {
  return (value) =>
    values.includes(value) ? undefined : messages.address.noChoice(what, listText(values, 'or'))
}

/** @param fault what to say of a value that does not match */
export function matches(pattern: RegExp, fault: () => string): ParameterCheck {
  return (value) => (pattern.test(value) ? undefined : fault())
}

/** One of the kinds of subject on which anybody has a position at the moment. */
export const kindOfSubject: ParameterCheck = async (value, { read }) => {
  const kinds = [...countKinds((await read('subjects', {}))?.subjects ?? []).keys()]
  if (kinds.some((kind) => kind === value)) return undefined
  return kinds.length === 0
    ? messages.address.noKind
    : messages.address.noKindOf(listText(kinds, 'or'))
}

/** The list that has all things of a kind. */
type ListName = 'parties' | 'issues' | 'drafts'

const ONE_OF_LIST = { parties: 'party', issues: 'issue', drafts: 'draft' } as const

export function idIn(list: ListName): ParameterCheck {
  const member = ONE_OF_LIST[list]
  return async (value, { read }) => {
    const reply = (await read(list, {})) as Readonly<Record<string, readonly object[]>> | undefined
    const ids = (reply?.[list] ?? []).map((each) => (each as Record<string, string>)[member])
    return ids.includes(value) ? undefined : unknown(member)
  }
}

export const entryId: ParameterCheck = async (id, { read }) =>
  readableEntry(await read('event', { event: id })) === undefined ? unknown('entry') : undefined

export const sourceId: ParameterCheck = async (id, { read }) =>
  (await read('source', { source: id })) === undefined ? unknown('source') : undefined

export const wordingId: ParameterCheck = async (id, { read }) =>
  (await read('wording', { wording: id })) === undefined ? unknown('wording') : undefined

/** A party, and what it takes a position on: `russia:issue:army-cap`. */
export const cellId: ParameterCheck = async (value, { read }) => {
  const [, party, kind, id] = /^([^:]+):(issue|clause|wording|draft):(.+)$/.exec(value) ?? []
  if (party === undefined || id === undefined) {
    return messages.address.noCell
  }
  const subject = { kind: kind as Subject['kind'], subject: id }
  const found = await read('stance', { party, ...subject })
  return found === undefined ? unknown('cell') : undefined
}

/** Something that anybody has a position on: `issue:army-cap`. */
export const subjectId: ParameterCheck = async (value, { read }) => {
  const subjects = (await read('subjects', {}))?.subjects ?? []
  const isKnown = subjects.some(({ kind, id }) => `${kind}:${id}` === value)
  return isKnown ? undefined : messages.address.suchAsSubject(unknown('subject'))
}

/** A revision whose text is known, of the draft that is shown. */
export const ownRevision: ParameterCheck = async (value, { read }, query) => {
  const texts = await textsOfShown(read, query)
  return texts.some(({ draftRevision }) => draftRevision === value)
    ? undefined
    : unknown('ownRevision')
}

/** A clause of the draft that is shown, in any of its revisions. */
export const clauseId: ParameterCheck = async (value, { read }, query) => {
  for (const { draft, draftRevision: revision } of await textsOfShown(read, query)) {
    const text = await read('revision', { draft, draftRevision: revision })
    if (text?.clauses.some(({ id }) => id === value)) return undefined
  }
  return unknown('clause')
}

/** A revision whose text is known, of any draft. */
export const anyRevision: ParameterCheck = async (value, { read }) => {
  const drafts = (await read('drafts', {}))?.drafts ?? []
  const all = await Promise.all(drafts.map(({ draft }) => read('draft', { draft })))
  const revisions = all.flatMap((draft) => attestedIn(draft))
  return revisions.some(({ draftRevision }) => draftRevision === value)
    ? undefined
    : unknown('revision')
}

/** The revisions of the draft that is shown, the latest first. */
async function textsOfShown(read: KnownHere['read'], query: Query): Promise<DraftRevision[]> {
  const id = query.draft ?? (await read('table', {}))?.onTable?.draft
  return id === undefined ? [] : attestedIn(await read('draft', { draft: id })).toReversed()
}

function unknown(what: keyof Messages['address']['things']): string {
  return messages.address.unknown(messages.address.things[what])
}
