import type { ClauseOperation, WordedOperation } from '../../events/clause-operation.ts'

/** The clauses to which an operation gives words: of a merge and a split, those that it makes. */
export function wordingsOf(operation: ClauseOperation): readonly WordedOperation[] {
  switch (operation.op) {
    case 'add':
    case 'restore':
    case 'amend':
      return [operation]
    case 'merge':
      return [operation.into]
    case 'split':
      return operation.into
    default:
      return []
  }
}
