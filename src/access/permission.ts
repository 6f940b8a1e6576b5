import type { NegotiationRole, ServiceRole } from '../../events/role.ts'
import type { HeldRole } from '../../projections/access/roles.ts'
import { readLedgerId } from '../ledger/ledger-name.ts'
import type { Scope } from './principal.ts'

/** All that an operation needs: a scope of the credentials, and a role of the principal. */
export type Need = { readonly scope: Scope } & (
  | {
      /** Any principal: the reply holds nothing but what that principal may see. */
      readonly of: 'sender'
    }
  | { readonly of: 'service'; readonly role: ServiceRole }
  | {
      /** The negotiation in the path. */
      readonly of: 'negotiation'
      readonly roles: readonly NegotiationRole[]
      /** A way to be permitted without a role there. */
      readonly also?: Also
    }
)

/**
 * `accessLedger`: the ledger in the path may be an access ledger, for those who may read that;
 * `opening`: whoever has no role there and may open negotiations may open this one;
 * `firstAdmin`: an operator may appoint the first admin of a negotiation that never had one.
 */
type Also = 'accessLedger' | 'opening' | 'firstAdmin'

/** The part of the book of roles that decisions rest on. */
export interface KnownRoles {
  inService(principal: string): readonly HeldRole[]
  in(negotiation: string, principal: string): readonly HeldRole[]
  /** Tells if nobody was ever granted a role in a negotiation. */
  isUnled(negotiation: string): boolean
}

/** The roles that open the access ledger of a negotiation. */
const AUDITING: readonly NegotiationRole[] = ['admin', 'auditor']

/** The roles that would be enough, and those that the principal has. */
interface LackingRole {
  readonly takes: readonly string[]
  readonly own: readonly string[]
  readonly place: 'service' | 'negotiation'
}

/** A decision: permitted; as if there were nothing there; or too little of a role. */
export type Permission =
  | {
      readonly is: 'permitted'
      /** The only parties that may be recorded for; undefined for anything. */
      readonly parties?: ReadonlySet<string>
      /** True if the negotiation may be opened, and nothing else be done in it. */
      readonly opens?: true
    }
  | { readonly is: 'hidden' }
  | ({ readonly is: 'refused' } & LackingRole)

const HIDDEN = { is: 'hidden' } as const
const PERMITTED = { is: 'permitted' } as const

/**
 * Decides whether a principal may do what an operation needs. Pure: the one place where that is
 * decided.
 *
 * @param id of the ledger in the path, if there is one
 */
export function permit(
  need: Need,
  principal: string,
  id: string | undefined,
  roles: KnownRoles,
): Permission {
  if (need.of === 'sender') return PERMITTED
  const inService = roles.inService(principal).map(({ role }) => role as ServiceRole)
  if (need.of === 'service') {
    if (inService.includes(need.role)) return PERMITTED
    return { is: 'refused', takes: [need.role], own: inService, place: 'service' }
  }
  const named = readLedgerId(id ?? '')
  if (named.of === 'service') {
    return need.also === 'accessLedger' && inService.includes('operator') ? PERMITTED : HIDDEN
  }
  const held = roles.in(named.negotiation, principal)
  const own = held.map(({ role }) => role as NegotiationRole)
  if (named.of === 'access') {
    const may = need.also === 'accessLedger' && AUDITING.some((role) => own.includes(role))
    return may ? PERMITTED : HIDDEN
  }
  if (held.length === 0) {
    if (need.also === 'opening' && inService.includes('creator'))
      return { ...PERMITTED, opens: true }
    const mayAppoint = need.also === 'firstAdmin' && inService.includes('operator')
    return mayAppoint && roles.isUnled(named.negotiation) ? PERMITTED : HIDDEN
  }
  const reaching = held.find(({ role }) => (need.roles as readonly string[]).includes(role))
  if (reaching === undefined) {
    return { is: 'refused', takes: need.roles, own, place: 'negotiation' }
  }
  const { parties } = reaching
  const isConfined = need.roles.length === 1 && parties !== undefined
  return isConfined ? { ...PERMITTED, parties: new Set(parties) } : PERMITTED
}
