import { idOf, ledgerOf } from '../../ledger/ledger-name.ts'
import { Problem } from '../../problems/problem.ts'
import type { EventStore } from '../../store/event-store.ts'
import { detail } from '../../words/detail.ts'
import type { RequestReach } from '../access/reach.ts'
import type { Service } from '../service.ts'

/**
 * Makes sure that no other ledger of the service has the origin of one that is imported. Known are
 * the ledger that the origin names, and every log that this service has signed or imported; where it
 * keeps no list of those, a ledger is imported under the name of its origin alone.
 *
 * @throws {Problem} `origin_taken`
 */
export async function requireOwnOrigin(
  { store, signing }: Pick<Service, 'store' | 'signing'>,
  ledger: string,
  origin: string,
  { mayRead }: Pick<RequestReach, 'mayRead'>,
): Promise<void> {
  // A ledger that the sender may not know of is not named.
  const taken = (by: string) => originTaken(origin, mayRead(idOf(by)) ? idOf(by) : undefined)
  const home = ledgerOf(origin.slice(origin.indexOf('/n/') + '/n/'.length))
  const [here, there] = [await originIn(store, ledger), await originIn(store, home)]
  if (here === origin) return
  if (home !== ledger && there === origin) throw taken(home)
  const heads = signing?.heads
  const known = ((await heads?.get(origin)) ?? (await heads?.foreign(origin)))?.ledger
  if (known !== undefined && known !== ledger && (await store.head(known)) >= 0) {
    throw taken(known)
  }
  if (heads === undefined && signing !== undefined && home !== ledger) {
    const params = { origin, negotiation: idOf(home) }
    throw new Problem('origin_taken', detail('origin_elsewhere', params))
  }
}

async function originIn(store: EventStore, ledger: string): Promise<string | undefined> {
  if ((await store.head(ledger)) < 0) return undefined
  for await (const [first] of store.read(ledger, 0, 1)) {
    if (first !== undefined) return (JSON.parse(first.header) as { origin: string }).origin
  }
  return undefined
}

function originTaken(origin: string, negotiation: string | undefined): Problem {
  const named = { origin, ...(negotiation !== undefined && { negotiation }) }
  return new Problem('origin_taken', detail('origin_taken', named))
}
