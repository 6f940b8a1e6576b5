import type { FastifyInstance } from 'fastify'
import { ledgerOf } from '../../ledger/ledger-name.ts'
import { textsIn } from '../../ledger/view.ts'
import { entryLine } from '../../log/bundle.ts'
import { type Problem, problemAt } from '../../problems/problem.ts'
import { EventParameter } from '../../reads/event.ts'
import type { StoredEvent } from '../../store/event-store.ts'
import { reason } from '../../words/reason.ts'
import { ledgerParams, type NegotiationParams } from '../contract.ts'
import { ONE_LOG, openedLog, tellUnwitnessed } from '../log-routes.ts'
import { operation } from '../openapi/operation.ts'
import { type Service, viewFor } from '../service.ts'
import { inclusionProof } from './log-proofs.ts'

type Params = NegotiationParams & { readonly event: string | number }

const DESCRIBED = operation({
  id: 'getReceipt',
  tag: 'Proofs',
  summary: 'One event with the proof that it is in the log, in a file to keep',
  description:
    'A C2SP tlog-proof with the event as its extra data, which `ledger verify` checks offline: header, body and salt, inclusion proof, signed checkpoint. Whoever keeps it can prove later that the event was recorded, whatever the service shows then.',
  params: {
    ...ledgerParams,
    event: EventParameter.describe('Its revision, or its id'),
  },
  replies: {
    200: { description: 'A tlog-proof', mediaType: 'text/plain', headers: ['Unwitnessed'] },
  },
  problems: [...ONE_LOG, 'unknown_then'],
  examples: [{ params: { negotiation: 'peace-plan', event: '12' } }],
})

/** The receipt of one event, as a file. */
export function receiptRoutes(app: FastifyInstance, service: Service): void {
  const path = '/v1/negotiations/:negotiation/events/:event/receipt'
  app.get(path, DESCRIBED, async (request, reply) => {
    const { negotiation, event } = request.params as Params
    const opened = await openedLog(service, negotiation)
    const stored = await find(service, ledgerOf(negotiation), event)
    if (stored === undefined || stored.revision >= opened.head.size) throw unknown()
    const name = `${negotiation}-${stored.revision}.tlog-proof`
    reply
      .type('text/plain; charset=utf-8')
      .header('content-disposition', `attachment; filename="${name}"`)
      .header('cache-control', 'no-store')
    tellUnwitnessed(service, reply, opened, opened.head.size)
    const shown = textsIn(await viewFor(service, request, negotiation), stored)
    return inclusionProof(opened, stored.revision, undefined, Buffer.from(entryLine(shown)))
  })
}

async function find({ store }: Service, ledger: string, event: string | number) {
  if (typeof event === 'string') return store.find(ledger, event)
  if ((await store.head(ledger)) < event) return undefined
  const found: StoredEvent[] = []
  for await (const page of store.read(ledger, event, event + 1)) found.push(...page)
  return found[0]
}

function unknown(): Problem {
  const what = reason('entry_unknown', {})
  return problemAt('unknown_then', [{ parameter: 'event', what }])
}
