import { expect } from 'vitest'
import { type ProblemCode, problems } from '../../src/problems.ts'
import type { Answer } from './running.ts'

/** Holds an answer to what every problem promises. */
export function expectProblem(answer: Answer, code: ProblemCode): Answer {
  const { status, title } = problems[code]
  expect(answer.body).toMatchObject({ code, status, title, type: `/docs/problems#${code}` })
  expect(answer.status).toBe(status)
  expect(answer.headers.get('content-type')).toContain('application/problem+json')
  expect(answer.body.detail).toMatch(/\.$/)
  return answer
}
