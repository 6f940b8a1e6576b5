import { Readable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { ledgerOf } from '../../ledger/ledger-name.ts'
import { textsIn, type View } from '../../ledger/view.ts'
import { entryLine, timestampLine } from '../../log/bundle.ts'
import { problemAt } from '../../problems/problem.ts'
import type { StoredEvent } from '../../store/event-store.ts'
import { reason } from '../../words/reason.ts'
import { Count, ledgerParams, type NegotiationParams } from '../contract.ts'
import { refuseKnownDamage } from '../damaged-part.ts'
import { LOG, ONE_LOG, type OpenedLog, openedLog, sizeOf, tellUnwitnessed } from '../log-routes.ts'
import { operation } from '../openapi/operation.ts'
import { BundleLineSchema } from '../replies/events.ts'
import { type Service, viewFor } from '../service.ts'

const query = {
  size: Count.optional().describe(
    'How many entries, from the first on; by default all that there are when it is asked for',
  ),
  from: Count.default(0).describe('To go on with a file that broke off: how many entries it has'),
}

const Query = z.strictObject(query)

const DESCRIBED = operation({
  id: 'exportBundle',
  tag: 'Proofs',
  summary: 'The whole log in one file that knows its end and can be verified offline',
  description:
    'NDJSON: a manifest that says of how many entries, the entries as they are hashed, where an authority has stamped a checkpoint the newest timestamp, and last the signed checkpoint over them. A file that broke off is gone on with by the same size and from; the manifest is not repeated then.',
  params: ledgerParams,
  query,
  replies: {
    200: {
      description: 'A bundle',
      mediaType: 'application/x-ndjson',
      line: BundleLineSchema,
      headers: ['Unwitnessed'],
    },
  },
  problems: ONE_LOG,
  examples: [{ params: { negotiation: 'peace-plan' }, query: { size: '10' } }],
})

/** Files that an auditor takes home, and that move a ledger. */
export function logExportRoutes(app: FastifyInstance, service: Service): void {
  app.get(`${LOG}/export`, DESCRIBED, async (request, reply) => {
    const { negotiation } = request.params as NegotiationParams
    const { size: asked, from } = request.query as z.output<typeof Query>
    const opened = await openedLog(service, negotiation)
    const size = sizeOf(opened, 'size', asked)
    if (from > size) {
      const what = reason('beyond_bundle', { limit: size, given: from })
      throw problemAt('parameter_invalid', [{ parameter: 'from', what }])
    }
    await refuseKnownDamage(service, ledgerOf(negotiation), size)
    const { first: before } = opened.head
    const signedFrom = before === undefined || before > size ? null : before
    const view = await viewFor(service, request, negotiation)
    const { first, last } = opened.log.frame({ size, level: view.level, signedFrom })
    const parts = {
      first: from === 0 ? `${first}\n` : '',
      entries: entries(service, ledgerOf(negotiation), view, { from, size }),
      last: `${stampLine(service, opened, size)}${last}\n`,
    }
    tellUnwitnessed(service, reply, opened, size)
    reply.type('application/x-ndjson').header('cache-control', 'private, no-cache')
    return reply.send(Readable.from(bundle(parts)))
  })
}

/** The newest timestamp on a checkpoint of these entries, as a line; empty without one. */
function stampLine({ timestamps }: Service, { head }: OpenedLog, size: number): string {
  const newest = timestamps?.newest(head.origin, size)
  if (newest === undefined) return ''
  const timestamp = Buffer.from(newest.reply).toString('base64')
  return `${timestampLine({ size: newest.size, timestamp })}\n`
}

interface Parts {
  readonly first: string
  readonly entries: AsyncIterable<string>
  readonly last: string
}

async function* bundle({ first, entries, last }: Parts) {
  if (first !== '') yield first
  yield* entries
  yield last
}

async function* entries(
  { store, thread }: Pick<Service, 'store' | 'thread'>,
  ledger: string,
  view: View,
  { from, size }: { readonly from: number; readonly size: number },
) {
  if (from === size) return
  for await (const page of store.read(ledger, from, size)) {
    const line = (event: StoredEvent) => `${entryLine(textsIn(view, event))}\n`
    yield await thread.piece(ledger, () => page.map(line).join(''))
  }
}
