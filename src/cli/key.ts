import { text } from 'node:stream/consumers'
import { Option } from 'commander'
import { type AddCommand, ioFor, withClient } from './command.ts'
import { addressOfNegotiation, negotiationArgument } from './negotiation.ts'

interface HandedOn {
  readonly negotiation: string
  readonly revision: number
  readonly type: string
  readonly from: string
  readonly to: string
}

/** Adds `ledger key`: the keys that sign the logs of ledgers, and handing logs from one to another. */
export const addKey: AddCommand = (program, surroundings) => {
  const key = program.command('key').description('show and change the keys that sign logs')

  const show = key
    .command('show')
    .description('print the key that signs the log of a ledger, as auditors need it')
    .addArgument(negotiationArgument())
  show.action(async (negotiation: string) => {
    const vkey = await withClient(show, surroundings, async (client) =>
      text(await client.send('GET', `${addressOfNegotiation(negotiation)}/log/vkey`)),
    )
    ioFor(show, surroundings).print(vkey.trimEnd())
  })

  const next = key
    .command('next')
    .description('print the key that this service has for a log which is to be moved to it')
    .argument('<origin>', 'origin of the log: <host>/n/<negotiation>')
  next.action(async (origin: string) => {
    const vkey = await withClient(next, surroundings, async (client) =>
      text(await client.send('GET', '/v1/log-key', { query: { origin } })),
    )
    ioFor(next, surroundings).print(vkey.trimEnd())
  })

  const rotate = key
    .command('rotate')
    .description('hand the log of a ledger on to the next key of this service; recorded in the log')
    .addArgument(negotiationArgument())
  rotate.action(async (negotiation: string) => {
    await withClient(rotate, surroundings, async (client) => {
      const address = `${addressOfNegotiation(negotiation)}/log/rotate`
      tell(await client.read(await client.send('POST', address)))
    })
  })

  const move = key
    .command('move')
    .description('hand the log of a ledger on to another service, which writes it from then on')
    .addArgument(negotiationArgument())
    .addOption(
      new Option('--to <vkey>', 'what `ledger key next` prints there').makeOptionMandatory(),
    )
  move.action(async (negotiation: string) => {
    const { to } = move.opts<{ to: string }>()
    await withClient(move, surroundings, async (client) => {
      const address = `${addressOfNegotiation(negotiation)}/log/move`
      const headers = { 'log-key': to }
      tell(await client.read(await client.send('POST', address, { headers })))
    })
  })

  function tell(handedOn: HandedOn): void {
    const io = ioFor(key, surroundings)
    if (io.format === 'json') io.print(JSON.stringify(handedOn, null, io.indent))
    else {
      const { negotiation, revision, from, to } = handedOn
      io.print(
        `Entry ${revision} of ${negotiation} hands its log on.\n  from ${from}\n  to   ${to}`,
      )
    }
  }
}
