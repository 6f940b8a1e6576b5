import { Option } from 'commander'
import { type AddCommand, ioFor, readIndexed } from './command.ts'
import type { FromIndex } from './indexed.ts'
import { momentQuery } from './moment.ts'
import { readPages } from './pages.ts'
import { table } from './terminal/table.ts'

const STATES = ['open', 'suspended', 'concluded', 'not_yet_opened']

interface ListOptions {
  readonly transactionTime?: string
  readonly validTime?: string
  readonly state?: string
}

interface Catalogue extends FromIndex {
  readonly items: readonly {
    readonly negotiation: string
    readonly title: string | null
    readonly state: string
    readonly parties: readonly { readonly name: string }[]
    readonly counts: { readonly events: number }
    readonly lastActivity: string
  }[]
}

/** `ledger list [words]`: every negotiation, or those whose title or parties have the words. */
export const addList: AddCommand = (program, surroundings) => {
  const command = program
    .command('list')
    .description('list the negotiations, or those whose title or parties have these words')
    .argument('[words...]')
    .addOption(new Option('--state <state>', 'those in this state').choices(STATES))
    .option('-t, --transaction-time <time>', 'as known at this time')
    .option('-v, --valid-time <time>', 'as it was in the world at this time')
  command.action(async (words: readonly string[]) => {
    const io = ioFor(command, surroundings)
    const { state, ...moment } = command.opts<ListOptions>()
    const q = words.length > 0 ? words.join(' ') : undefined
    const query = { ...momentQuery(moment), state, q }
    const { items } = await readIndexed(command, surroundings, io, (client) =>
      readPages<Catalogue>(client, '/v1/negotiations', query, { io }),
    )
    if (io.format === 'json') for (const item of items) io.print(JSON.stringify(item))
    else if (items.length === 0) io.print('There is no such negotiation.')
    else io.print(drawn(items, io))
  })
}

function drawn(items: Catalogue['items'], sheet: Parameters<typeof table>[2]): string {
  const rows = items.map(({ negotiation, title, state, parties, counts, lastActivity }) => [
    negotiation,
    title ?? '-',
    state.replaceAll('_', ' '),
    parties.map(({ name }) => name).join(', ') || '-',
    String(counts.events),
    lastActivity.slice(0, 10),
  ])
  const titles = ['Negotiation', 'Title', 'State', 'Parties', 'Entries', 'Last entry']
  return table(
    titles.map((title) => ({ title })),
    rows,
    sheet,
  )
}
