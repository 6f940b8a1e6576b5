import type { ClauseOperation } from '../../events/clause-operation.ts'
import { type Claim, introduces, names, namesEach, within } from './claim.ts'

/** What the steps of a revision claim, in their order: a step may name what one before it added. */
export function operationClaims(operations: readonly ClauseOperation[]): Claim[] {
  return operations.flatMap((operation, index) =>
    within(`/operations/${index}`, claimsOf(operation)),
  )
}

function claimsOf(operation: ClauseOperation): Claim[] {
  switch (operation.op) {
    case 'add':
      return [
        ...placed(operation),
        ...worded(operation),
        introduces('clause', operation.clause, '/clause'),
      ]
    case 'restore':
      return [
        ...names('clause', operation.clause, '/clause'),
        ...placed(operation),
        ...worded(operation),
      ]
    case 'amend':
      return [...names('clause', operation.clause, '/clause'), ...worded(operation)]
    case 'move':
      return [...names('clause', operation.clause, '/clause'), ...placed(operation)]
    case 'relabel':
    case 'remove':
    case 'set_status':
      return names('clause', operation.clause, '/clause')
    case 'merge':
      return [
        ...namesEach('clause', operation.clauses, '/clauses'),
        ...placed(operation),
        introduces('clause', operation.into.clause, '/into/clause'),
      ]
    case 'split':
      return [
        ...names('clause', operation.clause, '/clause'),
        ...operation.into.map(({ clause }, index) =>
          introduces('clause', clause, `/into/${index}/clause`),
        ),
      ]
    case 'take_position':
      return [
        ...names('clause', operation.clause, '/clause'),
        ...names('party', operation.party, '/party'),
      ]
  }
}

function placed(place: { under?: string | undefined; after?: string | null | undefined }) {
  return [...names('clause', place.under, '/under'), ...names('clause', place.after, '/after')]
}

function worded(clause: Extract<ClauseOperation, { op: 'add' | 'restore' | 'amend' }>): Claim[] {
  return [
    ...namesEach('party', clause.proposers, '/proposers'),
    ...(clause.alternatives ?? []).flatMap(({ proposers, opponents }, index) =>
      within(`/alternatives/${index}`, [
        ...namesEach('party', proposers, '/proposers'),
        ...namesEach('party', opponents, '/opponents'),
      ]),
    ),
  ]
}
