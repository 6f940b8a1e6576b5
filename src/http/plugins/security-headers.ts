import type { FastifyInstance } from 'fastify'

/** Of every reply: no page elsewhere gets to embed it, guess at its type, or learn where it was. */
const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
}

/** Of every reply that has no policy of its own: it is no page, and runs and fetches nothing. */
const POLICY = "default-src 'none'; frame-ancestors 'none'"

/** Headers by which a browser keeps what it gets from here to itself. */
export function secureReplies(app: FastifyInstance): void {
  app.addHook('onRequest', async (_, reply) => void reply.headers(ALWAYS))
  app.addHook('onSend', async (_, reply) => {
    if (reply.getHeader('content-security-policy') !== undefined) return
    reply.header('content-security-policy', POLICY)
  })
}
