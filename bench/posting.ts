import { join } from 'node:path'
import { makeFolder } from './folder.ts'
import { HEADERS, load, type Program, SERVICE, start } from './http-load.ts'

/** A service that is posted to. */
export interface Posting extends Program {
  /** As {@link load}, of events into the ledgers in turn. */
  post(connections: number, requests: number): ReturnType<typeof load>
}

/** Starts the service, or another program of it, on a new folder with a number of ledgers. */
export async function startPosting(ledgers: number, program = SERVICE): Promise<Posting> {
  const { folder, remove } = makeFolder()
  const started = await start(program, { LEDGER_DATA: join(folder, 'data'), LEDGER_PORT: '0' })
  const paths = Array.from({ length: ledgers }, (_, n) => `/v1/negotiations/bench-${n}/events`)
  const body = JSON.stringify({
    type: 'negotiation.opened',
    occurred: '2025-11-01',
    title: 'Bench',
  })
  for (const path of paths) {
    await fetch(`${started.url}${path}`, { method: 'POST', headers: HEADERS, body })
  }
  return {
    ...started,
    post: (connections, requests) =>
      load(started, connections, requests, (n) => ({ path: paths[n % ledgers] as string })),
    async stop() {
      await started.stop()
      remove()
    },
  }
}
