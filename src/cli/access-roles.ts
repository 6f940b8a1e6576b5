import { Argument, type Command } from 'commander'
import { negotiationRoles, type Role, serviceRoles } from '../../events/role.ts'
import { ioFor, type Surroundings, withClient } from './command.ts'
import { addressOfNegotiation } from './negotiation.ts'
import { readPages } from './pages.ts'
import { table } from './terminal/table.ts'

interface Receipt {
  readonly negotiation: string
  readonly revision: number
}

interface HeldRole {
  readonly principal: string
  readonly name: string | null
  readonly role: string
  readonly parties?: readonly string[]
  readonly clearance?: string
  readonly until?: string
  readonly since: string
  readonly by: string
}

interface GrantOptions {
  readonly parties?: readonly string[]
  readonly clearance?: string
  readonly until?: string
}

/** Names the service itself where a negotiation could be named: no negotiation has that id. */
const SERVICE = 'access'

const WHERE = `id of the negotiation; \`${SERVICE}\` for the service itself`

/** Adds what changes and lists roles to `ledger access`. */
export function addRoles(access: Command, surroundings: Surroundings): void {
  const grant = access
    .command('grant')
    .description('grant a role in a negotiation, or in the service')
    .argument('<negotiation>', WHERE)
    .argument('<principal>', 'id of the principal, as `ledger access show` tells it')
    .addArgument(roleArgument())
    .option('--parties <id...>', 'of a recorder: the only parties that may be recorded for')
    .option('--clearance <level>', 'the highest level of entries to read and record; else public')
    .option('--until <time>', 'when the role ends by itself, such as 2027-01-01T00:00:00Z')
  grant.action(async (negotiation: string, principal: string, role: Role) => {
    const { parties, clearance, until } = grant.opts<GrantOptions>()
    const command = { type: 'role.granted', principal, role, parties, clearance, until }
    await change(grant, surroundings, negotiation, command, `${principal} is ${role}`)
  })

  const revoke = access
    .command('revoke')
    .description('revoke a role in a negotiation, or in the service')
    .argument('<negotiation>', WHERE)
    .argument('<principal>', 'id of the principal, as `ledger access roles` lists it')
    .addArgument(roleArgument())
  revoke.action(async (negotiation: string, principal: string, role: Role) => {
    const command = { type: 'role.revoked', principal, role }
    await change(revoke, surroundings, negotiation, command, `${principal} is no longer ${role}`)
  })

  const list = access
    .command('roles')
    .description('list who has which role in a negotiation, or in the service')
    .argument('[negotiation]', `${WHERE}, which is the default`, SERVICE)
  list.action(async (negotiation: string) => {
    const io = ioFor(list, surroundings)
    const { items } = await withClient(list, surroundings, (client) =>
      readPages<{ items: readonly HeldRole[] }>(client, addressOf(negotiation), {}, { io }),
    )
    if (io.format === 'json') for (const item of items) io.print(JSON.stringify(item))
    else if (items.length === 0) io.print('No role was granted yet.')
    else {
      const titles = ['Role', 'Clearance', 'Principal', 'Name', 'Since', 'By', 'Until']
      const rows = items.map(({ role, parties, clearance, principal, name, since, by, until }) => [
        parties === undefined ? role : `${role} of ${parties.join(', ')}`,
        clearance ?? 'public',
        ...[principal, name ?? '', since, by, until ?? ''],
      ])
      io.print(
        table(
          titles.map((title) => ({ title })),
          rows,
          io,
        ),
      )
    }
  })
}

function roleArgument() {
  const roles = Object.keys({ ...negotiationRoles, ...serviceRoles })
  return new Argument('<role>', 'the role').choices(roles)
}

async function change(
  command: Command,
  surroundings: Surroundings,
  negotiation: string,
  body: object,
  told: string,
): Promise<void> {
  const receipt = await withClient(command, surroundings, (client) =>
    client.post<Receipt>(addressOf(negotiation), { body: JSON.stringify(body) }),
  )
  const io = ioFor(command, surroundings)
  if (io.format === 'json') return io.print(JSON.stringify(receipt, null, io.indent))
  const where = negotiation === SERVICE ? 'in the service' : `in ${negotiation}`
  io.print(`${told} ${where}. Recorded in ${receipt.negotiation} at revision ${receipt.revision}.`)
}

function addressOf(negotiation: string): string {
  return negotiation === SERVICE ? '/v1/access/roles' : `${addressOfNegotiation(negotiation)}/roles`
}
