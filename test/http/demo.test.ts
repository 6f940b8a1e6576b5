import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { startDemo } from '../../src/start-demo.ts'
import { openSqliteStore } from '../../src/store/sqlite/open.ts'
import { ask } from './running.ts'

async function demo(environment: Record<string, string>) {
  const started = await startDemo(openSqliteStore, { LEDGER_LOG_LEVEL: 'silent', ...environment })
  onTestFinished(() => started.stop())
  return started
}

test('every address that the demo prints answers, and so does every request it offers', async () => {
  const { text } = await demo({ LEDGER_PORT: '0' })
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
  const { url } = await demo({ LEDGER_PORT: '0' })
  const at = `${url}/v1/negotiations/peace-plan/meetings`
  const meetings = async (time: string) => {
    const { body } = await ask(new URL(`${at}?transactionTime=${time}`), {})
    return body.meetings.map(({ meeting }: { meeting: string }) => meeting)
  }
  expect(await meetings('2025-12-02T00:00Z')).not.toContain('geneva')
  expect(await meetings('2025-12-04T00:00Z')).toContain('geneva')
})

test('a port that is taken is no obstacle', async () => {
  const taken = createServer()
  await new Promise<void>((listening) => taken.listen(0, '127.0.0.1', listening))
  onTestFinished(() => void taken.close())
  const { port } = taken.address() as { port: number }
  const { url, text } = await demo({ LEDGER_PORT: String(port) })
  expect(new URL(url).port).not.toBe(String(port))
  expect(text).toContain(url)
  expect((await fetch(`${url}/health/ready`)).status).toBe(200)
})

test('what the demo recorded goes with it', async () => {
  const { folder, stop } = await demo({ LEDGER_PORT: '0' })
  expect(existsSync(folder)).toBe(true)
  await stop()
  expect(existsSync(folder)).toBe(false)
})
