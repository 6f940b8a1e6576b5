import { join } from 'node:path'
import type { Case } from './compare.ts'
import { inFolder } from './folder.ts'
import { HEADERS, load, running, SERVICE } from './http-load.ts'

const ECHO = join(import.meta.dirname, 'echo-server.ts')

const SHAPES = [
  { connections: 1, ledgers: 1, share: 10 },
  { connections: 64, ledgers: 1, share: 1 },
  { connections: 64, ledgers: 64, share: 1 },
  { connections: 256, ledgers: 64, share: 1 },
] as const

/**
 * POST of one event a request, durable and with its receipt and warnings, beside the same body
 * validated by zod, logged and sent back by Fastify. Each is a process of its own.
 */
export function* post(options: { readonly events: number }): Generator<Case> {
  for (const { connections, ledgers, share } of SHAPES) {
    const requests = Math.ceil(options.events / share)
    yield {
      name: `POST at ${connections} connections, ${ledgers} ledgers; goal 0.7 from 64 on, else 0.5`,
      unit: 'requests/s',
      subject: () => inFolder((folder) => record(folder, connections, ledgers, requests)),
      peer: {
        name: 'Fastify, zod and one pino line, which echo the body',
        run: () =>
          running(ECHO, {}, (url) => load(url, connections, requests, () => ({ path: '/' }))),
      },
    }
  }
}

async function record(folder: string, connections: number, ledgers: number, requests: number) {
  return running(SERVICE, { LEDGER_DATA: folder, LEDGER_PORT: '0' }, async (url) => {
    const paths = Array.from({ length: ledgers }, (_, n) => `/v1/negotiations/bench-${n}/events`)
    const opened = { type: 'negotiation.opened', occurred: '2025-11-01', title: 'Bench' }
    for (const path of paths) {
      const body = JSON.stringify(opened)
      await fetch(`${url}${path}`, { method: 'POST', headers: HEADERS, body })
    }
    return load(url, connections, requests, (n) => ({ path: paths[n % ledgers] as string }))
  })
}
