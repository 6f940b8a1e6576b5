import type { Command } from 'commander'
import { ioFor, type Surroundings, withClient } from './command.ts'
import { addressOfNegotiation } from './negotiation.ts'

interface OwnAccess {
  readonly roles: readonly {
    readonly role: string
    readonly parties?: readonly string[]
    readonly clearance?: string
    readonly until?: string
  }[]
  readonly operations: readonly string[]
}

/** Prints the roles of the sender in a negotiation, and the operations that they permit. */
export async function showOwnAccess(
  command: Command,
  surroundings: Surroundings,
  negotiation: string,
): Promise<void> {
  const address = `${addressOfNegotiation(negotiation)}/access`
  const own = await withClient(command, surroundings, (client) => client.get<OwnAccess>(address))
  const io = ioFor(command, surroundings)
  if (io.format === 'json') return io.print(JSON.stringify(own, null, io.indent))
  if (own.roles.length === 0)
    io.print('The service asks nobody who they are: you may do everything.')
  for (const { role, parties, clearance = 'public', until } of own.roles) {
    const confined = parties === undefined ? '' : ` of ${parties.join(', ')}`
    const end = until === undefined ? '' : `, until ${until}`
    io.print(`You are ${role}${confined}, cleared up to ${clearance}${end}.`)
  }
  io.print(`Operations: ${own.operations.join(', ')}.`)
}
