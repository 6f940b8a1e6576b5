import type { ClauseOperation } from '../../../events/clause-operation.ts'
import type { Position } from '../../../events/position.ts'
import { wordingsOf } from '../../drafts/wordings.ts'
import type { StandingFact } from '../../time/standing-fact.ts'
import { beginningOf, closedBy, type TimeWindow, windowOfDate } from '../../time/window.ts'
import type { Referent } from '../referent.ts'

/** The things that a fact begins or, of a meeting, ends. */
export function windowEdgesOf(fact: StandingFact): Referent[] {
  switch (fact.type) {
    case 'meeting.convened':
      return [{ kind: 'meeting', meeting: fact.body.meeting }]
    case 'meeting.concluded':
      return [{ kind: 'end_of_meeting', meeting: fact.body.meeting }]
    case 'source.recorded':
      return [{ kind: 'source', source: fact.body.source }]
    case 'statement.recorded':
      return [{ kind: 'statement', statement: fact.body.statement }]
    case 'draft.tabled':
      return [{ kind: 'draft', draft: fact.body.draft }]
    case 'draft.revised':
      return [
        { kind: 'revision', revision: fact.body.revision },
        ...clausesIn(fact.body.operations),
      ]
    case 'draft.operationsAdded':
      return clausesIn(fact.body.operations)
    case 'draft.revisionReported':
      return [
        { kind: 'revision', revision: fact.body.revision },
        ...(fact.body.opens === undefined
          ? []
          : [{ kind: 'draft', draft: fact.body.draft } as const]),
      ]
    case 'grouping.joined':
      return [membershipIn(fact.body)]
    case 'person.accredited':
      return [accreditationIn(fact.body)]
    case 'issue.raised':
      return [{ kind: 'issue', issue: fact.body.issue }]
    case 'issue.settled':
      return [{ kind: 'settlement', issue: fact.body.issue }]
    case 'party.listed':
      return [{ kind: 'listing', party: fact.body.party }]
    case 'party.withdrawn':
      return [{ kind: 'withdrawal', party: fact.body.party }]
    case 'negotiation.opened':
      return [{ kind: 'opening' }]
    default:
      return []
  }
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

/** Things that must have been there before the fact. */
export function precededBy({ type, body }: StandingFact): Referent[] {
  switch (type) {
    case 'statement.recorded':
      return [
        ...body.about.flatMap(({ kind, id }) =>
          kind === 'statement' ? [{ kind, statement: id } as const] : [],
        ),
        ...clausesOf(
          body.positions.flatMap(({ subject: { kind, id } }) => (kind === 'clause' ? [id] : [])),
        ),
      ]
    case 'statement.retracted':
    case 'position.ended':
      return [{ kind: 'statement', statement: body.statement }]
    case 'source.amended':
      return [{ kind: 'source', source: body.source }]
    case 'draft.signed':
    case 'draft.initialled':
    case 'draft.statusChanged':
      return [
        { kind: 'draft', draft: body.draft },
        ...(body.revision === undefined
          ? []
          : [{ kind: 'revision', revision: body.revision } as const]),
      ]
    case 'draft.withdrawn':
    case 'draft.renamed':
      return [{ kind: 'draft', draft: body.draft }]
    case 'draft.operationsAdded':
    case 'draft.revisionCompleted':
      return [{ kind: 'revision', revision: body.revision }]
    case 'grouping.left':
      return [membershipIn(body)]
    case 'person.recalled':
      return [accreditationIn(body)]
    case 'issue.settled':
    case 'issue.reframed':
      return [{ kind: 'issue', issue: body.issue }]
    case 'issue.reopened':
      return [{ kind: 'settlement', issue: body.issue }]
    case 'party.withdrawn':
    case 'party.renamed':
      return [{ kind: 'listing', party: body.party }]
    case 'party.returned':
      return [{ kind: 'withdrawal', party: body.party }]
    case 'negotiation.renamed':
    case 'negotiation.suspended':
    case 'negotiation.resumed':
    case 'negotiation.concluded':
      return [{ kind: 'opening' }]
    case 'draft.revised':
    case 'draft.revisionReported':
      return [
        { kind: 'draft', draft: body.draft },
        ...[...new Set(body.basis)].map(
          (basis) => ({ kind: 'revision', revision: basis }) as const,
        ),
      ]
    default:
      return []
  }
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

function membershipIn({ grouping, party }: { grouping: string; party: string }): Referent {
  return { kind: 'membership', party, grouping }
}

function accreditationIn({ person, party }: { person: string; party: string }): Referent {
  return { kind: 'accreditation', person, party }
}
