import { randomUUID } from 'node:crypto'
import type { Server } from 'node:http'
import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { Problem, problemDetails } from '../../problem.ts'
import { type ProblemCode, problems } from '../../problems.ts'
import { SECURITY_HEADERS } from './security-headers.ts'

const CODES: Readonly<Record<string, ProblemCode>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'request_timeout',
  HPE_HEADER_OVERFLOW: 'headers_too_large',
}

/** Answers what the HTTP parser refused, for which there is no request yet, and hangs up. */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  const code = CODES[error.code ?? ''] ?? 'request_malformed'
  const { title } = problems[code]
  const { reason } = error as { reason?: unknown }
  const detail = typeof reason === 'string' && reason !== '' ? `${title}: ${reason}.` : `${title}.`
  refuse(socket, new Problem(code, detail))
}

/** Answers CONNECT, on which the server of Node would hang up without a word. */
export function refuseTunnels(server: Server): void {
  server.on('connect', (_, socket) => {
    const headers = { allow: 'GET, HEAD, OPTIONS, POST' }
    refuse(socket, new Problem('method_not_allowed', 'No tunnel leads from here.', { headers }))
  })
}

/** Answers with a problem past the framework, and hangs up. */
function refuse(socket: Duplex, problem: Problem): void {
  const { status } = problems[problem.code]
  const body = JSON.stringify(problemDetails(problem, randomUUID()))
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/problem+json',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
    'cache-control: no-store',
    ...[...SECURITY_HEADERS, ...Object.entries(problem.headers)].map(
      ([name, value]) => `${name}: ${value}`,
    ),
  ]
  socket.on('error', () => undefined)
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy())
}
