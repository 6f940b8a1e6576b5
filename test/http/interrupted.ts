import { hash } from 'node:crypto'
import { once } from 'node:events'
import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { expect } from 'vitest'
import type { ImportReply } from '../../src/http/import/reply.ts'
import { MAX_REQUEST_EVENTS } from '../../src/ledger/limits.ts'
import { newFolder } from '../store/folder.ts'
import { linesUntilBroken } from './lines-until-broken.ts'
import { started } from './running.ts'
import { spawned } from './spawned.ts'

/** A file of commands, made anew each time that it is sent. */
type File = () => Iterable<unknown>

const PATH = '/v1/negotiations/talks'

/**
 * Imports a file of `count` commands at a stretch, and again with interruptions: once the client
 * hangs up, once the service is killed. Expects both ledgers to be the same in the end.
 */
export async function expectResumable(file: File, count: number): Promise<void> {
  const whole = await started()
  const complete = { kind: 'summary', complete: true, line: count, events: count }
  expect((await send(whole.url, file)).at(-1)).toMatchObject({ ...complete, replayed: 0 })

  const folder = newFolder()
  const first = await spawned(folder)
  const left = await send(first.url, file, Math.floor(count / 3), async (post) => post.destroy())
  expect(left.at(-1)).toMatchObject({ kind: 'progress' })
  const killed = await send(first.url, file, Math.floor((2 * count) / 3), () =>
    first.end('SIGKILL'),
  )
  expect(killed[0]).toMatchObject({ kind: 'progress', replayed: true })
  expect(killed.at(-1)).toMatchObject({ kind: 'progress', replayed: false })

  const second = await spawned(folder)
  const last = (await send(second.url, file)).at(-1) as Extract<ImportReply, { kind: 'summary' }>
  expect(last).toMatchObject(complete)
  expect(last.replayed).toBeGreaterThanOrEqual(Math.floor((2 * count) / 3) - MAX_REQUEST_EVENTS)
  expect(last.replayed).toBeLessThanOrEqual(Math.floor((2 * count) / 3))
  expect(await told(second.url)).toEqual(await told(whole.url))
}

/** Sends a file; with `upTo` no more lines than that, until they are recorded and it is broken off. */
async function send(
  url: string,
  file: File,
  upTo = Number.POSITIVE_INFINITY,
  breakOff: (post: ClientRequest) => Promise<unknown> = async () => undefined,
): Promise<ImportReply[]> {
  const post = request(`${url}${PATH}/import`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson', 'idempotency-key': 'the file' },
  })
  const broken = Promise.withResolvers<void>()
  const body = Readable.from(texts(file, upTo, broken.promise))
  const sending = pipeline(body, post).catch(() => undefined)
  const [response] = (await once(post, 'response')) as [IncomingMessage]
  const replies: ImportReply[] = []
  for await (const text of linesUntilBroken(response)) {
    const reply = JSON.parse(text) as ImportReply
    replies.push(reply)
    if (reply.kind !== 'progress' || reply.line < upTo - MAX_REQUEST_EVENTS) continue
    await breakOff(post)
    break
  }
  broken.resolve()
  await sending
  return replies
}

/** The lines, a hundred at a time; those beyond `upTo` never come. */
async function* texts(file: File, upTo: number, broken: Promise<void>): AsyncGenerator<string> {
  let text = ''
  let lines = 0
  for (const command of file()) {
    if (lines === upTo) break
    text += `${JSON.stringify(command)}\n`
    lines += 1
    if (lines % 100 !== 0) continue
    yield text
    text = ''
  }
  yield text
  if (upTo < Number.POSITIVE_INFINITY) await broken
}

/** What a ledger tells but for when it was recorded, and the salts: its length and a digest. */
export async function told(url: string): Promise<{ events: number; digest: string }> {
  const asked = request(`${url}${PATH}/events`).end()
  const [response] = (await once(asked, 'response')) as [IncomingMessage]
  let digest = ''
  let events = 0
  for await (const line of createInterface(response)) {
    const { header, body, request } = JSON.parse(line)
    const { recordedAt: _, bodyDigest: __, ...rest } = JSON.parse(header)
    digest = hash('sha256', JSON.stringify([digest, rest, body, request]))
    events += 1
  }
  return { events, digest }
}
