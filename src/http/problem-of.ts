import type { FastifyError } from 'fastify'
import { ProviderUnavailable } from '../access/provider/fetch.ts'
import { LogForeign, LogRolledBack } from '../ledger/log/ledger-log.ts'
import { Refused } from '../ledger/refused.ts'
import { Problem, problemAt } from '../problems/problem.ts'
import { type ProblemCode, problems } from '../problems/problems.ts'
import { UnknownThen } from '../reads/read.ts'
import { IndexUnavailable } from '../search/index-thread.ts'
import { BatchTooLarge, LedgerDamaged, StoreUnavailable } from '../store/event-store.ts'
import { type Detail, detail } from '../words/detail.ts'
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
    return retry('identity_provider_unavailable', detail('provider_unavailable', whyOf(error)))
  }
  if (error instanceof StoreUnavailable)
    return retry('store_unavailable', detail('store_unavailable', whyOf(error)))
  if (error instanceof IndexUnavailable)
    return retry('index_unavailable', detail('index_unavailable', whyOf(error)))
  if (error instanceof Refused) return refusal(error)
  if (error instanceof UnknownThen) {
    const { parameter, what } = error
    return problemAt('unknown_then', [{ parameter, what }])
  }
  if (error instanceof BatchTooLarge) {
    const { bytes, limit: most } = error
    return new Problem('request_too_large', detail('batch_too_large', { bytes, most }))
  }
  if (error instanceof LimitExceeded) {
    return new Problem('work_limit_exceeded', detail('limit_exceeded', whyOf(error)))
  }
  if (error instanceof TooBusy) return retry('workers_busy', detail('workers_busy', whyOf(error)))
  if (error instanceof LogForeign) {
    const what = reason('log_foreign', { why: error.message })
    return problemAt('ledger_foreign', [{ parameter: 'negotiation', what }])
  }
  if (error instanceof LogRolledBack) {
    return new Problem('ledger_rolled_back', detail('ledger_rolled_back', {}))
  }
  if (error instanceof LedgerDamaged) {
    const { ledger, damage } = error
    const { kind, revision } = damage
    const why = { ledger, revision: revision ?? null, why: damage.message }
    const named = { damage: { ledger, kind, revision } }
    return new Problem('ledger_damaged', detail('ledger_damaged', why), named)
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
    return new Problem('request_malformed', detail('address_not_utf8', { part: String(broken) }))
  }
  if (known === 'precondition_failed') {
    return new Problem(known, detail('file_differs', {}))
  }
  if (known !== undefined) return new Problem(known, detail('not_taken', { why: message ?? code }))
  return new Problem('internal_error', detail('service_failed', {}))
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
export function retry(code: ProblemCode, said: Detail): Problem {
  return new Problem(code, said, { headers: { 'retry-after': '1' } })
}

/** The code of the first refusal speaks for all; `errors` has each with its own. */
function refusal({ refusals }: Refused): Problem {
  const code = refusals[0]?.code ?? 'internal_error'
  const [first] = refusals
  if (first !== undefined && problems[code].status === 503) {
    return retry(code, detail('request_refused', { what: first.what }))
  }
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

function whyOf({ message }: Error): { readonly why: string } {
  return { why: message }
}
