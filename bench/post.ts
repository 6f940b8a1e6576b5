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
      subject: () =>
        inFolder((folder) => postTo(SERVICE, { folder, connections, requests, ledgers })),
      peer: {
        name: 'Fastify, zod and one pino line, which echo the body',
        run: () =>
          running(ECHO, {}, (url) => load(url, connections, requests, () => ({ path: '/' }))),
      },
    }
  }
}

interface Posting {
  readonly folder: string
  readonly connections: number
  readonly requests: number
  readonly ledgers?: number
}

/** Starts a program of the service and posts to it. @returns requests a second. */
export function postTo(program: string, posting: Posting): Promise<number> {
  const { folder, connections, requests, ledgers = 1 } = posting
  const environment = { LEDGER_DATA: join(folder, 'data'), LEDGER_PORT: '0' }
  return running(program, environment, async (url) => {
    const paths = Array.from({ length: ledgers }, (_, n) => `/v1/negotiations/bench-${n}/events`)
    const opened = { type: 'negotiation.opened', occurred: '2025-11-01', title: 'Bench' }
    for (const path of paths) {
      const body = JSON.stringify(opened)
      await fetch(`${url}${path}`, { method: 'POST', headers: HEADERS, body })
    }
    return load(url, connections, requests, (n) => ({ path: paths[n % ledgers] as string }))
  })
}
