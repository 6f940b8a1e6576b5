import { permit } from '../../access/permission.ts'
import type { Principal } from '../../access/principal.ts'
import type { RoleBook } from '../../access/role-book.ts'
import { needs } from './needs.ts'

/**
 * The ids of the operations on one negotiation that a principal's credentials and roles permit.
 *
 * @param roles undefined where nobody is asked who they are: all operations are permitted
 */
export function operationsFor(
  { id, scopes }: Principal,
  negotiation: string,
  roles: RoleBook | undefined,
): string[] {
  return Object.entries(needs).flatMap(([operation, need]) => {
    if (need === 'nothing' || need.of !== 'negotiation' || !scopes.has(need.scope)) return []
    const isPermitted = !roles || permit(need, id, negotiation, roles).is === 'permitted'
    return isPermitted ? [operation] : []
  })
}
