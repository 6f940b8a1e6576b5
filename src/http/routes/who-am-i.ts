import type { FastifyInstance } from 'fastify'
import { languageOf, varyByLanguage } from '../language.ts'
import { operation } from '../openapi/operation.ts'
import { WhoAmIReplySchema } from '../replies/access.ts'
import { type Service, senderOf } from '../service.ts'

const DESCRIBED = operation({
  id: 'getAccess',
  tag: 'Access',
  summary: 'Who the service takes the sender for, and what the credentials are good for',
  replies: { 200: { description: 'The sender', schema: WhoAmIReplySchema } },
  problems: [],
  examples: [{}],
})

/** Tells a client in which mode the service is, and for whom it takes it. */
export function whoAmIRoutes(app: FastifyInstance, service: Service): void {
  app.get('/v1/access', DESCRIBED, async (request, reply) => {
    reply.header('cache-control', 'no-store')
    varyByLanguage(reply)
    return senderOf(service, request.principal, languageOf(request))
  })
}
