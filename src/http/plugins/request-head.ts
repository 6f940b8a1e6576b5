import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { type FaultyPart, Problem, problemAt } from '../../problems/problem.ts'
import { detail } from '../../words/detail.ts'
import { reason } from '../../words/reason.ts'

/** Headers that say one thing, by their names in lower case: of two, which one counts is a guess. */
const SINGLE: ReadonlyMap<string, string> = new Map([
  ['host', 'Host'],
  ['authorization', 'Authorization'],
  ['content-type', 'Content-Type'],
  ['idempotency-key', 'Idempotency-Key'],
  ['log-key', 'Log-Key'],
  ['last-event-id', 'Last-Event-ID'],
])

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']

/**
 * Refuses a request by its head alone, before anybody is asked who sends it: a header that may be given
 * once and is given twice, and a request without `Host` (RFC 9112, 3.2), with a problem, where the
 * server of Node would hang up or take the first; a request that addresses the service by a name which
 * is not its own, without which any web page could have its own name resolve to this machine and read
 * the ledger (DNS rebinding); and an address with an empty segment, which is no address, though the
 * router takes it as an empty parameter.
 *
 * @param others names allowed besides those of the loopback interface, in lower case, without ports
 */
export function checkRequestHeads(app: FastifyInstance, others: readonly string[]): void {
  const allowed = new Set([...LOOPBACK, ...others])
  // An expectation that nobody meets may be passed over (RFC 9110, 10.1.1).
  app.server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => {
    app.server.emit('request', request, response)
  })
  app.addHook('onRequest', async ({ params, url, headers, raw }) => {
    for (const [name, value] of Object.entries(params as object)) {
      if (name !== '*' && value === '') throw nothingAt(pathWithoutQuery(url))
    }
    const errors = headerFaults(raw.rawHeaders)
    if (errors.length > 0) throw problemAt('header_invalid', errors)
    // The host of a whole address as target counts, whatever the header says (RFC 9112, 3.2.2).
    const host = /^https?:\/\/([^/?#]*)/i.exec(raw.url ?? '')?.[1] ?? headers.host ?? ''
    // A name that ends in a dot is the same name, fully qualified (RFC 1034, 3.1).
    const name = host.toLowerCase().replace(/\.?(:\d{1,5})?$/, '')
    if (allowed.has(name)) return
    const what = reason('host_unknown', { host })
    throw problemAt('host_not_allowed', [{ header: 'Host', what }])
  })
}

/** @param raw names and values of headers by turns, as they came */
function headerFaults(raw: readonly string[]): FaultyPart[] {
  const given = new Set<string>()
  const repeated = new Set<string>()
  for (let at = 0; at < raw.length; at += 2) {
    const name = (raw[at] as string).toLowerCase()
    if (given.has(name)) repeated.add(name)
    given.add(name)
  }
  const errors: FaultyPart[] = []
  for (const [name, header] of SINGLE) {
    if (repeated.has(name)) errors.push({ header, what: reason('repeated', {}) })
  }
  if (!given.has('host')) {
    const what = reason('host_missing', {})
    errors.push({ header: 'Host', what })
  }
  return errors
}

/** The problem of an address that no route has. */
export function nothingAt(path: string): Problem {
  return new Problem('not_found', detail('nothing_at', { path }))
}

/** The path of an address, without its query. */
export function pathWithoutQuery(url: string): string {
  return url.split('?', 1)[0] as string
}
