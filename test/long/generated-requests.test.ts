import { availableParallelism, loadavg } from 'node:os'
import { expect, test } from 'vitest'
import { generate } from '../generator/generate.ts'
import { Random } from '../generator/random.ts'
import { Acknowledged, authorized } from '../http/acknowledged.ts'
import { ASKING, desksOf } from '../http/desks.ts'
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

test(`${REQUESTS} requests of every role, generated from the served document: no 5xx, no end, no stall`, async () => {
  const service = await spawned(newFolder(), [], [], ASKING)
  const { keys, reader } = await desksOf(service)
  const [, ...commands] = [...generate({ seed: 7, events: 400 })].map(({ command }) => command)
  const events = new URL('/v1/negotiations/talks/events', service.url)
  const headers = { 'content-type': 'application/json', ...authorized(reader).headers }
  const filling = await fetch(events, { method: 'POST', headers, body: JSON.stringify(commands) })
  expect(filling.status).toBe(201)
  const told = service.errors.length
  const random = new Random(2)
  // Half of the requests come from whoever may do everything.
  const senders = [...keys, undefined].flatMap((key) => [key, reader])
  const kept = new Acknowledged()
  const note = (receipt: Receipt) => {
    if (receipt.dryRun || receipt.negotiation !== 'talks') return
    for (const event of receipt.events) kept.note('talks', reader, event)
  }
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
      const request = withKey(generator.next(), random.pick(senders))
      const failure = await send(service.url, request, { statuses, note })
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
  expect(service.errors.slice(told)).toEqual([])
  await kept.expectAllThere(service)
  await kept.verifyLogs(service)
  expect(service.process.exitCode).toBeNull()
  if (isIdle) expect(worstAlone).toBeLessThan(STALL_MS)
  expect((await fetch(`${service.url}/health/ready`)).status).toBe(200)
})

interface Receipt {
  readonly negotiation: string
  readonly dryRun: boolean
  readonly events: readonly { readonly id: string; readonly revision: number }[]
}

function isRecording(method: string, path: string): boolean {
  return method === 'POST' && /^\/v1\/negotiations\/[^/]+\/events(\?|$)/.test(path)
}

/** A request as somebody sends it: with their key, or undefined: without. */
function withKey(request: GeneratedRequest, key: string | undefined): GeneratedRequest {
  return { ...request, headers: { ...request.headers, ...authorized(key).headers } }
}

/** Sends a request; says what is wrong with the answer, if anything. */
async function send(
  origin: string,
  { method, path, headers, body, isEndless }: GeneratedRequest,
  { statuses, note }: { statuses: Map<number, number>; note: (receipt: Receipt) => void },
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
    if (isRecording(method, path) && status < 300) note(answer.body)
    await holdToDocument(`${url.pathname}${url.search}`, method, answer)
    return undefined
  } catch (error) {
    return `${(error as Error).message} at ${told}`
  }
}
