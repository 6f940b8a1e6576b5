import type { Case } from './compare.ts'
import { load, SERVICE, start } from './http-load.ts'
import type { Sized } from './sized.ts'
import { storeLedgers } from './stored-ledger.ts'

const EVENTS = 100
const FEW = 10

/** POST and read in turn over many small ledgers, beside the same over a few. */
export async function* manyLedgers({ sized }: Sized): AsyncGenerator<Case> {
  const [many, requests] = [sized(10_000), sized(2000)]
  const negotiations = (count: number, of: string) =>
    Array.from({ length: count }, (_, n) => `${of}-${n}`)
  const sides = { subject: negotiations(many, 'many'), peer: negotiations(FEW, 'few') }
  const { data, remove } = await storeLedgers(
    Object.values(sides).flatMap((names) =>
      names.map((negotiation) => ({ negotiation, events: EVENTS })),
    ),
  )
  const service = await start(SERVICE, {
    LEDGER_DATA: data,
    LEDGER_PORT: '0',
  })
  const run = (names: readonly string[]) => {
    let turn = 0
    return () =>
      load(service, 1, requests, () => {
        const n = turn++
        const at = `/v1/negotiations/${names[(n >> 1) % names.length]}`
        return n % 2 === 0
          ? { path: `${at}/events` }
          : { path: `${at}/stances`, method: 'GET' as const }
      })
  }
  try {
    yield {
      name: `POST and read in turn over ${many} ledgers of ${EVENTS} entries`,
      measures: { micros: { unit: 'µs of processor time a request', goal: { atMost: 1.3 } } },
      subject: run(sides.subject),
      peer: { name: `over ${FEW} ledgers`, run: run(sides.peer) },
    }
  } finally {
    await service.stop()
    remove()
  }
}
