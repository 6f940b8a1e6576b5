import type { Case } from './compare.ts'
import { load, type Program, SERVICE, start } from './http-load.ts'
import type { Sized } from './sized.ts'
import { storeLedgers } from './stored-ledger.ts'

const EVENTS = 100
const FEW = 10

/** The service's estimate of the memory of one such ledger, in MiB, once it was read and written. */
const LEDGER_MIB = 0.5

/**
 * POST and read in turn over many small ledgers, beside the same over a few: where the service may
 * keep all of them, and where it may keep a tenth.
 */
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
  const run = (service: Program, names: readonly string[], first = 0) => {
    let turn = first
    return (count = requests) =>
      load(service, 1, count, () => {
        const n = turn++
        const at = `/v1/negotiations/${names[(n >> 1) % names.length]}`
        return n % 2 === 0
          ? { path: `${at}/events` }
          : { path: `${at}/stances`, method: 'GET' as const }
      })
  }
  try {
    for (const [share, goal] of [
      [1, 1.3],
      [0.1, 2.5],
    ] as const) {
      const kept = Math.ceil(share * (many + FEW) * LEDGER_MIB)
      const service = await start(SERVICE, {
        LEDGER_DATA: data,
        LEDGER_PORT: '0',
        LEDGER_KEEP_MIB: String(kept),
      })
      // All are in use before the first round.
      const subject = run(service, sides.subject)
      if (share === 1) await subject(2 * many)
      try {
        yield {
          name: `POST and read in turn over ${many} ledgers of ${EVENTS} entries, memory for ${share * 100} %`,
          measures: { micros: { unit: 'µs of processor time a request', goal: { atMost: goal } } },
          subject: () => subject(),
          peer: { name: `over ${FEW} ledgers`, run: () => run(service, sides.peer)() },
        }
      } finally {
        await service.stop()
      }
    }
  } finally {
    remove()
  }
}
