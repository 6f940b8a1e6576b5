import type { ClauseOperation } from '../../../events/clause-operation.ts'
import type { Position } from '../../../events/position.ts'
import { wordingsOf } from '../../drafts/wordings.ts'
import type { StandingFact } from '../../time/standing-fact.ts'
import { beginningOf, closedBy, type TimeWindow, windowOfDate } from '../../time/window.ts'

/** The things that a fact begins or, with `end of`, ends: each by a name as a sentence has it. */
export function windowEdgesOf(fact: StandingFact): string[] {
  switch (fact.type) {
    case 'meeting.convened':
      return [`meeting ${fact.body.meeting}`]
    case 'meeting.concluded':
      return [`end of meeting ${fact.body.meeting}`]
    case 'source.recorded':
      return [`source ${fact.body.source}`]
    case 'statement.recorded':
      return [`statement ${fact.body.statement}`]
    case 'draft.tabled':
      return [`draft ${fact.body.draft}`]
    case 'draft.revised':
      return [`revision ${fact.body.revision}`, ...clausesIn(fact.body.operations)]
    case 'draft.operationsAdded':
      return clausesIn(fact.body.operations)
    case 'draft.revisionReported':
      return [
        `revision ${fact.body.revision}`,
        ...(fact.body.opens === undefined ? [] : [`draft ${fact.body.draft}`]),
      ]
    case 'grouping.joined':
      return [membershipIn(fact.body)]
    case 'person.accredited':
      return [accreditationIn(fact.body)]
    case 'issue.raised':
      return [`issue ${fact.body.issue}`]
    case 'issue.settled':
      return [`settlement of issue ${fact.body.issue}`]
    case 'party.listed':
      return [`listing of party ${fact.body.party}`]
    case 'party.withdrawn':
      return [`withdrawal of party ${fact.body.party}`]
    case 'negotiation.opened':
      return ['opening of the negotiation']
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
export function precededBy({ type, body }: StandingFact): string[] {
  switch (type) {
    case 'statement.recorded':
      return [
        ...body.about.flatMap(({ kind, id }) => (kind === 'statement' ? [`statement ${id}`] : [])),
        ...new Set(
          body.positions.flatMap(({ subject: { kind, id } }) =>
            kind === 'clause' ? [`clause ${id}`] : [],
          ),
        ),
      ]
    case 'statement.retracted':
    case 'position.ended':
      return [`statement ${body.statement}`]
    case 'source.amended':
      return [`source ${body.source}`]
    case 'draft.signed':
    case 'draft.initialled':
    case 'draft.statusChanged':
      return [
        `draft ${body.draft}`,
        ...(body.revision === undefined ? [] : [`revision ${body.revision}`]),
      ]
    case 'draft.withdrawn':
    case 'draft.renamed':
      return [`draft ${body.draft}`]
    case 'draft.operationsAdded':
    case 'draft.revisionCompleted':
      return [`revision ${body.revision}`]
    case 'grouping.left':
      return [membershipIn(body)]
    case 'person.recalled':
      return [accreditationIn(body)]
    case 'issue.settled':
    case 'issue.reframed':
      return [`issue ${body.issue}`]
    case 'issue.reopened':
      return [`settlement of issue ${body.issue}`]
    case 'party.withdrawn':
    case 'party.renamed':
      return [`listing of party ${body.party}`]
    case 'party.returned':
      return [`withdrawal of party ${body.party}`]
    case 'negotiation.renamed':
    case 'negotiation.suspended':
    case 'negotiation.resumed':
    case 'negotiation.concluded':
      return ['opening of the negotiation']
    case 'draft.revised':
    case 'draft.revisionReported':
      return [
        `draft ${body.draft}`,
        ...[...new Set(body.basis)].map((basis) => `revision ${basis}`),
      ]
    default:
      return []
  }
}

/** The clauses that operations bring into a text. */
function clausesIn(operations: readonly ClauseOperation[]): string[] {
  const brought = operations.filter(({ op }) => op !== 'amend').flatMap(wordingsOf)
  return [...new Set(brought.map(({ clause }) => `clause ${clause}`))]
}

/** True of what a fact undoes, so that without it the fact has no effect. */
export function isUndone(key: string): boolean {
  return /^(?:settlement|withdrawal|membership|accreditation) of /.test(key)
}

function membershipIn({ grouping, party }: { grouping: string; party: string }): string {
  return `membership of party ${party} in ${grouping}`
}

function accreditationIn({ person, party }: { person: string; party: string }): string {
  return `accreditation of person ${person} to party ${party}`
}
