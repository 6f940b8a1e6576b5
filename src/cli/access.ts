import { Option } from 'commander'
import { scopes } from '../access/principal.ts'
import { addCopySecrets } from './access-copy-secrets.ts'
import { addErasures } from './access-erasures.ts'
import { showOwnAccess } from './access-own.ts'
import { addReads } from './access-reads.ts'
import { addRoles } from './access-roles.ts'
import { type AddCommand, ioFor, withClient } from './command.ts'
import { readPages } from './pages.ts'
import { table } from './terminal/table.ts'

interface KeyReply {
  readonly id: string
  readonly principal: string
  readonly name: string
  readonly scopes: readonly string[]
  readonly expiresAt: string | null
  readonly state: string
}

interface WhoAmI {
  readonly authentication: string
  readonly principal: string
  readonly name: string | null
  readonly scopes: readonly string[]
  readonly roles: readonly string[]
  readonly expiresAt: string | null
}

interface NewKeyOptions {
  readonly principal?: string
  readonly scope?: readonly string[]
  readonly expires?: string
}

/** Adds `ledger access`: who may ask a service, and the keys by which it knows them. */
export const addAccess: AddCommand = (program, surroundings) => {
  const access = program
    .command('access')
    .description('show and change who may ask a service, by which access keys, in which roles')

  const who = access
    .command('show')
    .description('print for whom the service takes you, or what you may do in a negotiation')
    .argument('[negotiation]', 'id of a negotiation')
  who.action(async (negotiation?: string) => {
    if (negotiation !== undefined) return showOwnAccess(who, surroundings, negotiation)
    const reply = await withClient(who, surroundings, (client) => client.get<WhoAmI>('/v1/access'))
    const io = ioFor(who, surroundings)
    if (io.format === 'json') return io.print(JSON.stringify(reply, null, io.indent))
    const { authentication, principal, name, scopes: reach, roles, expiresAt } = reply
    const called = name === null ? '' : ` (${name})`
    const until = expiresAt === null ? '' : `, until ${expiresAt}`
    const mode = authentication === 'open' ? ' The service asks nobody who they are.' : ''
    const role = roles.length === 0 ? '' : ` Roles in the service: ${roles.join(', ')}.`
    io.print(`You are ${principal}${called}, and may ${reach.join(', ')}${until}.${mode}${role}`)
  })

  const create = access
    .command('create-key')
    .description('make an access key, and print it: this once')
    .argument('<name>', 'the purpose of the key')
    .option('--principal <id>', 'an existing principal that it is for; else a new one')
    .addOption(
      new Option(
        '--scope <scope...>',
        'the operations that it is confined to (default: read)',
      ).choices(scopes),
    )
    .option('--expires <time>', 'when it expires, such as 2027-01-01T00:00:00Z')
  create.action(async (name: string) => {
    const { principal, scope, expires } = create.opts<NewKeyOptions>()
    const asked = { name, principal, scopes: scope, expiresAt: expires }
    const made = await withClient(create, surroundings, (client) =>
      client.post<KeyReply & { readonly key: string }>('/v1/access/keys', {
        body: JSON.stringify(asked),
      }),
    )
    const io = ioFor(create, surroundings)
    if (io.format === 'json') return io.print(JSON.stringify(made, null, io.indent))
    io.note(`Key ${made.id} of ${made.principal}, for ${made.scopes.join(', ')}. Shown this once:`)
    io.print(made.key)
  })

  const list = access.command('keys').description('list the access keys that were ever made')
  list.action(async () => {
    const io = ioFor(list, surroundings)
    const { items } = await withClient(list, surroundings, (client) =>
      readPages<{ items: readonly KeyReply[] }>(client, '/v1/access/keys', {}, { io }),
    )
    if (io.format === 'json') for (const item of items) io.print(JSON.stringify(item))
    else if (items.length === 0) io.print('No access key was made yet.')
    else {
      const titles = ['Key', 'Principal', 'Purpose', 'Scopes', 'Expires', 'State']
      const rows = items.map(({ id, principal, name, scopes: reach, expiresAt, state }) => [
        ...[id, principal, name, reach.join(', '), expiresAt ?? 'never', state],
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

  const end = access
    .command('end-sessions')
    .description('end all sessions of a person, in whichever browser')
    .argument('<principal>', 'id of the principal, as `ledger access keys` lists it')
  end.action(async (principal: string) => {
    const address = `/v1/access/principals/${encodeURIComponent(principal)}/end-sessions`
    const reply = await withClient(end, surroundings, async (client) =>
      client.read<{ readonly ended: number }>(await client.send('POST', address)),
    )
    const io = ioFor(end, surroundings)
    if (io.format === 'json') io.print(JSON.stringify(reply, null, io.indent))
    else io.print(`Sessions of ${principal} that were ended: ${reply.ended}.`)
  })

  addRoles(access, surroundings)
  addErasures(access, surroundings)
  addReads(access, surroundings)
  addCopySecrets(access, surroundings)

  const revoke = access
    .command('revoke-key')
    .description('revoke an access key: it is of no use from then on')
    .argument('<id>', 'id of the key, as `ledger access keys` lists it')
  revoke.action(async (id: string) => {
    const address = `/v1/access/keys/${encodeURIComponent(id)}/revoke`
    const revoked = await withClient(revoke, surroundings, async (client) =>
      client.read<KeyReply>(await client.send('POST', address)),
    )
    const io = ioFor(revoke, surroundings)
    if (io.format === 'json') io.print(JSON.stringify(revoked, null, io.indent))
    else io.print(`Key ${revoked.id} (${revoked.name}) is revoked.`)
  })
}
