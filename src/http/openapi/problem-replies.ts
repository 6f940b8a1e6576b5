import { type ProblemCode, problems } from '../../problems/problems.ts'
import { ProblemReplySchema } from '../replies/problem.ts'
import { headerRefs } from './headers.ts'
import type { JsonSchemas } from './json-schemas.ts'
import { isStreamed, type Operation } from './operation.ts'
import { ANY_REQUEST, STREAMED } from './problem-sets.ts'

/** The problems that an operation can answer, by their statuses. */
export function problemReplies(operation: Operation, schemas: JsonSchemas): Record<string, object> {
  const byStatus = Map.groupBy(codesOf(operation), (code) => problems[code].status)
  const problem = schemas.told(ProblemReplySchema)
  const replies = [...byStatus].map(([status, codes]) => [
    String(status),
    {
      description: codes.map((code) => `\`${code}\`: ${problems[code].title}.`).join(' '),
      ...([429, 503].includes(status) && { headers: headerRefs(['Retry-After']) }),
      ...(status === 401 && { headers: headerRefs(['WWW-Authenticate']) }),
      content: {
        'application/problem+json': {
          schema: {
            allOf: [problem, { type: 'object', properties: { code: { enum: codes } } }],
          },
        },
      },
    },
  ])
  return Object.fromEntries(replies)
}

/** Every problem code that an operation can answer, in the order of the catalogue. */
export function codesOf(operation: Operation): ProblemCode[] {
  const all = new Set([
    ...ANY_REQUEST,
    ...(isStreamed(operation) ? STREAMED : []),
    ...(operation.endless === true ? (['reader_too_slow'] as const) : []),
    ...(operation.headers?.includes('If-Match') ? (['precondition_failed'] as const) : []),
    ...operation.problems,
  ])
  return (Object.keys(problems) as ProblemCode[]).filter((code) => all.has(code))
}
