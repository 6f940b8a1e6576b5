import type { ClauseOperation, WordedOperation } from '../../events/clause-operation.ts'
import { wordingIdOf } from '../../projections/drafts/wording.ts'
import { brings, type Claim, introduces, names, namesEach, within } from './claim.ts'

/** The claims of the steps of a revision, in their order: a step may name what one before it added. */
export function operationClaims(operations: readonly ClauseOperation[]): Claim[] {
  return operations.flatMap((operation, index) =>
    within(`/operations/${index}`, claimsOf(operation)),
  )
}

function claimsOf(operation: ClauseOperation): Claim[] {
  switch (operation.op) {
    case 'add':
      return [...placed(operation), ...made(operation)]
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
        ...within('/into', made(operation.into)),
      ]
    case 'split':
      return [
        ...names('clause', operation.clause, '/clause'),
        ...operation.into.flatMap((part, index) => within(`/into/${index}`, made(part))),
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

function made(clause: WordedOperation): Claim[] {
  return [...worded(clause), introduces('clause', clause.clause, '/clause')]
}

function worded(clause: WordedOperation): Claim[] {
  return [
    ...namesEach('party', clause.proposers, '/proposers'),
    ...(clause.alternatives ?? []).flatMap((alternative, index) =>
      within(`/alternatives/${index}`, [
        brings('wording', wordingIdOf(clause.clause, alternative), '/wording'),
        ...namesEach('party', alternative.proposers, '/proposers'),
        ...namesEach('party', alternative.opponents, '/opponents'),
        ...namesEach('party', alternative.reserving, '/reserving'),
      ]),
    ),
  ]
}
