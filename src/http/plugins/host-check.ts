import type { FastifyInstance } from 'fastify'
import { problemAt } from '../../problem.ts'

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']

/**
 * Refuses requests that address the service by a name which is not its own. Without it any web page
 * could have its own name resolve to this machine and read the ledger (DNS rebinding).
 *
 * @param others names allowed besides those of the loopback interface, in lower case, without ports
 */
export function checkHost(app: FastifyInstance, others: readonly string[]): void {
  const allowed = new Set([...LOOPBACK, ...others])
  app.addHook('onRequest', async ({ headers, raw: { url = '' } }) => {
    // The host of a whole address as target counts, whatever the header says (RFC 9112, 3.2.2).
    const host = /^https?:\/\/([^/?#]*)/i.exec(url)?.[1] ?? headers.host ?? ''
    // A name that ends in a dot is the same name, fully qualified (RFC 1034, 3.1).
    const name = host.toLowerCase().replace(/\.?(:\d{1,5})?$/, '')
    if (allowed.has(name)) return
    const what = `must be localhost, or a name in LEDGER_ALLOWED_HOSTS, not ${host || 'empty'}`
    throw problemAt('host_not_allowed', [{ header: 'Host', what }])
  })
}
