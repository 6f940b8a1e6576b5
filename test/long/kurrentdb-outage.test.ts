import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { type Client, started } from '../http/running.ts'
import { NO_SERVER, serverBinary } from '../kurrentdb/binary.ts'
import { Load } from '../kurrentdb/load.ts'
import { type Server, startServer } from '../kurrentdb/server.ts'

const OUTAGE_MS = 30_000
const CLIENTS = 4
const START_MS = 120_000
const binary = serverBinary()

/** Resolves once the service says that it is ready, or that it is not. */
async function readiness(service: Client, status: number): Promise<void> {
  while ((await service.get('/health/ready')).status !== status) await sleep(100)
}

describe.skipIf(binary === undefined)(
  binary === undefined ? NO_SERVER : '30 seconds without a server, under load from two services',
  () => {
    let server: Server

    beforeAll(async () => {
      server = await startServer(binary as string)
    }, START_MS)
    afterAll(() => server.stop())

    const underLoad = async (outage: () => Promise<void>) => {
      const environment = { LEDGER_STORE: server.url }
      const services = [await started(environment), await started(environment)]
      const load = await Load.on(services, CLIENTS, `talks-${randomUUID()}`)
      onTestFinished(() => load.end())
      await load.progress(100)
      const before = load.unavailable
      await outage()
      await load.progress(200)
      for (const service of services) await readiness(service, 200)
      await load.end()
      expect(load.unavailable).toBeGreaterThan(before)
      await load.verify()
      return services
    }

    it('stopped and silent: nothing lost or twice, 503 meanwhile, and it recovers', async () => {
      await underLoad(async () => {
        server.nodes[0]!.signal('SIGSTOP')
        await sleep(OUTAGE_MS)
        server.nodes[0]!.signal('SIGCONT')
      })
    })

    it('killed and started again: the same', async () => {
      await underLoad(async () => {
        await server.nodes[0]!.kill()
        await sleep(OUTAGE_MS)
        server.nodes[0]!.start()
        await server.nodes[0]!.serving()
      })
    })

    it('a service that starts without a server says so, and serves once there is one', async () => {
      await server.nodes[0]!.kill()
      const service = await started({ LEDGER_STORE: server.url })
      await readiness(service, 503)
      const command = { type: 'negotiation.opened', occurred: '2025-11-01', title: 'Talks' }
      expect((await service.post('late', command)).status).toBe(503)
      server.nodes[0]!.start()
      await readiness(service, 200)
      await server.nodes[0]!.serving()
      const key = { 'idempotency-key': 'late' }
      while ((await service.post('late', command, key)).status === 503) await sleep(100)
      expect((await service.get('/v1/negotiations/late?minRevision=0')).status).toBe(200)
    })
  },
)
