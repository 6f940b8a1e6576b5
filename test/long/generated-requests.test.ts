import { availableParallelism, loadavg } from 'node:os'
import { expect, test } from 'vitest'
import { generate } from '../generator/generate.ts'
import { api, operationsOf } from '../http/openapi/described.ts'
import { holdToDocument } from '../http/openapi/hold-to-document.ts'
import { spawned } from '../http/spawned.ts'
import { newFolder } from '../store/folder.ts'
import { type GeneratedRequest, RequestGenerator } from './generated-requests.ts'
import { watchStalls } from './watch-stalls.ts'

const REQUESTS = Number(process.env.LEDGER_TEST_REQUESTS ?? 50_000)
const CLIENTS = 16
const STALL_MS = 500
/** How long an endless stream is listened to. */
const LISTEN_MS = 100

test(`${REQUESTS} requests generated from the served document: no 5xx, no end, no stall`, async () => {
  const service = await spawned(newFolder())
  const commands = [...generate({ seed: 7, events: 400 })].map(({ command }) => command)
  const events = new URL('/v1/negotiations/talks/events', service.url)
  const headers = { 'content-type': 'application/json' }
  const opening = await fetch(events, { method: 'POST', headers, body: JSON.stringify(commands) })
  expect(opening.status).toBe(201)
  const generator = new RequestGenerator(1, operationsOf(await api()), ['talks', 'other', 'new'])

  // How long the service kept others waiting can be told on a machine without other work alone.
  const isIdle = (loadavg()[0] as number) < availableParallelism() / 2
  const stalls = watchStalls(service.url)
  const statuses = new Map<number, number>()
  const wrong: string[] = []
  let sent = 0
  const client = async () => {
    while (sent < REQUESTS && service.process.exitCode === null) {
      sent += 1
      const request = generator.next()
      const failure = await send(service.url, request, statuses)
      if (failure !== undefined && wrong.length < 20) wrong.push(failure)
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, client))
  const { worst, worstAlone, asked } = await stalls.stop()

  const counts = [...statuses].sort(([a], [b]) => a - b).map((pair) => pair.join(': '))
  process.stdout.write(
    `${sent} requests (${counts.join(', ')}); /health/live asked ${asked} times, ` +
      `waited at most ${Math.round(worst)} ms, undisturbed ${Math.round(worstAlone)} ms` +
      `${isIdle ? '' : ' (not judged: the machine had other work)'}\n`,
  )
  expect(wrong).toEqual([])
  expect(service.errors).toEqual([])
  expect(service.process.exitCode).toBeNull()
  if (isIdle) expect(worstAlone).toBeLessThan(STALL_MS)
  expect((await fetch(`${service.url}/health/ready`)).status).toBe(200)
})

/** Sends a request; says what is wrong with the answer, if anything. */
async function send(
  origin: string,
  { method, path, headers, body, isEndless }: GeneratedRequest,
  statuses: Map<number, number>,
): Promise<string | undefined> {
  const url = new URL(path, origin)
  const told = `${method} ${path} ${JSON.stringify(headers)} ${body?.slice(0, 300) ?? ''}`
  try {
    const init = { method, headers, redirect: 'manual' as const, ...(body && { body }) }
    const listening = new AbortController()
    const response = await fetch(url, { ...init, signal: listening.signal })
    const { status } = response
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
    if (isEndless && status === 200) {
      setTimeout(() => listening.abort(), LISTEN_MS)
      await response.text().catch(() => undefined)
      return undefined
    }
    const text = await response.text()
    const isAsked = status === 503 && response.headers.has('retry-after')
    if (status >= 500 && !isAsked) return `${status} to ${told}: ${text.slice(0, 300)}`
    const isJson = /^application\/(problem\+)?json/.test(response.headers.get('content-type') ?? '')
    const answer = {
      status,
      headers: response.headers,
      body: isJson && text ? JSON.parse(text) : text,
    }
    await holdToDocument(`${url.pathname}${url.search}`, method, answer)
    return undefined
  } catch (error) {
    return `${(error as Error).message} at ${told}`
  }
}
