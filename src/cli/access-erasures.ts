import type { Command } from 'commander'
import { ioFor, type Surroundings, withClient } from './command.ts'
import { addressOfNegotiation } from './negotiation.ts'
import { readPages } from './pages.ts'
import { table } from './terminal/table.ts'

interface Erasure {
  readonly target: string
  readonly reason: string
  readonly askedBy: string
  readonly askedAt: string
}

const NEGOTIATION = 'id of the negotiation'
const ENTRY = 'event id of the entry'

/** Adds what erases entries above `public` to `ledger access`. */
export function addErasures(access: Command, surroundings: Surroundings): void {
  const ask = access
    .command('erase')
    .description('ask that an entry above public is erased; another admin has to confirm it')
    .argument('<negotiation>', NEGOTIATION)
    .argument('<entry>', ENTRY)
    .argument('<reason>', 'why, for everybody in the negotiation: repeat nothing of the entry')
  ask.action(async (negotiation: string, target: string, reason: string) => {
    const body = JSON.stringify({ target, reason })
    const erasure = await withClient(ask, surroundings, (client) =>
      client.post<Erasure>(addressOf(negotiation), { body }),
    )
    const io = ioFor(ask, surroundings)
    if (io.format === 'json') return io.print(JSON.stringify(erasure, null, io.indent))
    io.print(
      `Nothing is erased yet. Another admin confirms it: ledger access confirm-erasure ${negotiation} ${target}`,
    )
  })

  const confirm = access
    .command('confirm-erasure')
    .description('erase an entry, for good, as another admin has asked')
    .argument('<negotiation>', NEGOTIATION)
    .argument('<entry>', ENTRY)
  confirm.action(async (negotiation: string, target: string) => {
    const path = `${addressOf(negotiation)}/${encodeURIComponent(target)}/confirm`
    const receipt = await withClient(confirm, surroundings, (client) =>
      client.post<{ readonly revision: number }>(path, {}),
    )
    const io = ioFor(confirm, surroundings)
    if (io.format === 'json') return io.print(JSON.stringify(receipt, null, io.indent))
    io.print(`${target} is erased. Recorded at revision ${receipt.revision}.`)
  })

  const list = access
    .command('erasures')
    .description('list the erasures that wait for another admin')
    .argument('<negotiation>', NEGOTIATION)
  list.action(async (negotiation: string) => {
    const io = ioFor(list, surroundings)
    const { items } = await withClient(list, surroundings, (client) =>
      readPages<{ items: readonly Erasure[] }>(client, addressOf(negotiation), {}, { io }),
    )
    if (io.format === 'json') for (const item of items) io.print(JSON.stringify(item))
    else if (items.length === 0) io.print('No erasure waits.')
    else {
      const titles = ['Entry', 'Asked for', 'By', 'Reason'].map((title) => ({ title }))
      const rows = items.map(({ target, askedAt, askedBy, reason }) => [
        ...[target, askedAt, askedBy, reason],
      ])
      io.print(table(titles, rows, io))
    }
  })
}

function addressOf(negotiation: string): string {
  return `${addressOfNegotiation(negotiation)}/erasures`
}
