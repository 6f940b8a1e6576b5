import type { Command } from 'commander'
import type { QueryMembers } from './client.ts'
import { type AddCommand, ioFor, withClient } from './command.ts'
import { EXIT, Failure } from './failure.ts'
import {
  addMomentOptions,
  type MomentOptions,
  momentQuery,
  type ShownMoment,
  sameMoment,
  tellMoment,
} from './moment.ts'
import { namesAt } from './names.ts'
import { addressOfNegotiation, negotiationArgument } from './negotiation.ts'
import { readPages } from './pages.ts'
import { views } from './show/registry.ts'
import type { AskedView, OwnOptions, TerminalView } from './show/view.ts'
import { sinceQuery } from './since.ts'
import type { Io } from './terminal/io.ts'

interface ShowOptions extends MomentOptions, OwnOptions {
  readonly limit?: string
  readonly latest?: boolean
  readonly since?: string
  readonly sinceValidTime?: string
}

interface Reply {
  readonly asOf: ShownMoment
  readonly [member: string]: unknown
}

/** `ledger show <what> <negotiation>`: what the ledger answers, at any moment. */
export const addShow: AddCommand = (program, surroundings) => {
  const show = program.command('show').description('show where things stand, at any moment')
  for (const [name, view] of Object.entries(views)) {
    const command = addViewOptions(show.command(name).description(view.summary), view)
    command.addArgument(negotiationArgument()).action(async (negotiation: string) => {
      const io = ioFor(command, surroundings)
      const options = command.opts<ShowOptions>()
      const at = addressOfNegotiation(negotiation)
      const words = command.processedArgs.slice(1) as string[]
      await withClient(command, surroundings, (client) =>
        printView(view, { client, at, options, words }, io),
      )
    })
    for (const argument of view.arguments ?? []) command.addArgument(argument)
  }
}

function addViewOptions(command: Command, view: TerminalView): Command {
  addMomentOptions(command)
  for (const option of view.options ?? []) command.addOption(option)
  if (view.paged) {
    command.option('--limit <n>', 'show at most n items')
    command.option('--latest', 'the latest first')
  }
  if (view.compares) {
    const { since } = view.compares
    const unless = since === undefined ? '' : `; ${since} if no other moment is named`
    command.option(
      '--since <moment>',
      `what was known then: a revision, a time, or how long ago (30m, 24h, 7d)${unless}`,
    )
    command.option('--since-valid-time <time>', 'how it was in the world at this time')
  }
  return command
}

async function printView(
  view: TerminalView,
  { client, at, options, words }: Omit<AskedView, 'moment'> & { readonly options: ShowOptions },
  io: Io,
): Promise<void> {
  const moment = momentQuery(options)
  // Whoever shows nothing does not wait for the definitions of the reads.
  const { readRegistry } = await import('../reads/registry.ts')
  const definition: { readonly path: string; readonly list?: string } = readRegistry[view.read]
  const { list } = definition
  const read =
    view.path === undefined
      ? { path: definition.path, query: moment }
      : await view.path({ client, at, moment, options, words })
  const path = `${at}${read.path}`
  const query = { ...read.query, ...comparison(view, options) }
  const reply =
    list === undefined
      ? await client.get<Reply>(path, query)
      : await readPages<Reply>(
          client,
          path,
          { ...query, ...order(options) },
          { limit: options.limit, list, io },
        )
  io.note(`As ${tellMoment(reply.asOf)}`)
  if (client.damaged !== undefined) {
    io.stderr.write(`The ledger is damaged (${client.damaged}): what is shown comes before that.\n`)
  }
  if (io.format === 'table') {
    const name = await namesAt(client, at, sameMoment(reply.asOf), io)
    io.print(view.draw(reply as never, { width: io.width, paint: io.paint, name }))
  } else if (list === undefined) {
    io.print(JSON.stringify(reply, null, io.indent))
  } else {
    for (const item of reply[list] as unknown[]) io.print(JSON.stringify(item))
  }
}

function order({ latest }: ShowOptions): QueryMembers {
  return latest ? { order: 'latest_first' } : {}
}

/** The default is of the axis of what was known: it stands only where no moment is named. */
function comparison({ compares }: TerminalView, options: ShowOptions): QueryMembers {
  if (compares === undefined) return {}
  const { since, sinceValidTime } = options
  const isNamed = since !== undefined || sinceValidTime !== undefined
  if (isNamed || compares.since === undefined) return sinceQuery(since, sinceValidTime, Date.now())
  if (Object.values(momentQuery(options)).some((each) => each !== undefined)) {
    throw new Failure('The moment to compare with is not named.', {
      advice: 'Name it with --since or --since-valid-time.',
      exit: EXIT.usage,
    })
  }
  return sinceQuery(compares.since, undefined, Date.now())
}
