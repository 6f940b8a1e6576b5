import type { ClauseOperation, WordedOperation } from '../../events/clause-operation.ts'
import { wordingIdOf } from '../../projections/drafts/wording.ts'
import { wordingsOf } from '../../projections/drafts/wordings.ts'
import { brings, type Claim, introduces, names, namesEach, within } from './claim.ts'

/** The most acts of parties that the operations of one entry record: readers wait for them. */
const MAX_ACTS_OF_ENTRY = 2_000

/** The most that all entries of one revision record: each is folded with those before it. */
const MAX_ACTS_OF_REVISION = 4_000

/** The claims of the steps of a revision, in their order: a step may name what one before it added. */
export function operationClaims(revision: string, operations: readonly ClauseOperation[]): Claim[] {
  const amount = operations.reduce((sum, operation) => sum + actsIn(operation), 0)
  const acts = { claim: 'adds', amount, pointer: '/operations' } as const
  return [
    {
      ...acts,
      most: MAX_ACTS_OF_ENTRY,
      counted: { kind: 'acts_of_entry' },
    },
    {
      ...acts,
      most: MAX_ACTS_OF_REVISION,
      counted: { kind: 'acts_of_revision', revision },
      sum: `acts ${revision}`,
    },
    ...operations.flatMap((operation, index) =>
      within(`/operations/${index}`, claimsOf(operation)),
    ),
  ]
}

/** The acts of parties that a step records: who proposes, opposes or reserves words, or notes a position. */
function actsIn(operation: ClauseOperation): number {
  if (operation.op === 'take_position') return 1
  const made = wordingsOf(operation)
  return made.reduce((sum, { proposers = [], alternatives = [] }) => {
    const each = alternatives.map(
      (one) => one.proposers.length + one.opponents.length + (one.reserving?.length ?? 0),
    )
    return each.reduce((all, acts) => all + acts, sum + proposers.length)
  }, 0)
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
