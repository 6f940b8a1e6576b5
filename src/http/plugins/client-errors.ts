import { randomUUID } from 'node:crypto'
import type { Server } from 'node:http'
import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import type { ConnectionError, FastifyInstance } from 'fastify'
import { Problem, problemAt, problemDetails } from '../../problems/problem.ts'
import { problems } from '../../problems/problems.ts'
import { type Detail, detail } from '../../words/detail.ts'
import type { Language } from '../../words/language.ts'
import { type AnyReason, reason } from '../../words/reason.ts'
import { acceptedLanguage } from '../language.ts'
import { SECURITY_HEADERS } from './security-headers.ts'

/** A request that the HTTP parser refuses: the detail of it, or the header and what it must be. */
type Refusal = Detail | { readonly header: string; readonly what: AnyReason }

const REQUEST_LINE = detail('request_line', {})
const LINE_ENDS = detail('line_ends', {})

const FRAMING = reason('framing_unknown', {})

/** By the codes of llhttp, the parser in Node. */
const REFUSALS: Readonly<Record<string, Refusal>> = {
  HPE_INVALID_METHOD: detail('method_unknown', {}),
  HPE_INVALID_CONSTANT: REQUEST_LINE,
  HPE_INVALID_VERSION: REQUEST_LINE,
  HPE_PAUSED_H2_UPGRADE: detail('http_2', {}),
  HPE_INVALID_URL: detail('address_characters', {}),
  HPE_INVALID_HEADER_TOKEN: detail('header_malformed', {}),
  HPE_CR_EXPECTED: LINE_ENDS,
  HPE_LF_EXPECTED: LINE_ENDS,
  HPE_INVALID_CONTENT_LENGTH: { header: 'Content-Length', what: reason('length_not_a_number', {}) },
  HPE_UNEXPECTED_CONTENT_LENGTH: {
    header: 'Content-Length',
    what: reason('length_repeated', {}),
  },
  HPE_INVALID_TRANSFER_ENCODING: { header: 'Transfer-Encoding', what: FRAMING },
  HPE_UNEXPECTED_TRANSFER_ENCODING: { header: 'Transfer-Encoding', what: FRAMING },
  HPE_INVALID_CHUNK_SIZE: detail('chunk_size', {}),
  HPE_INVALID_EOF_STATE: detail('connection_ended', {}),
}

const OTHERWISE = detail('not_http', {})

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
  const reqId = refuse(socket, problem, languageIn(error))
  const { status } = problems[problem.code]
  this.log.info({ reqId, status, parser: error.code }, 'request')
}

function problemWith({ code, rawPacket }: ConnectionError): Problem {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    return new Problem('request_timeout', detail('request_late', {}))
  }
  if (code === 'HPE_HEADER_OVERFLOW') {
    return new Problem('headers_too_large', detail('head_too_large', {}))
  }
  // The type of the framework is that of the packet written as JSON.
  if ((rawPacket as unknown as Buffer | undefined)?.[0] === TLS_HANDSHAKE) {
    return new Problem('request_malformed', detail('tls', {}))
  }
  const refusal = REFUSALS[code] ?? OTHERWISE
  if ('code' in refusal) return new Problem('request_malformed', refusal)
  return problemAt('request_malformed', [refusal])
}

/** The language that the head asks for, as far as it came; English where it asks for none. */
function languageIn({ rawPacket }: ConnectionError): Language {
  // The type of the framework is that of the packet written as JSON.
  const head = (rawPacket as unknown as Buffer | undefined)?.toString('latin1') ?? ''
  return acceptedLanguage(/^accept-language:(.*)$/im.exec(head)?.[1] ?? '')
}

const TUNNEL = detail('no_tunnels', {})

/** Answers CONNECT, on which the server of Node would hang up without a word. */
export function refuseTunnels(server: Server): void {
  server.on('connect', ({ headers: given }, socket) => {
    const language = acceptedLanguage(given['accept-language'] ?? '')
    const headers = { allow: 'GET, HEAD, OPTIONS, POST' }
    refuse(socket, new Problem('method_not_allowed', TUNNEL, { headers }), language)
  })
}

/**
 * Answers with a problem past the framework, and hangs up.
 *
 * @returns the id of the request
 */
function refuse(socket: Duplex, problem: Problem, language: Language): string {
  const { status } = problems[problem.code]
  const id = randomUUID()
  const body = JSON.stringify(problemDetails(problem, id, language))
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
