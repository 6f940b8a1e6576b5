import type { ClauseOperation } from '../../../events/clause-operation.ts'
import type { FactBody, FactType } from '../../../events/facts.ts'
import type { Position } from '../../../events/position.ts'
import { wordingsOf } from '../../drafts/wordings.ts'
import type { StandingFact } from '../../time/standing-fact.ts'
import { beginningOf, closedBy, type TimeWindow, windowOfDate } from '../../time/window.ts'
import type { Referent } from '../referent.ts'

type ThingsByType = { readonly [T in FactType]?: (body: FactBody<T>) => Referent[] }

/** The things that a fact of each type begins or, of a meeting, ends. */
const BEGUN = {
  'meeting.convened': ({ meeting }) => [{ kind: 'meeting', meeting }],
  'meeting.concluded': ({ meeting }) => [{ kind: 'end_of_meeting', meeting }],
  'source.recorded': ({ source }) => [{ kind: 'source', source }],
  'statement.recorded': ({ statement }) => [{ kind: 'statement', statement }],
  'draft.tabled': ({ draft }) => [{ kind: 'draft', draft }],
  'draft.revised': ({ revision, operations }) => [
    { kind: 'revision', revision },
    ...clausesIn(operations),
  ],
  'draft.operationsAdded': ({ operations }) => clausesIn(operations),
  'draft.revisionReported': ({ revision, draft, opens }) => [
    { kind: 'revision', revision },
    ...(opens === undefined ? [] : [{ kind: 'draft', draft } as const]),
  ],
  'grouping.joined': membershipIn,
  'person.accredited': accreditationIn,
  'issue.raised': ({ issue }) => [{ kind: 'issue', issue }],
  'issue.settled': ({ issue }) => [{ kind: 'settlement', issue }],
  'party.listed': ({ party }) => [{ kind: 'listing', party }],
  'party.withdrawn': ({ party }) => [{ kind: 'withdrawal', party }],
  'negotiation.opened': () => [{ kind: 'opening' }],
} as const satisfies ThingsByType

/** The types of facts that begin something. */
export const BEGINNING_TYPES = typesIn(BEGUN)

/** The things that a fact begins or, of a meeting, ends. */
export function windowEdgesOf(fact: StandingFact): Referent[] {
  return thingsIn(BEGUN, fact)
}

/** The beginning of what a fact begins: a source's publication, a `since`, else the fact itself. */
export function beginning(fact: StandingFact): TimeWindow {
  switch (fact.type) {
    case 'source.recorded':
      return closedBy(Date.parse(fact.recordedAt), windowOfDate(fact.body.published))
    case 'grouping.joined':
    case 'person.accredited':
    case 'party.listed':
      return beginningOf(fact, fact.body.since)
    default:
      return fact
  }
}

/** The beginning of what a fact is to come after: of a position, its `since` where that is earlier. */
export function beginningFor(fact: StandingFact, begun: StandingFact): TimeWindow {
  if (fact.type !== 'position.ended' || begun.type !== 'statement.recorded') return beginning(begun)
  const { party, subject } = fact.body
  const starts = begun.body.positions
    .filter((one) => one.party === party && one.subject.kind === subject.kind)
    .filter((one) => one.subject.id === subject.id)
    .map((one) => earliestOf(begun, one))
  return starts.toSorted((a, b) => a.from - b.from)[0] ?? begun
}

/** The earlier of when a position began and when it was said. */
export function earliestOf(
  statement: StandingFact,
  { since }: Pick<Position, 'since'>,
): TimeWindow {
  const start = beginningOf(statement, since)
  return start.from < statement.from ? start : statement
}

/** The things that must have been there before a fact of each type. */
const PRECEDING = {
  'statement.recorded': ({ about, positions }) => [
    ...about.flatMap(({ kind, id }) =>
      kind === 'statement' ? [{ kind, statement: id } as const] : [],
    ),
    ...clausesOf(positions.flatMap(({ subject: { kind, id } }) => (kind === 'clause' ? [id] : []))),
  ],
  'statement.retracted': ({ statement }) => [{ kind: 'statement', statement }],
  'position.ended': ({ statement }) => [{ kind: 'statement', statement }],
  'source.amended': ({ source }) => [{ kind: 'source', source }],
  'draft.signed': textIn,
  'draft.initialled': textIn,
  'draft.statusChanged': textIn,
  'draft.withdrawn': textIn,
  'draft.renamed': textIn,
  'draft.operationsAdded': ({ revision }) => [{ kind: 'revision', revision }],
  'draft.revisionCompleted': ({ revision }) => [{ kind: 'revision', revision }],
  'draft.revised': draftAndBases,
  'draft.revisionReported': draftAndBases,
  'grouping.left': membershipIn,
  'person.recalled': accreditationIn,
  'issue.settled': ({ issue }) => [{ kind: 'issue', issue }],
  'issue.reframed': ({ issue }) => [{ kind: 'issue', issue }],
  'issue.reopened': ({ issue }) => [{ kind: 'settlement', issue }],
  'party.withdrawn': ({ party }) => [{ kind: 'listing', party }],
  'party.renamed': ({ party }) => [{ kind: 'listing', party }],
  'party.returned': ({ party }) => [{ kind: 'withdrawal', party }],
  'negotiation.renamed': () => [{ kind: 'opening' }],
  'negotiation.suspended': () => [{ kind: 'opening' }],
  'negotiation.resumed': () => [{ kind: 'opening' }],
  'negotiation.concluded': () => [{ kind: 'opening' }],
} as const satisfies ThingsByType

/** The types of facts that come after something. */
export const FOLLOWING_TYPES = typesIn(PRECEDING)

/** Things that must have been there before the fact. */
export function precededBy(fact: StandingFact): Referent[] {
  return thingsIn(PRECEDING, fact)
}

function typesIn<Things extends ThingsByType>(things: Things): (keyof Things & FactType)[] {
  return Object.keys(things) as (keyof Things & FactType)[]
}

function thingsIn(things: ThingsByType, { type, body }: StandingFact): Referent[] {
  const named = things[type] as ((body: unknown) => Referent[]) | undefined
  return named?.(body) ?? []
}

/** The clauses that operations bring into a text. */
function clausesIn(operations: readonly ClauseOperation[]): Referent[] {
  const brought = operations.filter(({ op }) => op !== 'amend').flatMap(wordingsOf)
  return clausesOf(brought.map(({ clause }) => clause))
}

/** Each clause once. */
function clausesOf(ids: readonly string[]): Referent[] {
  return [...new Set(ids)].map((clause) => ({ kind: 'clause', clause }))
}

/** True of what a fact undoes, so that without it the fact has no effect. */
export function isUndone({ kind }: Referent): boolean {
  return ['settlement', 'withdrawal', 'membership', 'accreditation'].includes(kind)
}

function textIn({ draft, revision }: { draft: string; revision?: string | undefined }): Referent[] {
  const named: Referent[] = [{ kind: 'draft', draft }]
  return revision === undefined ? named : [...named, { kind: 'revision', revision }]
}

function draftAndBases({ draft, basis }: { draft: string; basis: readonly string[] }): Referent[] {
  const bases = Array.from(new Set(basis), (revision) => ({ kind: 'revision', revision }) as const)
  return [{ kind: 'draft', draft }, ...bases]
}

function membershipIn({ grouping, party }: { grouping: string; party: string }): Referent[] {
  return [{ kind: 'membership', party, grouping }]
}

function accreditationIn({ person, party }: { person: string; party: string }): Referent[] {
  return [{ kind: 'accreditation', person, party }]
}
