/** The name of the access ledger of the service, and the beginning of all others. */
const ACCESS = 'access'

const OF_NEGOTIATION = 'negotiation-'
const ACCESS_OF = `${ACCESS}-`

/** The id by which paths name the access ledger of the service. */
export const SERVICE_ACCESS = ACCESS

/** The id by which paths name the access ledger of a negotiation. */
export function accessIdOf(negotiation: string): string {
  return ACCESS_OF + negotiation
}

/** The id in a path, taken apart: a negotiation, its access ledger, or that of the service. */
export type NamedLedger =
  | { readonly of: 'negotiation' | 'access'; readonly negotiation: string }
  | { readonly of: 'service' }

export function readLedgerId(id: string): NamedLedger {
  if (id === SERVICE_ACCESS) return { of: 'service' }
  return id.startsWith(ACCESS_OF)
    ? { of: 'access', negotiation: id.slice(ACCESS_OF.length) }
    : { of: 'negotiation', negotiation: id }
}

/** The name under which the store keeps the ledger with that id. */
export function ledgerOf(id: string): string {
  return isAccessLedger(id) ? id : OF_NEGOTIATION + id
}

/** The id of the ledger that the store keeps under that name. */
export function idOf(ledger: string): string {
  return ledger.startsWith(OF_NEGOTIATION) ? ledger.slice(OF_NEGOTIATION.length) : ledger
}

/** Tells if the store keeps roles under that name, or paths name such a ledger by that id. */
export function isAccessLedger(ledger: string): boolean {
  return ledger === SERVICE_ACCESS || ledger.startsWith(ACCESS_OF)
}

/** The origin of a ledger: hashed into each of its events. */
export function originOf(host: string, ledger: string): string {
  const named = readLedgerId(idOf(ledger))
  if (named.of === 'service') return `${host}/a`
  return `${host}/${named.of === 'access' ? 'a' : 'n'}/${named.negotiation}`
}
