import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Answer, type Client, start } from '../http/running.ts'
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
  }, 60_000)

  it(`${LEDGERS} ledgers are written and read in turn by one instance, hardly any slowly`, async () => {
    const run = randomUUID().slice(0, 8)
    const opened = { type: 'negotiation.opened', occurred: '2025-11-01', title: 'Talks' }
    const issue = { issue: 'i', title: 'Army', proposition: 'The army is limited' }
    const raised = { type: 'issue.raised', occurred: '2025-11-02', ...issue }
    const took: number[] = []
    for (let n = 0; n < LEDGERS; n++) {
      const talks = `t-${run}-${n}`
      const begun = performance.now()
      await answered(() => service.post(talks, opened, { 'idempotency-key': 'opened' }))
      await answered(() => service.get(`/v1/negotiations/${talks}/issues?minRevision=0`))
      await answered(() => service.post(talks, raised, { 'idempotency-key': 'raised' }))
      took.push(performance.now() - begun)
      if (took.length % 1_000 === 0) process.stdout.write(`${figuresOf(took)}\n`)
    }
    const slow = took.filter((ms) => ms > SLOW_MS).length
    expect(slow, figuresOf(took)).toBeLessThan(MOST_SLOW)
    expect((await service.get('/health/ready')).status).toBe(200)
  })
})

/** Asks again while the answer is a 503, which takes longer than {@link SLOW_MS}. */
async function answered(ask: () => Promise<Answer>): Promise<void> {
  for (;;) {
    const { status, body } = await ask()
    if (status !== 503) {
      expect([200, 201], JSON.stringify(body)).toContain(status)
      return
    }
    await sleep(1_000)
  }
}

function figuresOf(took: readonly number[]): string {
  const sorted = took.toSorted((a, b) => a - b)
  const at = (part: number) => Math.round(sorted[Math.ceil(part * sorted.length) - 1] as number)
  const slow = took.filter((ms) => ms > SLOW_MS).length
  const times = `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, worst ${at(1)} ms`
  return `${took.length} ledgers: ${times}, ${slow} beyond ${SLOW_MS} ms`
}
