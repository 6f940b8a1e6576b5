import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { openKurrentStore } from '../../src/store/kurrentdb/open.ts'
import { eventStoreContract } from '../contract/event-store.contract.ts'
import { type Client, started } from '../http/running.ts'
import { NO_SERVER, serverBinary } from '../kurrentdb/binary.ts'
import { type Role, roleOf } from '../kurrentdb/gossip.ts'
import { Load } from '../kurrentdb/load.ts'
import type { ServerNode } from '../kurrentdb/node.ts'
import { type Server, startServer } from '../kurrentdb/server.ts'

const CLIENTS = 4
const START_MS = 120_000
const binary = serverBinary()

describe.skipIf(binary === undefined)(
  binary === undefined ? NO_SERVER : 'a cluster of three nodes',
  () => {
    let server: Server

    beforeAll(async () => {
      server = await startServer(binary as string, 3)
    }, START_MS)
    afterAll(() => server.stop())

    const inRole = async (role: Role): Promise<ServerNode> => {
      for (;;) {
        for (const node of server.nodes) if ((await roleOf(node.port)) === role) return node
        await sleep(100)
      }
    }

    const again = async (nodes: readonly ServerNode[]) => {
      for (const node of nodes) node.start()
      await Promise.all(server.nodes.map((node) => node.serving()))
    }

    it('the leader, a follower, then all nodes die under load: nothing is lost or twice', async () => {
      const environment = { LEDGER_STORE: server.url }
      const services = [await started(environment), await started(environment)]
      const talks = `talks-${randomUUID()}`
      const load = await Load.on(services, CLIENTS, talks)
      onTestFinished(() => load.end())
      const watched = new AbortController()
      const watching = services.map((service) => neverBackwards(service, talks, watched.signal))

      await load.progress(50)
      const leader = await inRole('leader')
      await leader.kill()
      await load.progress(100)
      await again([leader])
      await load.progress(50)

      const follower = await inRole('follower')
      await follower.kill()
      await load.progress(100)
      await again([follower])
      await load.progress(50)

      await Promise.all(server.nodes.map((node) => node.kill()))
      await sleep(3_000)
      await again(server.nodes)
      await load.progress(100)

      await load.end()
      watched.abort()
      for (const seen of await Promise.all(watching)) expect(seen).toBeGreaterThan(0)
      await load.verify()
    })

    eventStoreContract('A cluster', async () => ({
      open: async () => openKurrentStore(server.url),
      cleanup: async () => {},
    }))
  },
)

/** Reads the head again and again, and holds it to never being less than before. */
async function neverBackwards(service: Client, talks: string, signal: AbortSignal) {
  let last = -1
  while (!signal.aborted) {
    const { status, body } = await service.get(`/v1/negotiations/${talks}`)
    if (status === 200) {
      expect(body.asOf.revision).toBeGreaterThanOrEqual(last)
      last = body.asOf.revision
    }
    await sleep(50)
  }
  return last
}
