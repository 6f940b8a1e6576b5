import type { FastifyError } from 'fastify'
import { LogForeign, LogRolledBack } from '../ledger/log/ledger-log.ts'
import { Refused } from '../ledger/refused.ts'
import { type Fault, Problem } from '../problem.ts'
import { type ProblemCode, problems } from '../problems.ts'
import { IndexUnavailable } from '../search/index-thread.ts'
import { BatchTooLarge, LedgerDamaged, StoreUnavailable } from '../store/event-store.ts'
import { LimitExceeded } from '../workers/job.ts'
import { WorkersBusy } from '../workers/worker-pool.ts'

/** The meaning of the framework's own errors here, by their codes. */
const FRAMEWORK: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_BAD_URL: 'request_malformed',
  FST_ERR_CTP_BODY_TOO_LARGE: 'body_too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'media_type_unsupported',
  FST_ERR_ROUTE_MISSING_CONTENT_TYPE: 'media_type_unsupported',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'request_malformed',
}

/** The meaning of other errors of the framework and its plugins, by the status that they carry. */
const BY_STATUS: Readonly<Record<number, ProblemCode>> = {
  403: 'not_found',
  404: 'not_found',
  408: 'request_timeout',
  412: 'precondition_failed',
  413: 'body_too_large',
  415: 'media_type_unsupported',
  429: 'rate_limited',
  431: 'headers_too_large',
}

const OF_TYPE = { errors: [{ header: 'Content-Type', detail: 'is none that is read here' }] }

/**
 * The problem that an error amounts to; one that we did not foresee is ours, and says nothing.
 *
 * @param bodyLimit the most bytes that the body of the request may have
 */
export function problemOf(error: unknown, bodyLimit?: number): Problem {
  if (error instanceof Problem) return error
  if (error instanceof StoreUnavailable) return retry('store_unavailable', sentence(error))
  if (error instanceof IndexUnavailable) return retry('index_unavailable', sentence(error))
  if (error instanceof Refused) return refusal(error)
  if (error instanceof BatchTooLarge) return new Problem('request_too_large', sentence(error))
  if (error instanceof LimitExceeded) return new Problem('work_limit_exceeded', sentence(error))
  if (error instanceof WorkersBusy) return retry('workers_busy', sentence(error))
  if (error instanceof LogForeign) {
    return new Problem('ledger_foreign', `The ledger is another service's: ${error.message}.`)
  }
  if (error instanceof LogRolledBack) {
    return new Problem('ledger_rolled_back', 'It ends before what was signed, or differs from it.')
  }
  if (error instanceof LedgerDamaged) {
    const { ledger, damage } = error
    const { kind, revision } = damage
    return new Problem('ledger_damaged', sentence(error), { damage: { ledger, kind, revision } })
  }
  const { validation, validationContext, code = '', message } = error as Partial<FastifyError>
  if (validation !== undefined) return invalid(validation as Validation[], validationContext)
  const known = FRAMEWORK[code] ?? codeOf(error)
  if (known === 'body_too_large') {
    return new Problem(known, `The body of a request has at most ${bodyLimit} bytes.`)
  }
  if (known === 'media_type_unsupported') return new Problem(known, sentence({ message }), OF_TYPE)
  if (known !== undefined) return new Problem(known, sentence({ message }))
  return new Problem('internal_error', 'The service failed on this request.')
}

/** The code for an error that blames the request by its status; undefined for any other. */
function codeOf(error: unknown): ProblemCode | undefined {
  const { statusCode = 500 } = error as Partial<FastifyError>
  if (statusCode < 400 || statusCode > 499) return undefined
  return BY_STATUS[statusCode] ?? 'request_malformed'
}

/** A problem that passes: its answer says when to ask again. */
export function retry(code: ProblemCode, detail: string): Problem {
  return new Problem(code, detail, { headers: { 'retry-after': '1' } })
}

/** The parts of the request that a refusal turns on, beside its body. */
const ELSEWHERE: { readonly [code in ProblemCode]?: { parameter: string } | { header: string } } = {
  unknown_negotiation: { parameter: 'negotiation' },
  idempotency_key_reused: { header: 'Idempotency-Key' },
}

/** The code of the first refusal speaks for all; `errors` has each with its own. */
function refusal({ message, refusals }: Refused): Problem {
  const code = refusals[0]?.code ?? 'internal_error'
  if (problems[code].status === 503) return retry(code, message)
  return new Problem(code, message, {
    errors: refusals.map(({ pointer, detail, code, header }) => ({
      ...(header === undefined ? (ELSEWHERE[code] ?? { pointer }) : { header }),
      ...{ detail, code },
    })),
  })
}

/** An issue of zod as fastify-type-provider-zod hands it over. */
interface Validation {
  readonly keyword: string
  readonly instancePath: string
  readonly message?: string
  readonly params: { readonly keys?: readonly string[] }
}

function invalid(issues: readonly Validation[], part = 'querystring'): Problem {
  const errors = issues.flatMap(({ keyword, instancePath, message = '', params }): Fault[] =>
    keyword === 'unrecognized_keys'
      ? (params.keys ?? []).map((name) => ({ parameter: name, detail: 'is no parameter here' }))
      : [{ parameter: instancePath.split('/')[1] ?? '', detail: told(message) }],
  )
  const where = part === 'params' ? 'path' : 'query'
  const list = errors.map((fault) => `${'parameter' in fault && fault.parameter} ${fault.detail}`)
  return new Problem('parameter_invalid', `In the ${where}: ${list.join('; ')}.`, { errors })
}

/** Of a parameter that is not given, zod tells what it received. */
function told(message: string): string {
  return message.endsWith('received undefined') ? 'is missing' : message
}

function sentence({ message = '' }: { message?: string | undefined }): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1).replace(/\.$/, '')}.`
}
