import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
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
  const { status, title } = problems[code]
  const { reason } = error as { reason?: unknown }
  const detail = typeof reason === 'string' && reason !== '' ? `${title}: ${reason}.` : `${title}.`
  const body = JSON.stringify(problemDetails(new Problem(code, detail), randomUUID()))
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/problem+json',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
    'cache-control: no-store',
    ...[...SECURITY_HEADERS].map(([name, value]) => `${name}: ${value}`),
  ]
  if (socket.writable) socket.write(`${head.join('\r\n')}\r\n\r\n${body}`)
  socket.destroySoon()
}
