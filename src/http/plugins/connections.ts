import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'

/** The least that a client has to send of a body, in bytes a second, while the service waits. */
const LEAST_PER_SECOND = 1024

export interface Patience {
  /** The time for which a body may arrive more slowly than {@link LEAST_PER_SECOND}, milliseconds. */
  readonly senderMs: number
  /** The time for which a client may leave unread what is waiting for it, in milliseconds. */
  readonly readerMs: number
}

/** A request whose body has not wholly arrived. */
interface Arriving {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  /** The bytes that its connection had received when last looked at; undefined before. */
  received: number | undefined
  /** The reply was whole when it was last looked at. */
  wasAnswered: boolean
}

/**
 * Hangs up on clients that hold a connection and do not use it: that announce a body and send it
 * drop by drop, or do not read their reply. A body that is late is answered with a problem where no
 * reply has begun. A client is not slow while the service is: where a part of the body waits to be
 * read, or nothing waits to be sent.
 *
 * While the service stops, answers are the last on their connection, and once all are given every
 * connection that a client keeps open is closed: none may hold up the end of the process.
 */
export function keepConnections(app: FastifyInstance, { senderMs, readerMs }: Patience): void {
  const arriving = new Set<Arriving>()
  let answering = 0
  let isStopping = false
  const hangUpIfDone = () => {
    if (isStopping && answering === 0) app.server.closeAllConnections()
  }
  const sweep = setInterval(() => {
    for (const one of arriving) if (isLate(one, senderMs)) end(app, one)
  }, senderMs).unref()
  app.addHook('preClose', async () => {
    clearInterval(sweep)
    isStopping = true
    setImmediate(hangUpIfDone)
  })

  // Runs for no stream of events: those tell their reader why they end.
  app.addHook('onSend', async (_, reply) => {
    const { raw } = reply
    if (isStopping) reply.header('connection', 'close')
    raw.setTimeout(readerMs, () => {
      if (raw.writableLength > 0) raw.destroy()
      else if (!raw.writableEnded) raw.setTimeout(readerMs)
    })
  })
  app.server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    answering += 1
    response.once('close', () => {
      answering -= 1
      if (isStopping) setImmediate(hangUpIfDone)
    })
    const { 'content-length': length = '0', 'transfer-encoding': coding } = request.headers
    if (coding === undefined && length === '0') return
    const one: Arriving = { request, response, received: undefined, wasAnswered: false }
    arriving.add(one)
    request.once('close', () => arriving.delete(one))
  })
}

/** Looks at a request once in each period; the first look only begins to measure. */
function isLate(one: Arriving, periodMs: number): boolean {
  const { request, response, received, wasAnswered } = one
  if (request.complete) return false
  if (wasAnswered) return true
  one.wasAnswered = response.writableFinished
  one.received = request.socket.bytesRead
  if (received === undefined || request.readableLength > 0) return false
  return one.received - received < (LEAST_PER_SECOND * periodMs) / 1000
}

function end(app: FastifyInstance, { request, response }: Arriving): void {
  const { socket } = request
  if (response.headersSent) return void socket.destroy()
  const late = new Error('the body did not arrive in time')
  app.server.emit('clientError', Object.assign(late, { code: 'ERR_HTTP_REQUEST_TIMEOUT' }), socket)
}
