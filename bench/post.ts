import { join } from 'node:path'
import type { Case, Measure } from './compare.ts'
import { load, start } from './http-load.ts'
import { startPosting } from './posting.ts'
import type { Sized } from './sized.ts'

export const ECHO = join(import.meta.dirname, 'echo-server.ts')

const SHAPES = [
  { connections: 64, ledgers: 1 },
  { connections: 64, ledgers: 64 },
  { connections: 256, ledgers: 1 },
  { connections: 256, ledgers: 64 },
] as const

const MEASURES: Readonly<Record<string, Measure>> = {
  rate: { unit: 'requests/s', goal: { atLeast: 0.7 } },
  micros: { unit: 'µs of processor time', goal: { atMost: 2.5 } },
  p99: { unit: 'ms at the 99th percentile', goal: { atMost: 2 } },
}

/**
 * POST of one event a request, durable and with its receipt and warnings, beside the same body
 * validated by zod, logged and sent back by Fastify. Each is a process of its own, which runs through
 * all rounds.
 */
export async function* post({ sized }: Sized): AsyncGenerator<Case> {
  const requests = sized(50_000)
  const echo = await start(ECHO)
  try {
    for (const { connections, ledgers } of SHAPES) {
      const service = await startPosting(ledgers)
      try {
        yield {
          name: `POST, ${connections} connections, ${ledgers === 1 ? 'one ledger' : `${ledgers} ledgers`}`,
          measures: MEASURES,
          subject: () => service.post(connections, requests),
          peer: {
            name: 'Fastify, zod and one pino line, which echo the body',
            run: () => load(echo, connections, requests, () => ({ path: '/0' })),
          },
        }
      } finally {
        await service.stop()
      }
    }
  } finally {
    await echo.stop()
  }
}
