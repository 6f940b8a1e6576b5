import Fastify, { LogController } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { pino } from 'pino'
import { z } from 'zod'

const Body = z.strictObject({
  type: z.literal('issue.raised'),
  occurred: z.string(),
  issue: z.string().max(64),
  title: z.string(),
  proposition: z.string(),
})

export type EchoedBody = z.output<typeof Body>

/**
 * Listens for a POST, which is validated by zod, logged by one line of pino and answered with its body.
 *
 * @param before is awaited before the answer, with the path after its first slash.
 */
export async function serveEcho(
  before: (stream: string, body: EchoedBody) => Promise<void> = async () => undefined,
): Promise<void> {
  const logController = new LogController({ disableRequestLogging: true })
  const app = Fastify({ loggerInstance: pino(), logController })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.addHook('onResponse', async ({ id, log, method, url }, reply) => {
    log.info({ reqId: id, method, url, status: reply.statusCode }, 'request')
  })
  app.post(
    '/:stream',
    { schema: { body: Body, response: { 201: Body } } },
    async (request, reply) => {
      const { stream } = request.params as { readonly stream: string }
      const body = request.body as EchoedBody
      await before(stream, body)
      return reply.code(201).send(body)
    },
  )
  await app.listen({ port: 0, host: '127.0.0.1' })
}
