import { hash } from 'node:crypto'
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'

/** A whole reply of a service as it was sent, or one event of a stream. */
export interface SentReply {
  readonly method: string
  /** Path and query of the request. */
  readonly target: string
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** Decompressed. Of an event, its data. */
  readonly body: string
  readonly isEvent: boolean
}

type Observer = (reply: SentReply) => void

/** The digests of replies that were observed. */
const known = new Set<string>()

/**
 * Observes the replies of every service that this process starts from now on: the same reply to the
 * same request once, since pages ask for long histories again and again. A reply that its client left
 * before the end is not observed; of a stream of events, each event is.
 */
export function observeReplies(observe: Observer): void {
  subscribe('fastify.initialization', (message) => {
    const { server } = (message as { fastify: FastifyInstance }).fastify
    // Before the service itself sees the request, which it may answer at once.
    server.prependListener('request', (request, response) => follow(request, response, observe))
  })
}

function follow(request: IncomingMessage, response: ServerResponse, observe: Observer): void {
  const { method = '', url = '' } = request
  // The document tells of paths; the target may be a whole address.
  const target = url.replace(/^https?:\/\/[^/?#]*/i, '')
  const chunks: Uint8Array[] = []
  let unfinished = ''
  const observed = (body: string, isEvent: boolean) => {
    const headers = Object.entries(response.getHeaders()).map(([name, value]) => [name, `${value}`])
    const { statusCode: status } = response
    observe({
      ...{ method, target, status, body, isEvent },
      headers: Object.fromEntries(headers),
    })
  }
  const take = (chunk: unknown) => {
    if (typeof chunk !== 'string' && !(chunk instanceof Uint8Array)) return
    const bytes = Buffer.from(chunk as string)
    if (!/^text\/event-stream/.test(`${response.getHeader('content-type')}`)) {
      chunks.push(bytes)
      return
    }
    const frames = `${unfinished}${bytes}`.split('\n\n')
    unfinished = frames.pop() as string
    for (const frame of frames) {
      const data = /^data: (.*)$/m.exec(frame)?.[1]
      if (data !== undefined) observed(data, true)
    }
  }
  const whole = () => {
    const [type, encoding, wait] = ['content-type', 'content-encoding', 'retry-after'].map((name) =>
      response.getHeader(name),
    )
    const bytes = Buffer.concat(chunks)
    const about = [method, target, response.statusCode, type, encoding, wait !== undefined]
    const digest = hash('sha256', Buffer.concat([Buffer.from(`${about}\n`), bytes]))
    if (known.has(digest)) return
    known.add(digest)
    observed(decompressed(bytes, encoding), false)
  }
  for (const name of ['write', 'end'] as const) {
    const send = response[name] as (...given: unknown[]) => unknown
    Object.assign(response, {
      [name](chunk: unknown, ...rest: unknown[]) {
        take(chunk)
        // Before its end is on its way: whoever has the reply may end the process.
        if (name === 'end' && !response.writableEnded && !response.destroyed) whole()
        return send.call(response, chunk, ...rest)
      },
    })
  }
}

function decompressed(body: Buffer, encoding: unknown): string {
  if (body.length === 0 || encoding === undefined) return body.toString()
  return (encoding === 'br' ? brotliDecompressSync : gunzipSync)(body).toString()
}
