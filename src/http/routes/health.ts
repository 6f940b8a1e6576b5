import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Id } from '../../../events/envelope.ts'
import type { ClockBehind } from '../../ledger/clock-watch.ts'
import { idOf } from '../../ledger/ledger-name.ts'
import { StoreUnavailable } from '../../store/event-store.ts'
import { detail } from '../../words/detail.ts'
import { operation } from '../openapi/operation.ts'
import { retry } from '../problem-of.ts'
import { RevisionNumberSchema } from '../replies/common.ts'
import { DamageReplySchema } from '../replies/problem.ts'
import type { Service } from '../service.ts'

const live = operation({
  id: 'isLive',
  tag: 'Service',
  summary: 'Whether the process runs',
  replies: {
    200: {
      description: 'It does',
      schema: z.strictObject({ status: z.literal('live').describe('The process answers') }),
    },
  },
  problems: [],
  examples: [{}],
})

const ready = operation({
  id: 'isReady',
  tag: 'Service',
  summary: 'Whether the store can serve',
  description:
    'Where the service asks who its clients are, single ledgers are named to operators alone, with the scope `monitor`.',
  replies: {
    200: {
      description: 'It can',
      schema: z.strictObject({
        status: z.literal('ready').describe('The store answers'),
        damaged: z
          .array(DamageReplySchema.extend({ detail: z.string().describe('The damage in words') }))
          .describe('Ledgers found damaged since the start, 100 at most'),
        leftOut: z
          .array(
            z.strictObject({
              negotiation: Id,
              revision: RevisionNumberSchema.describe('The entry that is left out'),
              view: z.string().describe('The view that lacks it'),
            }),
          )
          .describe(
            'Entries on which the service failed, and the view that lacks each: 100 at most',
          ),
        clock: z
          .strictObject({
            behindSeconds: z.int().describe('How far it is behind the latest recording time'),
            ledger: z
              .string()
              .nullable()
              .describe('One that was recorded by a clock ahead; null where you may not know it'),
          })
          .nullable()
          .describe('Of a clock that is behind what is recorded by more than a minute; else null'),
      }),
    },
  },
  problems: ['store_unavailable'],
  examples: [{}],
})

/** The most of a kind that readiness names. */
const MOST_NAMED = 100

/**
 * Tells if the process runs, and if it can serve. A ledger that is damaged is named, and leaves
 * the service ready: it serves the others.
 */
export function healthRoutes(
  app: FastifyInstance,
  { store, signing, ledgers, damages, clock, access }: Service,
): void {
  app.get('/health/live', live, async (_, reply) => {
    return reply.header('cache-control', 'no-store').send({ status: 'live' })
  })

  app.get('/health/ready', ready, async (request, reply) => {
    try {
      await store.ready()
      await access.ready()
      signing?.heads?.check()
    } catch (error) {
      request.log.warn({ err: error }, 'not ready')
      const why = error instanceof StoreUnavailable ? { why: error.message } : {}
      throw retry('store_unavailable', detail('store_not_ready', why))
    }
    // What is wrong with single ledgers is for those alone who may know which there are.
    const { principal, reach } = request
    const isOperator = principal?.scopes.has('monitor') === true && reach.has('operator')
    const mayName = access.authentication === 'open' || isOperator
    const damaged = [...(mayName ? damages.found : [])]
      .slice(0, MOST_NAMED)
      .map(([ledger, { kind, revision = null, message }]) => ({
        ...{ ledger, kind, revision },
        detail: message,
      }))
    const { behind } = clock
    const leftOut = (mayName ? ledgers.faults : [])
      .slice(0, MOST_NAMED)
      .map(({ ledger, revision, view }) => ({ negotiation: idOf(ledger), revision, view }))
    return reply.header('cache-control', 'no-store').send({
      status: 'ready',
      ...{ damaged, leftOut },
      clock: behind === undefined ? null : shownClock(behind, mayName),
    })
  })
}

function shownClock({ ledger, behindMs }: ClockBehind, mayName: boolean) {
  const named = mayName ? (ledger ?? null) : null
  return { behindSeconds: Math.round(behindMs / 1000), ledger: named }
}
