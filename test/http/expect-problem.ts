import { expect } from 'vitest'
import { type ProblemCode, problems } from '../../src/problems/problems.ts'
import { expectSentence } from '../sentences.ts'
import type { Answer } from './running.ts'

/** Holds an answer to what every problem promises. */
export function expectProblem(answer: Answer, code: ProblemCode): Answer {
  const { status, title } = problems[code]
  expect(answer.body).toMatchObject({ code, status, title, type: `/docs/problems#${code}` })
  expect(answer.status).toBe(status)
  expect(answer.headers.get('content-type')).toContain('application/problem+json')
  expect(answer.body.detail).toMatch(/\.$/)
  for (const fault of (answer.body.errors ?? []) as Fault[]) expectFault(fault)
  return answer
}

type Fault = Readonly<Record<'code' | 'detail', string>> &
  Readonly<Partial<Record<'pointer' | 'parameter' | 'header' | 'line', string>>>

/** Each fault has a code, and a sentence that names the part of the request and the remedy. */
function expectFault({ code, detail, pointer, parameter, header, line }: Fault): void {
  expect(Object.keys(problems)).toContain(code)
  expectSentence(detail, parameter ?? header ?? (pointer === undefined ? `Line ${line}` : pointer))
}
