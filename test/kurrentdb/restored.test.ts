import { randomUUID } from 'node:crypto'
import { cpSync, rmSync } from 'node:fs'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type Client, started } from '../http/running.ts'
import { PATIENT } from '../patient.ts'
import { NO_SERVER, serverBinary } from './binary.ts'
import { startServer } from './server.ts'

const opened = { type: 'negotiation.opened', occurred: '2025-11-01', title: 'Talks' }
const listed = (party: string) => ({
  ...{ type: 'party.listed', occurred: '2025-11-01', party, name: party },
  ...{ kind: 'state', role: 'party' },
})
const binary = serverBinary()

describe.skipIf(binary === undefined)(binary === undefined ? NO_SERVER : 'a server', () => {
  it('that is put back to a backup while services run: none continues what it knew', async () => {
    const server = await startServer(binary as string)
    onTestFinished(() => server.stop())
    const [node] = server.nodes
    if (node === undefined) throw new Error('no node')
    const LEDGER_STORE = server.url
    const [one, other] = [await started({ LEDGER_STORE }), await started({ LEDGER_STORE })]
    const talks = `talks-${randomUUID()}`
    const path = `/v1/negotiations/${talks}/parties`
    const written = async (service: Client, command: object) =>
      (await service.post(talks, command)).status
    const read = async (service: Client) => (await service.get(`${path}?minRevision=0`)).status
    await expect.poll(() => written(one, opened), PATIENT).toBe(201)
    await expect.poll(() => written(one, listed('a')), PATIENT).toBe(201)

    await node.kill()
    const backup = `${node.data}-backup`
    cpSync(node.data, backup, { recursive: true })
    node.start()
    await node.serving()
    for (const party of ['b', 'c', 'd']) {
      await expect.poll(() => written(one, listed(party)), PATIENT).toBe(201)
    }
    for (const service of [one, other]) await expect.poll(() => read(service), PATIENT).toBe(200)

    await node.kill()
    rmSync(node.data, { recursive: true })
    cpSync(backup, node.data, { recursive: true })
    node.start()
    await node.serving()
    const damage = { ledger: `negotiation-${talks}`, kind: 'missing', revision: 2 }
    for (const service of [one, other]) {
      const refused = async () => (await service.post(talks, listed('x'))).body.damage
      await expect.poll(refused, PATIENT).toEqual(damage)
      await expect.poll(async () => (await service.get(path)).body.damage, PATIENT).toEqual(damage)
      const named = async () => (await service.get('/health/ready')).body.damaged
      await expect.poll(named, PATIENT).toMatchObject([damage])
    }

    // One that begins anew knows nothing else, and goes on from the backup; the other sees that.
    await one.stop()
    const again = await started({ LEDGER_STORE })
    for (const party of ['e', 'f', 'g', 'h']) {
      await expect.poll(() => written(again, listed(party)), PATIENT).toBe(201)
    }
    const forked = async () => (await other.post(talks, listed('x'))).body.damage
    await expect.poll(forked, PATIENT).toEqual({ ...damage, kind: 'altered' })
    const shown = await other.get(path)
    expect(shown.body.code).toBe('ledger_damaged')
    expect((await other.get(`${path}?revision=1`)).status).toBe(200)
  })
})
