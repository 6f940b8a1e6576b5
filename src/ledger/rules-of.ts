import { negotiationRules } from '../decide/negotiation-rules.ts'
import { roleRules, serviceRoleRules } from '../decide/role-rules.ts'
import type { Rules } from '../decide/rules.ts'
import { isAccessLedger, SERVICE_ACCESS } from './ledger-name.ts'

/** The rules of a ledger, by its name in the store. */
export function rulesOf(ledger: string): Rules {
  if (ledger === SERVICE_ACCESS) return serviceRoleRules
  return isAccessLedger(ledger) ? roleRules : negotiationRules
}
