import { randomBytes } from 'node:crypto'
import { Projections } from '../projections/registry.ts'
import { Chain } from '../src/ledger/decode.ts'
import { ledgerOf } from '../src/ledger/ledger-name.ts'
import { Ledgers } from '../src/ledger/ledgers.ts'
import { RequestDigests } from '../src/ledger/request-digests.ts'
import { openSqliteStore } from '../src/store/sqlite/open.ts'
import { type Case, perProcessorSecond, single } from './compare.ts'
import type { Sized } from './sized.ts'
import { storeLedgers } from './stored-ledger.ts'

/** The first right answer of a store that was just opened, beside all of the ledger folded anew. */
export async function* startUp({ sized }: Sized): AsyncGenerator<Case> {
  const events = sized(100_000)
  const { data, remove } = await storeLedgers([{ negotiation: 'bench', events }])
  const micros = async (
    work: (store: Awaited<ReturnType<typeof openSqliteStore>>) => Promise<void>,
  ) => {
    const store = await openSqliteStore(data)
    try {
      return 1_000_000 / (await perProcessorSecond(1, () => work(store)))
    } finally {
      await store.close()
    }
  }
  try {
    yield single({
      name: `start to the first answer of a ledger of ${events} events`,
      unit: 'µs of processor time',
      goal: { atMost: 0.1 },
      subject: () =>
        micros(async (store) => {
          const ledgers = new Ledgers({
            store,
            clock: Date.now,
            origin: (ledger) => `bench.example/n/${ledger}`,
            requests: new RequestDigests([randomBytes(32)]),
            projections: (how) => new Projections(how),
          })
          const read = await ledgers.read(ledgerOf('bench'), {
            clearance: new Set(),
            timeoutMs: 600_000,
          })
          read.stances.matrix({ revision: events - 1, validTime: Date.now() })
          await ledgers.close()
        }),
      peer: {
        name: 'every event verified and folded',
        run: () =>
          micros(async (store) => {
            const [chain, projections] = [new Chain('bench'), new Projections()]
            for await (const page of store.read(ledgerOf('bench'), 0)) {
              for (const stored of page) projections.apply(chain.next(stored))
            }
          }),
      },
    })
  } finally {
    remove()
  }
}
