import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect } from 'vitest'
import { type ProblemCode, problems } from '../../src/problems/problems.ts'

/** Bytes that are sent as they are. */
export interface Sent {
  /** Lines of the head, without the line ends. */
  readonly head: readonly string[]
  readonly body?: string
}

/** Sends bytes to a service and no more after them, and hands back all that is answered. */
export async function sendRaw(url: string, { head, body = '' }: Sent): Promise<string> {
  const port = Number(new URL(url).port)
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
  socket.write(`${[...head, 'connection: close'].join('\r\n')}\r\n\r\n${body}`)
  const answer = text(socket)
  answer.then(
    () => socket.end(),
    () => socket.destroy(),
  )
  return answer
}

/** Sends half of what was announced, and closes. */
export async function sendHalf(url: string, { head, body = '' }: Sent): Promise<string> {
  const port = Number(new URL(url).port)
  const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true })
  socket.end(`${[...head, 'connection: close'].join('\r\n')}\r\n\r\n${body}`)
  return text(socket)
}

/** Holds an answer, as it came over the wire, to a problem; hands back the problem. */
export function expectRawProblem(answer: string, code: ProblemCode): Record<string, unknown> {
  const { status } = problems[code]
  expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
  expect(answer).toMatch(/^content-type: application\/problem\+json/im)
  const problem = JSON.parse(answer.slice(answer.indexOf('\r\n\r\n')))
  expect(problem).toMatchObject({ code, status, detail: expect.stringMatching(/\.$/) })
  return problem
}
