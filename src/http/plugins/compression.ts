import compress from '@fastify/compress'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** Replies shorter than this, in bytes, go as they are. */
const THRESHOLD = 1024

const COMPRESSIBLE = /^(text\/(?!event-stream)|application\/(.+\+)?json|application\/x-ndjson)/

/**
 * Compresses the replies of routes added to later scopes, as the client accepts it. Streams of
 * events are not touched: they are sent past the framework.
 */
export function compressReplies(app: FastifyInstance): void {
  app.addHook('onSend', vary)
  app.register(compress, {
    threshold: THRESHOLD,
    encodings: ['br', 'gzip', 'identity'],
    customTypes: COMPRESSIBLE,
    // What comes in is bounded by its size as it arrives, and read as it is.
    globalDecompression: false,
  })
  app.register(
    inScope(async (scope) => {
      // Hooks of a route run in the order of their adding: this comes after the compression.
      scope.addHook('onRoute', (route) => {
        const hooks = [route.onSend ?? []].flat()
        const dropBody = hooks.filter(({ name }) => name === DROP_BODY)
        route.onSend = [
          ...hooks.filter(({ name }) => name !== DROP_BODY),
          nameEncoding,
          ...dropBody,
        ]
      })
    }),
  )
}

/**
 * The framework's hook that drops the body of the reply to HEAD. It has to be the last: the headers
 * are those of GET only if what GET sends was compressed.
 */
const DROP_BODY = 'headRouteOnSendHandler'

async function vary(_: FastifyRequest, reply: FastifyReply): Promise<void> {
  const others = reply.getHeader('vary')
  reply.header('vary', others === undefined ? 'accept-encoding' : `${others}, accept-encoding`)
}

/**
 * A strong validator stands for the bytes of one encoding (RFC 9110, 8.8.3): that of a compressed
 * reply says which.
 */
async function nameEncoding(_: FastifyRequest, reply: FastifyReply): Promise<void> {
  const encoding = reply.getHeader('content-encoding')
  const etag = reply.getHeader('etag')
  if (encoding === undefined || typeof etag !== 'string' || etag.startsWith('W/')) return
  reply.header('etag', etag.replace(/"$/, `-${encoding}"`))
}

/** A plugin whose hooks are those of the scope that it is registered in. */
function inScope(plugin: (scope: FastifyInstance) => Promise<void>) {
  return Object.assign(plugin, { [Symbol.for('skip-override')]: true })
}
