import { Argument } from 'commander'

/** The argument that names the negotiation, of every command that concerns one. */
export function negotiationArgument(): Argument {
  return new Argument('<negotiation>', 'id of the negotiation')
}

/** Below which the API has everything of a negotiation. */
export function addressOfNegotiation(negotiation: string): string {
  return `/v1/negotiations/${encodeURIComponent(negotiation)}`
}
