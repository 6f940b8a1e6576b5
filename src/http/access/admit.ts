import { type Need, permit } from '../../access/permission.ts'
import type { Principal } from '../../access/principal.ts'
import type { RoleBook } from '../../access/role-book.ts'
import { NO_NEGOTIATION } from '../../decide/refusal.ts'
import { isAccessLedger } from '../../ledger/ledger-name.ts'
import { refused } from '../../ledger/refused.ts'
import { Problem, problemAt } from '../../problems/problem.ts'
import { detail } from '../../words/detail.ts'
import { reason } from '../../words/reason.ts'
import { problemOf } from '../problem-of.ts'
import type { PlaceTexts } from './place-seal.ts'
import { type RequestReach, reachOf, UNLIMITED } from './reach.ts'

/** Roles, where they are kept. */
export interface KeptRoles {
  readonly book: RoleBook
  readonly places: PlaceTexts
}

/**
 * Admits a principal to an operation, or says why not. Where it may not know that a ledger is there,
 * it hears what it would hear of one that is not.
 *
 * @param id of the ledger in the path, if there is one
 * @param roles undefined where nobody is asked who they are
 * @throws {Problem}
 */
export function admit(
  need: Need,
  principal: Principal,
  id: string | undefined,
  roles: KeptRoles | undefined,
): RequestReach {
  if (id !== undefined) refuseForeign(need, id)
  if (roles === undefined) return UNLIMITED
  const { book, places } = roles
  const permission = permit(need, principal.id, id, book)
  if (permission.is === 'hidden') throw nothingThere()
  if (permission.is === 'permitted') return reachOf(book, principal.id, permission, places)
  const { takes, own, place } = permission
  throw new Problem('not_permitted', detail('role_needed', { takes, own, place }))
}

/** Access ledgers have no views, and nobody opens them: whoever asks is told the same. */
function refuseForeign(need: Need, id: string): void {
  if (need.of !== 'negotiation' || !isAccessLedger(id)) return
  if (need.also === 'accessLedger') return
  if (need.also !== 'opening') throw nothingThere()
  const what = reason('access_ledger', {})
  throw problemAt('parameter_invalid', [{ parameter: 'negotiation', what }])
}

/** The problem of a negotiation that is not there, or that the sender may not know of. */
function nothingThere(): Problem {
  return problemOf(refused('unknown_negotiation', NO_NEGOTIATION))
}
