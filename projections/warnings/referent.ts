import type { FactType } from '../../events/facts.ts'
import type { StandingFact } from '../time/standing-fact.ts'

/** Something that the sentence of a warning refers to: a thing recorded, or what a fact began. */
export type Referent =
  | { readonly kind: 'statement'; readonly statement: string }
  | { readonly kind: 'meeting'; readonly meeting: string }
  | { readonly kind: 'end_of_meeting'; readonly meeting: string }
  | { readonly kind: 'source'; readonly source: string }
  | { readonly kind: 'draft'; readonly draft: string }
  | { readonly kind: 'revision'; readonly revision: string }
  | { readonly kind: 'clause'; readonly clause: string }
  | { readonly kind: 'issue'; readonly issue: string }
  | { readonly kind: 'settlement'; readonly issue: string }
  | { readonly kind: 'party'; readonly party: string }
  | { readonly kind: 'listing'; readonly party: string }
  | { readonly kind: 'withdrawal'; readonly party: string }
  | { readonly kind: 'membership'; readonly party: string; readonly grouping: string }
  | { readonly kind: 'accreditation'; readonly person: string; readonly party: string }
  | { readonly kind: 'negotiation' }
  | { readonly kind: 'opening' }
  | { readonly kind: 'entry'; readonly entry: number }

/** A key by which a referent is found again. */
export function referentKey(referent: Referent): string {
  return Object.values(referent).join(' ')
}

/** The facts that a sentence tells apart from what they are about: the signature of a draft. */
const DEEDS = [
  'statement.retracted',
  'position.ended',
  'draft.withdrawn',
  'draft.statusChanged',
  'draft.signed',
  'draft.initialled',
  'draft.operationsAdded',
  'draft.revisionCompleted',
  'draft.renamed',
  'source.amended',
  'meeting.suspended',
  'meeting.resumed',
  'grouping.left',
  'person.recalled',
  'issue.settled',
  'issue.reframed',
  'issue.reopened',
  'party.renamed',
  'party.withdrawn',
  'party.returned',
  'negotiation.renamed',
  'negotiation.suspended',
  'negotiation.resumed',
  'negotiation.concluded',
] as const satisfies readonly FactType[]

/** A fact as the subject of a sentence: what was done to what, or a thing itself. */
export interface Deed {
  readonly done: (typeof DEEDS)[number] | 'recorded'
  readonly to: Referent
}

export function deedOf(fact: StandingFact): Deed {
  const done = DEEDS.find((type) => type === fact.type) ?? 'recorded'
  return { done, to: actedOn(fact) }
}

function actedOn(fact: StandingFact): Referent {
  const { type, body } = fact
  switch (type) {
    case 'source.amended':
      return { kind: 'source', source: body.source }
    case 'grouping.left':
      return { kind: 'membership', party: body.party, grouping: body.grouping }
    case 'person.recalled':
      return { kind: 'accreditation', person: body.person, party: body.party }
    case 'issue.settled':
    case 'issue.reframed':
    case 'issue.reopened':
      return { kind: 'issue', issue: body.issue }
    case 'party.renamed':
    case 'party.withdrawn':
    case 'party.returned':
      return { kind: 'party', party: body.party }
    case 'negotiation.renamed':
    case 'negotiation.suspended':
    case 'negotiation.resumed':
    case 'negotiation.concluded':
      return { kind: 'negotiation' }
    default:
      return subjectOf(fact)
  }
}

/** The thing that a fact is about, as a sentence refers to it. */
export function subjectOf({ type, body, entry }: StandingFact): Referent {
  if ('statement' in body) return { kind: 'statement', statement: body.statement }
  if ('meeting' in body && body.meeting !== undefined && type.startsWith('meeting.')) {
    return { kind: 'meeting', meeting: body.meeting }
  }
  if ('revision' in body && body.revision !== undefined) {
    return { kind: 'revision', revision: body.revision }
  }
  return 'draft' in body ? { kind: 'draft', draft: body.draft } : { kind: 'entry', entry }
}
