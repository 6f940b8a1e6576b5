import { hash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { PROJECTION_VERSION } from '../../projections/registry.ts'
import type { View } from '../ledger/view.ts'
import { type Problem, problemAt } from '../problems/problem.ts'
import type { AskedMoment } from '../reads/moment.ts'
import type { Language } from '../words/language.ts'
import { type AnyReason, reason } from '../words/reason.ts'

/** Parameters that say when, or how long to wait: the moment they amount to stands for them. */
const WHEN = new Set(['revision', 'transactionTime', 'validTime', 'minRevision'])

/**
 * The strong validator of an as-of reply (RFC 9110, 8.8.3): the revision, and a digest of all that
 * the reply depends on.
 *
 * @param url path and query of the request
 * @param view the entries that it is made from
 * @param language of its sentences, if it has any
 */
export function etagOf(
  url: string,
  { revision, validTime }: AskedMoment,
  view: View,
  language?: Language,
): string {
  const { pathname, searchParams } = new URL(url, 'http://localhost')
  const rest = [...searchParams].filter(([name]) => !WHEN.has(name)).sort()
  const all = JSON.stringify([
    PROJECTION_VERSION,
    language,
    view.level,
    view.lifted.released.size,
    view.lifted.erased.size,
    pathname,
    rest,
    revision,
    validTime,
  ])
  return `"${revision}-${hash('sha256', all, 'base64url').slice(0, 22)}"`
}

/**
 * Sets the validator and how long the reply may be kept: it is the reader's own, and asked about
 * again before each use. Weighs `If-Match` before `If-None-Match` (RFC 9110, 13.2.2).
 *
 * @returns true if the client holds this reply already, so that a 304 is enough: with `*`, if there
 *   is a reply.
 * @throws {Problem} `precondition_failed`: `If-Match` names another reply; `header_invalid`.
 */
export function isHeld(request: FastifyRequest, reply: FastifyReply, etag: string): boolean {
  refuseUnmatched(request, etag)
  reply.header('etag', etag).header('cache-control', 'private, no-cache')
  const held = request.headers['if-none-match']
  if (held === undefined) return false
  if (held.trim() === '*') return true
  const tag = tags(held).find((tag) => isTagOf(tag.replace(/^W\//, ''), etag))
  if (tag !== undefined) reply.header('etag', tag.replace(/^W\//, ''))
  return tag !== undefined
}

/** True if a precondition can be weighed only once it is known that the address has a reply. */
export function needsReply({ headers }: FastifyRequest): boolean {
  return headers['if-match'] !== undefined || headers['if-none-match']?.trim() === '*'
}

/** Refuses a read if `If-Match` does not name its reply; by a strong comparison (RFC 9110, 13.1.1). */
function refuseUnmatched({ headers }: FastifyRequest, etag: string): void {
  const wanted = headers['if-match']?.trim()
  if (wanted === undefined || wanted === '*') return
  const named = tags(wanted)
  if (named.length === 0) {
    throw invalid('header_invalid', reason('no_etags', { given: wanted }))
  }
  if (named.some((tag) => isTagOf(tag, etag))) return
  const what = reason('other_reply', { etag })
  throw invalid('precondition_failed', what)
}

/** True if a tag is that of a reply, as it is or compressed. */
function isTagOf(tag: string, etag: string): boolean {
  return tag === etag || withoutEncoding(tag) === etag
}

/** The validator of the reply as it is, given that of its compressed form. */
function withoutEncoding(tag: string): string {
  return tag.replace(/-(br|gzip)"$/, '"')
}

/**
 * The revision at which the client wants the ledger to end. By `If-Match`: the validator of a
 * receipt or of any as-of reply, whose revision is what counts, or with `*` any. By
 * `If-None-Match: *`: -1, for the ledger is to have no events. Undefined where neither is given.
 *
 * @throws {Problem} `header_invalid`; `precondition_failed` for a weak validator, which never matches.
 */
export function expectedRevision({ headers }: FastifyRequest): number | 'any' | undefined {
  const given = headers['if-match']
  const absent = headers['if-none-match']
  if (absent !== undefined) {
    if (given !== undefined) throw unusable(reason('with_if_match', {}))
    if (absent.trim() !== '*') throw unusable(reason('only_any', {}))
    return -1
  }
  if (given === undefined) return undefined
  if (given.trim() === '*') return 'any'
  if (given.startsWith('W/')) {
    throw invalid('precondition_failed', reason('weak_validator', {}))
  }
  const revision = /^"(\d{1,15})(-[\w-]+)?"$/.exec(given.trim())?.[1]
  if (revision !== undefined) return Number(revision)
  throw invalid('header_invalid', reason('not_an_etag', { given }))
}

function invalid(code: 'header_invalid' | 'precondition_failed', what: AnyReason): Problem {
  return problemAt(code, [{ header: 'If-Match', what }])
}

function unusable(what: AnyReason): Problem {
  return problemAt('header_invalid', [{ header: 'If-None-Match', what }])
}

/** The tags of a list, weak ones with their `W/`; `If-None-Match` compares weakly (RFC 9110, 13.1.2). */
function tags(list: string): string[] {
  return [...list.matchAll(/(W\/)?"[^"]*"/g)].map(([tag]) => tag)
}
