import { Argument, InvalidArgumentError } from 'commander'
import { Id } from '../../events/envelope.ts'

/** The argument that names the negotiation, of every command that concerns one. */
export function negotiationArgument(): Argument {
  return new Argument('<negotiation>', 'id of the negotiation').argParser(parseId)
}

/** Reads an argument that is an id. */
export function parseId(text: string): string {
  const { success, error } = Id.safeParse(text)
  if (success) return text
  throw new InvalidArgumentError(`It ${error.issues[0]?.message}.`)
}

/** Below which the API has everything of a negotiation. */
export function addressOfNegotiation(negotiation: string): string {
  return `/v1/negotiations/${encodeURIComponent(negotiation)}`
}
