import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Problem, problemDetails } from '../../problems/problem.ts'
import { type ProblemCode, problems } from '../../problems/problems.ts'
import { detail } from '../../words/detail.ts'
import { sendPageInstead } from '../dashboard-page.ts'
import { languageOf, varyByLanguage } from '../language.ts'
import { ClientLeft } from '../leaving.ts'
import { logFailure } from '../log-failure.ts'
import { type FailedRequest, problemOf } from '../problem-of.ts'
import { nothingAt, pathWithoutQuery } from './request-head.ts'

/**
 * Answers every failure with problem details (RFC 9457), those of the framework included, and
 * OPTIONS with the methods that an address takes.
 */
export function answerWithProblems(app: FastifyInstance): void {
  const methods = new Map<string, Set<string>>()
  app.addHook('onRoute', ({ url, method }) => {
    const known = methods.get(url) ?? new Set()
    for (const each of [method].flat()) known.add(each)
    methods.set(url, known)
  })
  const missing = (request: FastifyRequest, reply: FastifyReply) => {
    const path = pathWithoutQuery(request.url)
    const allowed = [...methods].find(([pattern]) => matches(pattern, path))?.[1]
    if (allowed === undefined) return answer(nothingAt(path), request, reply)
    const allow = [...allowed, 'OPTIONS'].sort().join(', ')
    if (request.method === 'OPTIONS') return reply.code(204).header('allow', allow).send()
    return answer(notSo(request, allow), request, reply)
  }
  app.setNotFoundHandler(missing)
  app.setErrorHandler((error: FastifyError, request, reply) =>
    request.is404 && OF_BODIES.has(problemOf(error).code)
      ? missing(request, reply)
      : answer(error, request, reply),
  )
}

/** Hides the errors of a body where there is nothing to send it to. */
const OF_BODIES: ReadonlySet<ProblemCode> = new Set([
  'json_malformed',
  'malformed',
  'body_too_large',
  'media_type_unsupported',
])

/** Headers that describe the reply which a problem replaces. */
const OF_FAILED_REPLY = [
  ...['content-encoding', 'content-length', 'content-disposition', 'vary'],
  ...['etag', 'link', 'ledger-damaged', 'unwitnessed'],
]

/**
 * Answers one request with the problem that an error amounts to, if anybody is there to read it: a
 * browser that follows a wrong address of the dashboard gets the page, which says so.
 */
export function answer(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  if (error instanceof ClientLeft) return reply.hijack()
  const problem = problemOf(error, failed(request))
  const { status } = problems[problem.code]
  logFailure(request.log, error, problem)
  for (const name of OF_FAILED_REPLY) {
    reply.removeHeader(name)
    // Of a stream that failed before its first byte they are set on the response already.
    if (!reply.raw.headersSent) reply.raw.removeHeader(name)
  }
  varyByLanguage(reply)
  reply.code(status).headers(problem.headers).header('cache-control', 'no-store')
  const page = sendPageInstead(problem.code, request, reply)
  if (page !== undefined) return page
  return reply
    .type('application/problem+json')
    .serializer(JSON.stringify)
    .send(problemDetails(problem, request.id, languageOf(request)))
}

function failed({ url, routeOptions, headers }: FastifyRequest): FailedRequest {
  const { bodyLimit, config } = routeOptions
  const bodies = config.operation?.body?.map(({ mediaType = 'application/json' }) => mediaType)
  return { url, bodyLimit, mediaTypes: bodies, mediaType: headers['content-type'] }
}

function notSo({ method }: FastifyRequest, allow: string): Problem {
  return new Problem('method_not_allowed', detail('method_not_taken', { method, allow }), {
    headers: { allow },
  })
}

/** Tells if a path has the form of a pattern: `:name` is one segment, `*` at its end any number. */
function matches(pattern: string, path: string): boolean {
  const wanted = pattern.split('/')
  const given = path.split('/')
  const isOpen = wanted.at(-1) === '*' && given.length >= wanted.length
  return (
    (isOpen || wanted.length === given.length) &&
    wanted.every((part, i) => part === given[i] || (/^[:*]/.test(part) && given[i] !== ''))
  )
}
