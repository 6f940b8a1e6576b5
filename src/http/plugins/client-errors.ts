import { randomUUID } from 'node:crypto'
import type { Server } from 'node:http'
import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { ConnectionError, FastifyInstance } from 'fastify'
import { Problem, problemAt, problemDetails } from '../../problem.ts'
import { problems } from '../../problems.ts'
import { type AnyReason, reason } from '../../words/reason.ts'
import { SECURITY_HEADERS } from './security-headers.ts'

/** A request that the HTTP parser refuses: the sentence about it, or the header and what it must be. */
type Refusal = string | { readonly header: string; readonly what: AnyReason }

const REQUEST_LINE =
  'The request line is not an address without blanks, a blank, and HTTP/1.1: write it so.'
const LINE_ENDS =
  'A line of the head does not end in CR and LF: end each so, and the head with two.'

const FRAMING = reason('framing_unknown', {})

/** By the codes of llhttp, the parser in Node. */
const REFUSALS: Readonly<Record<string, Refusal>> = {
  HPE_INVALID_METHOD: 'The method is none of HTTP: send GET, HEAD, OPTIONS or POST, in capitals.',
  HPE_INVALID_CONSTANT: REQUEST_LINE,
  HPE_INVALID_VERSION: REQUEST_LINE,
  HPE_PAUSED_H2_UPGRADE:
    'The connection begins as HTTP/2 does, and this service speaks HTTP/1.1: send that.',
  HPE_INVALID_URL:
    'The address has a character that no address has: begin it with /, and write as %HH, in UTF-8, whatever is not ASCII.',
  HPE_INVALID_HEADER_TOKEN:
    'A header is malformed: write a name without blanks, a colon, and on the same line a value without control characters.',
  HPE_CR_EXPECTED: LINE_ENDS,
  HPE_LF_EXPECTED: LINE_ENDS,
  HPE_INVALID_CONTENT_LENGTH: { header: 'Content-Length', what: reason('length_not_a_number', {}) },
  HPE_UNEXPECTED_CONTENT_LENGTH: {
    header: 'Content-Length',
    what: reason('length_repeated', {}),
  },
  HPE_INVALID_TRANSFER_ENCODING: { header: 'Transfer-Encoding', what: FRAMING },
  HPE_UNEXPECTED_TRANSFER_ENCODING: { header: 'Transfer-Encoding', what: FRAMING },
  HPE_INVALID_CHUNK_SIZE:
    'A chunk of the body does not begin with its size in hexadecimal digits: begin each so.',
  HPE_INVALID_EOF_STATE:
    'The connection ended before the request did: send as many bytes as Content-Length says, or the last chunk.',
}

const OTHERWISE = 'The request cannot be read: send HTTP/1.1, as RFC 9112 has it.'

/** The first byte of a TLS record that opens a connection. */
const TLS_HANDSHAKE = 0x16

/**
 * Answers what the HTTP parser refused, for which there is no request yet, and hangs up. Leaves a
 * line in the log, by which `instance` is found.
 */
export function answerClientError(
  this: Pick<FastifyInstance, 'log'>,
  error: ConnectionError,
  socket: Socket,
): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  const problem = problemWith(error)
  const reqId = refuse(socket, problem)
  const { status } = problems[problem.code]
  this.log.info({ reqId, status, parser: error.code }, 'request')
}

function problemWith({ code, rawPacket }: ConnectionError): Problem {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    const what = 'The request took too long to arrive: send it again, all at once.'
    return new Problem('request_timeout', what)
  }
  if (code === 'HPE_HEADER_OVERFLOW') {
    const what =
      'The address and the headers are larger than 16 KiB together: send fewer or shorter ones.'
    return new Problem('headers_too_large', what)
  }
  // The type of the framework is that of the packet written as JSON.
  if ((rawPacket as unknown as Buffer | undefined)?.[0] === TLS_HANDSHAKE) {
    const what =
      'The connection begins with TLS, and this service speaks HTTP without it: begin the address with http:// or ask the proxy that has the certificate.'
    return new Problem('request_malformed', what)
  }
  const refusal = REFUSALS[code] ?? OTHERWISE
  if (typeof refusal === 'string') return new Problem('request_malformed', refusal)
  return problemAt('request_malformed', [refusal])
}

const TUNNEL = 'This service opens no tunnels: send one of GET, HEAD, OPTIONS, POST.'

/** Answers CONNECT, on which the server of Node would hang up without a word. */
export function refuseTunnels(server: Server): void {
  server.on('connect', (_, socket) => {
    const headers = { allow: 'GET, HEAD, OPTIONS, POST' }
    refuse(socket, new Problem('method_not_allowed', TUNNEL, { headers }))
  })
}

/**
 * Answers with a problem past the framework, and hangs up.
 *
 * @returns the id of the request
 */
function refuse(socket: Duplex, problem: Problem): string {
  const { status } = problems[problem.code]
  const id = randomUUID()
  const body = JSON.stringify(problemDetails(problem, id))
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/problem+json',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
    'cache-control: no-store',
    `request-id: ${id}`,
    ...[...SECURITY_HEADERS, ...Object.entries(problem.headers)].map(
      ([name, value]) => `${name}: ${value}`,
    ),
  ]
  socket.on('error', () => undefined)
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy())
  return id
}
