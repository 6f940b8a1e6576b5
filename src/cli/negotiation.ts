import { Argument, InvalidArgumentError } from 'commander'
import { Id } from '../../events/envelope.ts'
import { readAs } from '../../events/schema-faults.ts'
import { sentenceOn } from '../decide/refusal.ts'
import { whatIsWrong } from './terminal/what-is-wrong.ts'

/** The argument that names the negotiation, of every command that concerns one. */
export function negotiationArgument(): Argument {
  return new Argument('<negotiation>', 'id of the negotiation').argParser(parseId)
}

/** Reads an argument that is an id. */
export function parseId(text: string): string {
  const { faults } = readAs(Id, text)
  if (faults === undefined) return text
  throw new InvalidArgumentError(sentenceOn('It', whatIsWrong(faults)))
}

/** Below which the API has everything of a negotiation. */
export function addressOfNegotiation(negotiation: string): string {
  return `/v1/negotiations/${encodeURIComponent(negotiation)}`
}
