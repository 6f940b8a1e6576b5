import type { Command } from 'commander'
import { ioFor, type Surroundings, withClient } from './command.ts'
import { addressOfNegotiation } from './negotiation.ts'
import { readPages } from './pages.ts'
import { table } from './terminal/table.ts'

interface Read {
  readonly at: string
  readonly principal: string
  readonly name: string | null
  readonly operation: string
  readonly event: string | null
  readonly level: string
}

interface Options {
  readonly limit: string
  readonly principal?: string
  readonly entry?: string
  readonly since?: string
  readonly until?: string
}

/** Adds the list of who read what is above `public` to `ledger access`. */
export function addReads(access: Command, surroundings: Surroundings): void {
  const list = access
    .command('reads')
    .description('list who read what is above public, the latest first')
    .argument('<negotiation>', 'id of the negotiation')
    .option('--principal <id>', 'reads of this principal alone')
    .option('--entry <entry>', 'reads that asked for this entry, by event id or revision, alone')
    .option('--since <time>', 'reads from this time or day on')
    .option('--until <time>', 'reads up to this time or day')
    .option('--limit <number>', 'the most reads that are listed', '100')
  list.action(async (negotiation: string) => {
    const { limit, entry, ...filter } = list.opts<Options>()
    const io = ioFor(list, surroundings)
    const address = `${addressOfNegotiation(negotiation)}/reads`
    const { items } = await withClient(list, surroundings, (client) =>
      readPages<{ items: readonly Read[] }>(
        client,
        address,
        { ...filter, event: entry },
        { limit, io },
      ),
    )
    if (io.format === 'json') for (const item of items) io.print(JSON.stringify(item))
    else if (items.length === 0) io.print('No such read of anything above public is noted.')
    else {
      const titles = ['At', 'Who', 'Operation', 'Entry', 'Up to'].map((title) => ({ title }))
      const rows = items.map(({ at, principal, name, operation, event, level }) => {
        const who = name === null ? principal : `${name} (${principal})`
        return [at, who, operation, event ?? '', level]
      })
      io.print(table(titles, rows, io))
    }
  })
}
