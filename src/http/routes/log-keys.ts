import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { ledgerOf } from '../../ledger/ledger-name.ts'
import type { Signing } from '../../ledger/log/signing.ts'
import type { Signer } from '../../log/signer.ts'
import { type Problem, problemAt } from '../../problems/problem.ts'
import { reason } from '../../words/reason.ts'
import { LedgerId, ledgerParams, type NegotiationParams } from '../contract.ts'
import { logKeyOf } from '../import/bundle.ts'
import { LOG, ONE_LOG, openedLog, tellUnwitnessedHead } from '../log-routes.ts'
import { message } from '../message.ts'
import { operation } from '../openapi/operation.ts'
import { EventTypeNameSchema, RevisionNumberSchema } from '../replies/common.ts'
import type { Service } from '../service.ts'

const HandedOn = z
  .strictObject({
    negotiation: LedgerId.describe('The negotiation, or the access ledger'),
    revision: RevisionNumberSchema.describe('The entry that hands the log on'),
    type: EventTypeNameSchema,
    from: z.string().describe('Vkey of the key that signed until then'),
    to: z.string().describe('Vkey of the key that signs from then on'),
  })
  .meta({ id: 'HandedOn' })

const params = { negotiation: 'peace-plan' }

const ROTATE = operation({
  id: 'rotateLogKey',
  tag: 'Proofs',
  summary: 'Hand the log on to the next key of this service',
  description:
    'Recorded in the log as `log.keyRotated`, signed by the key before. Auditors who have that key follow.',
  params: ledgerParams,
  replies: {
    201: {
      description: 'The entry that was recorded',
      headers: ['Unwitnessed'],
      schema: HandedOn,
    },
  },
  problems: ONE_LOG,
  examples: [{ params }],
})

/** Of another log than that of the example. */
const KEY = 'ledger.example/n/0001+26223725+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4'

const MOVE = operation({
  id: 'moveLog',
  tag: 'Proofs',
  summary: 'Hand the log on to the key that another service has for it',
  description:
    'Recorded in the log as `log.moved`, its last entry here: from then on the ledger is read here, and written where its bundle is imported by the service that has the key in Log-Key. That service says which key it is at `/v1/log-key`.',
  params: ledgerParams,
  headers: ['Log-Key'],
  replies: { 201: { description: 'The entry that was recorded', schema: HandedOn } },
  problems: ONE_LOG,
  examples: [{ params, headers: { 'Log-Key': KEY }, status: 400 }],
})

const query = {
  origin: z
    .string()
    .max(500)
    .regex(/^[^\s+]+\/n\/[a-z0-9][a-z0-9-]{0,63}$/, message('not_an_origin', {}))
    .describe('The origin of a log'),
}

const NEXT = operation({
  id: 'getNextLogKey',
  tag: 'Proofs',
  summary: 'The key that this service has for a log which is to be moved here',
  query,
  replies: { 200: { description: 'A vkey and a line feed', mediaType: 'text/plain' } },
  problems: ONE_LOG,
  examples: [{ query: { origin: 'ledger.example/n/talks' } }],
})

/** Hands logs from one key to another, within the service and to others. */
export function logKeysRoutes(app: FastifyInstance, service: Service): void {
  app.post(`${LOG}/rotate`, ROTATE, async (request, reply) => {
    const { negotiation } = request.params as NegotiationParams
    const done = await service.ledgers.handOn(ledgerOf(negotiation), request.principal.id)
    reply.code(201).header('cache-control', 'no-store')
    await tellUnwitnessedHead(service, request, reply, negotiation)
    return { negotiation, ...done }
  })
  app.post(`${LOG}/move`, MOVE, async (request, reply) => {
    const { negotiation } = request.params as NegotiationParams
    const key = logKeyOf(request)
    const { head } = await openedLog(service, negotiation)
    if (key.name !== head.origin) throw otherLog(head.origin)
    const done = await service.ledgers.handOn(ledgerOf(negotiation), request.principal.id, key)
    reply.code(201).header('cache-control', 'no-store')
    await tellUnwitnessedHead(service, request, reply, negotiation)
    return { negotiation, ...done }
  })
  app.get('/v1/log-key', NEXT, async (request, reply) => {
    const { origin } = request.query as { readonly origin: string }
    reply.type('text/plain; charset=utf-8').header('cache-control', 'no-store')
    return `${(await nextFor(service, origin)).vkey}\n`
  })
}

/** The next key for a log: of one that was here before, none that it has had. */
async function nextFor({ store, ledgers, signing }: Service, origin: string): Promise<Signer> {
  const ledger = ledgerOf(origin.slice(origin.indexOf('/n/') + '/n/'.length))
  const log = (await store.head(ledger)) < 0 ? undefined : await ledgers.log(ledger)
  if (log !== undefined && (await log.publish())?.origin === origin) return log.next(origin)
  return (signing as Signing).next(origin, [])
}

function otherLog(origin: string): Problem {
  return problemAt('header_invalid', [
    { header: 'Log-Key', what: reason('key_of_other_log', { origin }) },
  ])
}
