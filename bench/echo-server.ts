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

// The peer of `post`: what a POST costs that is validated, logged by one line and answered, alone.
const logController = new LogController({ disableRequestLogging: true })
const app = Fastify({ loggerInstance: pino(), logController })
app.setValidatorCompiler(validatorCompiler)
app.setSerializerCompiler(serializerCompiler)
app.addHook('onResponse', async ({ id, log, method, url }, reply) => {
  log.info({ reqId: id, method, url, status: reply.statusCode }, 'request')
})
app.post('/', { schema: { body: Body, response: { 201: Body } } }, async (request, reply) => {
  return reply.code(201).send(request.body as z.output<typeof Body>)
})
await app.listen({ port: 0, host: '127.0.0.1' })
