import { existsSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startDemo } from '../../src/start-demo.ts'
import { openSqliteStore } from '../../src/store/sqlite/open.ts'
import { ask } from './running.ts'

const taken = createServer()
let demo: Awaited<ReturnType<typeof startDemo>>

// One demo for all tests: it records two whole examples. The port that it is told is taken.
beforeAll(async () => {
  await new Promise<void>((listening) => taken.listen(0, '127.0.0.1', listening))
  const { port } = taken.address() as AddressInfo
  demo = await startDemo(openSqliteStore, {
    LEDGER_LOG_LEVEL: 'silent',
    LEDGER_PORT: String(port),
  })
})
afterAll(async () => {
  await demo.stop()
  taken.close()
})

test('every address that the demo prints answers, and so does every request it offers', async () => {
  const { text } = demo
  const addresses = text.match(/http:[^\s']+/g) ?? []
  expect(addresses).toHaveLength(12)
  expect(addresses[0]).toContain('/dashboard/n/peace-plan')
  expect(addresses[1]).toContain('/dashboard/n/maruvel')
  for (const line of text.split('\n')) {
    const address = /http:[^\s']+/.exec(line)?.[0]
    if (address === undefined) continue
    const body = / -d '(.*)'$/.exec(line)?.[1]
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(address, body === undefined ? {} : { method: 'POST', headers, body })
    expect(answer.status, line).toBe(200)
  }
})

test('both axes have something to show: what was known grew over days', async () => {
  const { url } = demo
  const at = `${url}/v1/negotiations/peace-plan/meetings`
  const meetings = async (time: string) => {
    const { body } = await ask(new URL(`${at}?transactionTime=${time}`), {})
    return body.meetings.map(({ meeting }: { meeting: string }) => meeting)
  }
  expect(await meetings('2025-12-02T00:00Z')).not.toContain('geneva')
  expect(await meetings('2025-12-04T00:00Z')).toContain('geneva')
})

test('a port that is taken is no obstacle', async () => {
  const { url, text } = demo
  const { port } = taken.address() as AddressInfo
  expect(new URL(url).port).not.toBe(String(port))
  expect(text).toContain(url)
  expect((await fetch(`${url}/health/ready`)).status).toBe(200)
})

test('what the demo recorded goes with it', async () => {
  const { folder, stop } = demo
  expect(existsSync(folder)).toBe(true)
  await stop()
  expect(existsSync(folder)).toBe(false)
})
