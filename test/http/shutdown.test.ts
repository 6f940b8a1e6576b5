import { once } from 'node:events'
import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { newFolder } from '../store/folder.ts'
import { started } from './running.ts'
import { headers, record, runMain, spawned } from './spawned.ts'

const opened = { type: 'negotiation.opened', occurred: '2025-11-01', title: 'Talks' }

test('SIGTERM: a request that was accepted is finished and acknowledged, then the process ends with 0', async () => {
  const folder = newFolder()
  const service = await spawned(folder)
  await record(service.url, 'talks', 'open', opened)
  const body = JSON.stringify(listed('late'))
  const post = await accepted(`${service.url}/v1/negotiations/talks/events`, body.length)

  const ended = service.end('SIGTERM')
  await closed(service.url)
  post.end(body)
  const [response] = (await once(post, 'response')) as [IncomingMessage]
  expect(response.statusCode).toBe(201)
  const { id } = JSON.parse(await text(response)).events[0]
  expect(await ended).toBe(0)

  const again = await started({ LEDGER_DATA: folder })
  expect((await headers(again.url, 'talks'))[1]).toMatchObject({ id, revision: 1 })
})

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s under load: what was acknowledged is there',
  async (signal) => {
    const folder = newFolder()
    const service = await spawned(folder)
    await record(service.url, 'talks', 'open', opened)
    const acknowledged: string[] = []
    const first = Promise.withResolvers<void>()
    const load = async (party: string) => {
      const { status, body } = await record(service.url, 'talks', party, listed(party))
      expect(status).toBe(201)
      acknowledged.push(body.events[0].id)
      first.resolve()
    }
    const loads = Promise.allSettled(Array.from({ length: 60 }, (_, i) => load(`p${i}`)))
    await first.promise
    expect(await service.end(signal)).toBe(0)
    const refused = (await loads).filter((result) => result.status === 'rejected')
    for (const { reason } of refused) expect(reason).toBeInstanceOf(TypeError)

    const again = await started({ LEDGER_DATA: folder })
    const kept = (await headers(again.url, 'talks')).map(({ id }) => id)
    expect(kept).toEqual(expect.arrayContaining(acknowledged))
  },
)

test('a second process on the same data is refused, and told which file', async () => {
  const folder = newFolder()
  await started({ LEDGER_DATA: folder })
  const second = runMain({ LEDGER_DATA: folder, LEDGER_PORT: '0' })
  const [told, [code]] = await Promise.all([text(second.stderr), once(second, 'exit')])
  expect(code).toBe(1)
  expect(told).toContain('ledger.sqlite is in use by another process')
})

test('a configuration at fault ends the process with 2, one line a fault', async () => {
  const child = runMain({ LEDGER_PORT: 'x', LEDGER_STORE: 'y' })
  const [told, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')])
  expect(code).toBe(2)
  expect(
    told
      .trimEnd()
      .split('\n')
      .map((line) => line.split(' ')[0]),
  ).toEqual(['LEDGER_PORT', 'LEDGER_STORE'])
})

/** A post whose head the service has read, and whose body is still to come. */
async function accepted(url: string, length: number): Promise<ClientRequest> {
  const post = request(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'content-length': length,
      expect: '100-continue',
    },
  })
  post.flushHeaders()
  await once(post, 'continue')
  return post
}

/** Resolves once the service accepts no connection any more. */
async function closed(url: string): Promise<void> {
  for (;;) {
    const probe = request(`${url}/health/live`, { agent: false })
    const answered = once(probe, 'response')
    probe.end()
    try {
      const [response] = (await answered) as [IncomingMessage]
      response.resume()
    } catch {
      return
    }
  }
}

function listed(party: string) {
  const member = { party, name: party, kind: 'state', role: 'party' }
  return { type: 'party.listed', occurred: '2025-11-01', ...member }
}

test('a port that is taken is named, with the setting that chooses another', async () => {
  const { url } = await started()
  const { port } = new URL(url)
  const second = runMain({ LEDGER_DATA: newFolder(), LEDGER_PORT: port })
  const [said, [code]] = await Promise.all([text(second.stderr), once(second, 'exit')])
  expect(code).toBe(1)
  expect(said).toContain(`127.0.0.1:${port} is in use`)
  expect(said).toContain('LEDGER_PORT')
})
