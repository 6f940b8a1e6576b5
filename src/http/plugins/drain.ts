import type { FastifyInstance } from 'fastify'

/**
 * While the service stops, answers are the last on their connection, and once all are given every
 * connection that a client keeps open is closed: none may hold up the end of the process.
 */
export function drainWhenStopping(app: FastifyInstance): void {
  let answering = 0
  let stopping = false
  const hangUp = () => {
    if (stopping && answering === 0) app.server.closeAllConnections()
  }
  app.server.on('request', (_, response) => {
    answering++
    response.once('close', () => {
      answering--
      setImmediate(hangUp)
    })
  })
  app.addHook('onSend', async (_, reply) => {
    if (stopping) reply.header('connection', 'close')
  })
  app.addHook('preClose', async () => {
    stopping = true
    setImmediate(hangUp)
  })
}
