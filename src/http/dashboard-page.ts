import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ProblemCode } from '../problems/problems.ts'

/** The page talks to its own origin alone, and runs and shows nothing that did not come from there. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Headers of every file of the dashboard. */
export const PAGE_HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
}

/** The problems of an address itself, which the page tells in its own words. */
const OF_ADDRESSES: ReadonlySet<ProblemCode> = new Set(['not_found', 'request_malformed'])

const folders = new WeakMap<FastifyInstance['server'], string>()

/** Has a service answer with the page of a built dashboard where a browser follows a wrong address in it. */
export function keepDashboardPage({ server }: FastifyInstance, folder: string): void {
  folders.set(server, folder)
}

/**
 * Sends the page of the dashboard in place of a problem, which then has the problem's status: to a
 * browser that follows an address below `/dashboard` where there is nothing. Returns undefined for
 * every other request and problem.
 */
export function sendPageInstead(
  code: ProblemCode,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply | undefined {
  const folder = folders.get(request.server.server)
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  const isOfPage = /^\/dashboard(?:[/?]|$)/.test(request.url)
  if (folder === undefined || !isRead || !isOfPage) return undefined
  if (!OF_ADDRESSES.has(code) || !wantsHtml(request)) return undefined
  return reply
    .headers(PAGE_HEADERS)
    .type('text/html; charset=utf-8')
    .send(createReadStream(join(folder, 'index.html')))
}

/** Tells if a client names HTML among what it takes, as browsers do. */
export function wantsHtml({ headers }: FastifyRequest): boolean {
  return /\btext\/html\b/i.test(headers.accept ?? '')
}
