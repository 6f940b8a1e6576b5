import type { ClauseOperation } from '../../events/clause-operation.ts'
import type { FactBody, FactType } from '../../events/facts.ts'
import { wordingsOf } from '../../projections/drafts/wordings.ts'
import type { FieldText } from './words/analysed.ts'

type Texts<T extends FactType> = (body: FactBody<T>) => readonly (FieldText | undefined)[]

/** The texts of each type of fact. A new type needs a row here to compile. */
const TEXTS: { readonly [T in FactType]: Texts<T> } = {
  'negotiation.opened': (b) => [of('title', b.title), of('description', b.description)],
  'negotiation.renamed': (b) => [of('title', b.title), of('description', b.description)],
  'negotiation.suspended': (b) => [of('reason', b.reason)],
  'negotiation.resumed': (b) => [of('reason', b.reason)],
  'negotiation.concluded': (b) => [of('note', b.note)],
  'party.listed': (b) => [of('name', b.name), ...aliasesOf(b)],
  'party.renamed': (b) => [of('name', b.name), ...aliasesOf(b)],
  'party.withdrawn': (b) => [of('reason', b.reason)],
  'party.returned': (b) => [of('reason', b.reason)],
  'grouping.joined': () => [],
  'grouping.left': () => [],
  'person.named': (b) => [of('name', b.name), of('describedAs', b.describedAs), ...aliasesOf(b)],
  'person.renamed': (b) => [of('name', b.name), of('describedAs', b.describedAs), ...aliasesOf(b)],
  'person.accredited': (b) => [of('capacity', b.capacity)],
  'person.recalled': (b) => [of('reason', b.reason)],
  'issue.raised': (b) => [
    of('title', b.title),
    of('proposition', b.proposition),
    of('theme', b.theme),
  ],
  'issue.reframed': (b) => [of('title', b.title), of('proposition', b.proposition)],
  'issue.settled': (b) => [of('outcome', b.outcome)],
  'issue.reopened': (b) => [of('reason', b.reason)],
  'source.recorded': (b) => [
    of('title', b.title, b.language),
    of('text', b.text, b.language),
    of('publisher', b.publisher),
    ...b.authors.map((author) => of('author', author)),
  ],
  'source.amended': (b) => [of('note', b.note)],
  'statement.recorded': (b) => [
    of('text', b.text, b.language),
    ...b.positions.flatMap(({ condition, rationale }) => [
      of('condition', condition),
      of('rationale', rationale),
    ]),
  ],
  'statement.retracted': (b) => [of('text', b.text)],
  'position.ended': (b) => [of('reason', b.reason)],
  'draft.tabled': (b) => [of('title', b.title, b.language)],
  'draft.renamed': (b) => [of('title', b.title)],
  'draft.revised': (b) => [of('title', b.title), ...b.operations.flatMap(textsOfOperation)],
  'draft.operationsAdded': (b) => b.operations.flatMap(textsOfOperation),
  'draft.revisionCompleted': () => [],
  'draft.revisionReported': (b) => [
    of('title', b.title),
    of('title', b.opens?.title),
    of('description', b.description),
  ],
  'draft.statusChanged': () => [],
  'draft.initialled': () => [],
  'draft.signed': () => [],
  'draft.withdrawn': (b) => [of('reason', b.reason)],
  'meeting.announced': textsOfMeeting,
  'meeting.renamed': (b) => [of('title', b.title)],
  'meeting.rescheduled': textsOfMeeting,
  'meeting.postponed': textsOfMeeting,
  'meeting.convened': textsOfMeeting,
  'meeting.suspended': textsOfMeeting,
  'meeting.resumed': textsOfMeeting,
  'meeting.concluded': textsOfMeeting,
  'meeting.cancelled': textsOfMeeting,
  'meeting.denied': textsOfMeeting,
}

/** Everything that a fact says in words, in the order of its body. */
export function textsOf({ type, body }: { type: FactType; body: unknown }): FieldText[] {
  const texts = TEXTS[type] as (body: unknown) => readonly (FieldText | undefined)[]
  return texts(body).filter((text) => text !== undefined)
}

function aliasesOf({ aliases = [] }: { readonly aliases?: readonly string[] | undefined }) {
  return aliases.map((alias) => of('aliases', alias))
}

function textsOfMeeting({ opens, place, note }: FactBody<'meeting.convened'>) {
  return [of('title', opens?.title), of('place', place), of('note', note)]
}

function textsOfOperation(operation: ClauseOperation): (FieldText | undefined)[] {
  if (operation.op === 'take_position') return [of('note', operation.note)]
  return wordingsOf(operation).flatMap(({ heading, text, alternatives = [] }) => [
    of('heading', heading ?? undefined),
    of('text', text),
    ...alternatives.map((alternative) => of('alternative', alternative.text)),
  ])
}

function of(field: string, text: string | undefined, language?: string): FieldText | undefined {
  if (text === undefined) return undefined
  return language === undefined ? { field, text } : { field, text, language }
}
