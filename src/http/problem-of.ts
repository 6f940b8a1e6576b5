import type { FastifyError } from 'fastify'
import { ProviderUnavailable } from '../access/provider/fetch.ts'
import { LogForeign, LogRolledBack } from '../ledger/log/ledger-log.ts'
import { Refused } from '../ledger/refused.ts'
import { Problem, problemAt } from '../problem.ts'
import { type ProblemCode, problems } from '../problems.ts'
import { UnknownThen } from '../reads/read.ts'
import { IndexUnavailable } from '../search/index-thread.ts'
import { BatchTooLarge, LedgerDamaged, StoreUnavailable } from '../store/event-store.ts'
import { reason } from '../words/reason.ts'
import { LimitExceeded } from '../workers/job.ts'
import { TooBusy } from '../workers/turns.ts'

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

/** The parts of a failed request that its problem names. */
export interface FailedRequest {
  /** The address that it named, from its first slash. */
  readonly url?: string | undefined
  /** The most bytes of a body. */
  readonly bodyLimit?: number | undefined
  /** The media types of a body. */
  readonly mediaTypes?: readonly string[] | undefined
  /** The media type that the request has. */
  readonly mediaType?: string | undefined
}

/** The problem that an error amounts to; one that we did not foresee is ours, and says nothing. */
export function problemOf(error: unknown, request: FailedRequest = {}): Problem {
  if (error instanceof Problem) return error
  if (error instanceof ProviderUnavailable) {
    return retry('identity_provider_unavailable', sentence(error))
  }
  if (error instanceof StoreUnavailable) return retry('store_unavailable', sentence(error))
  if (error instanceof IndexUnavailable) return retry('index_unavailable', sentence(error))
  if (error instanceof Refused) return refusal(error)
  if (error instanceof UnknownThen) {
    const { parameter, what } = error
    return problemAt('unknown_then', [{ parameter, what }])
  }
  if (error instanceof BatchTooLarge) return new Problem('request_too_large', sentence(error))
  if (error instanceof LimitExceeded) return new Problem('work_limit_exceeded', sentence(error))
  if (error instanceof TooBusy) return retry('workers_busy', sentence(error))
  if (error instanceof LogForeign) {
    const what = reason('log_foreign', { why: error.message })
    return problemAt('ledger_foreign', [{ parameter: 'negotiation', what }])
  }
  if (error instanceof LogRolledBack) {
    return new Problem('ledger_rolled_back', 'It ends before what was signed, or differs from it.')
  }
  if (error instanceof LedgerDamaged) {
    const { ledger, damage } = error
    const { kind, revision } = damage
    return new Problem('ledger_damaged', sentence(error), { damage: { ledger, kind, revision } })
  }
  const { code = '', message } = error as Partial<FastifyError>
  const known = FRAMEWORK[code] ?? codeOf(error)
  if (known === 'body_too_large') {
    const what = reason('body_too_long', { most: request.bodyLimit ?? 0 })
    return problemAt(known, [{ pointer: '', what }])
  }
  if (known === 'media_type_unsupported') {
    const { mediaTypes = ['application/json'], mediaType } = request
    const what = reason('media_type_unknown', {
      mediaTypes,
      ...(mediaType !== undefined && { given: mediaType }),
    })
    return problemAt(known, [{ header: 'Content-Type', what }])
  }
  if (code === 'FST_ERR_BAD_URL') {
    const broken = request.url?.split(/[/?#]/).find((part) => !isPercentEncoded(part))
    const what = `is not percent-encoded UTF-8 at ${broken}`
    const remedy = 'write % as %25, and other characters likewise'
    return new Problem('request_malformed', `The address ${what}: ${remedy}.`)
  }
  if (known === 'precondition_failed') {
    const what = 'This file is not as If-Match or If-Unmodified-Since wants it: leave them out.'
    return new Problem(known, what)
  }
  if (known !== undefined) return new Problem(known, sentence({ message }))
  return new Problem('internal_error', 'The service failed on this request.')
}

/** Tells whether a part of an address is UTF-8 as RFC 3986 has it written: what is not ASCII as %HH. */
export function isPercentEncoded(part: string): boolean {
  try {
    decodeURIComponent(part)
    return true
  } catch {
    return false
  }
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

/** The code of the first refusal speaks for all; `errors` has each with its own. */
function refusal({ message, refusals }: Refused): Problem {
  const code = refusals[0]?.code ?? 'internal_error'
  if (problems[code].status === 503) return retry(code, message)
  return problemAt(
    code,
    refusals.map(({ pointer, what, code, header }) => ({
      ...(header === undefined ? partOf(code, pointer) : { header }),
      ...{ what, code },
    })),
  )
}

function partOf(code: ProblemCode, pointer: string) {
  return code === 'unknown_negotiation' ? { parameter: 'negotiation' } : { pointer }
}

function sentence({ message = '' }: { message?: string | undefined }): string {
  return `${message.charAt(0).toUpperCase()}${message.slice(1).replace(/\.$/, '')}.`
}
