import { type Case, single } from './compare.ts'
import { load, start } from './http-load.ts'
import { ECHO } from './post.ts'
import { startPosting } from './posting.ts'
import { rawFile } from './raw-file.ts'
import { sealedLedger } from './sealed-ledger.ts'
import type { Sized } from './sized.ts'

/** The latency of POST at one connection, beside what the disk takes, and what the echo takes. */
export async function* latency({ sized }: Sized): AsyncGenerator<Case> {
  const requests = sized(1000)
  const [service, echo] = [await startPosting(1), await start(ECHO)]
  const file = rawFile(sealedLedger(1, requests), 1)
  const mean = ({ rate }: { readonly rate: number }) => 1000 / rate
  const common = {
    unit: 'ms a request',
    subject: async () => mean(await service.post(1, requests)),
  }
  try {
    yield single({
      ...common,
      name: 'POST, one connection, beside the disk',
      goal: { atMost: 1 },
      peer: { name: file.name, run: async () => mean({ rate: await file.run() }) },
    })
    yield single({
      ...common,
      name: 'POST, one connection, beside the echo',
      goal: { atMost: 2 },
      peer: {
        name: 'Fastify, zod and one pino line, which echo the body',
        run: async () => mean(await load(echo, 1, requests, () => ({ path: '/0' }))),
      },
    })
  } finally {
    await echo.stop()
    await service.stop()
  }
}
