import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, start } from '../http/running.ts'
import { NO_SERVER, serverBinary } from '../kurrentdb/binary.ts'
import { type Server, startServer } from '../kurrentdb/server.ts'

const LEDGERS = Number(process.env.LEDGER_TEST_LEDGERS ?? 10_000)
/** A call that is not answered so soon is tried again: of the ledgers hardly any may come to that. */
const SLOW_MS = 3_000
/** On a machine with other work a pause may befall any of them; what holds up one in a hundred is a fault. */
const MOST_SLOW = LEDGERS / 100

const binary = serverBinary()
const given = process.env.KURRENTDB_URL

const none = given === undefined && binary === undefined

describe.skipIf(none)(none ? NO_SERVER : 'more ledgers than a connection takes calls', () => {
  let server: Server | undefined
  let service: Client & { dispose(): Promise<void> }

  beforeAll(async () => {
    server = given === undefined ? await startServer(binary as string) : undefined
    service = await start({ LEDGER_STORE: given ?? (server as Server).url })
  })
  afterAll(async () => {
    await service.dispose()
    await server?.stop()
  })

  it(`${LEDGERS} ledgers are written and read in turn by one instance, hardly any slowly`, async () => {
    const run = randomUUID().slice(0, 8)
    const opened = { type: 'negotiation.opened', occurred: '2025-11-01', title: 'Talks' }
    const issue = { issue: 'i', title: 'Army', proposition: 'The army is limited' }
    const raised = { type: 'issue.raised', occurred: '2025-11-02', ...issue }
    const took: number[] = []
    for (let n = 0; n < LEDGERS; n++) {
      const talks = `t-${run}-${n}`
      const begun = performance.now()
      const answers = [
        await service.post(talks, opened),
        await service.get(`/v1/negotiations/${talks}/issues?minRevision=0`),
        await service.post(talks, raised),
      ]
      const statuses = answers.map(({ status }) => status)
      expect(statuses, JSON.stringify(answers.at(-1)?.body)).toEqual([201, 200, 201])
      took.push(performance.now() - begun)
    }
    took.sort((a, b) => a - b)
    const at = (part: number) => Math.round(took[Math.ceil(part * LEDGERS) - 1] as number)
    const slow = took.filter((ms) => ms > SLOW_MS).length
    const figures = `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, worst ${at(1)} ms, slow ${slow}`
    process.stdout.write(`${LEDGERS} ledgers: ${figures}\n`)
    expect(slow, figures).toBeLessThan(MOST_SLOW)
    expect((await service.get('/health/ready')).status).toBe(200)
  })
})
