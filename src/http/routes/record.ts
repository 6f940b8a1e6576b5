import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Command } from '../../../events/registry.ts'
import { ledgerOf } from '../../ledger/ledger-name.ts'
import { MAX_REQUEST_EVENTS } from '../../ledger/limits.ts'
import { rightsOf } from '../access/reach.ts'
import { expectedRevision } from '../conditional.ts'
import { type NegotiationParams, negotiationParams } from '../contract.ts'
import { idempotencyKey } from '../idempotency.ts'
import { languageQuery, varyByLanguage } from '../language.ts'
import { logFailure } from '../log-failure.ts'
import { tellUnwitnessedHead } from '../log-routes.ts'
import { noteCleared } from '../note-read.ts'
import { type Operation, operation } from '../openapi/operation.ts'
import { DECIDED } from '../openapi/problem-sets.ts'
import { problemOf } from '../problem-of.ts'
import { raisedWarnings } from '../raised-warnings.ts'
import { ReceiptReplySchema } from '../replies/events.ts'
import type { Service } from '../service.ts'

const query = {
  dryRun: z
    .enum(['true', 'false'])
    .default('false')
    .transform((text) => text === 'true')
    .describe('Say what would be recorded, and record nothing'),
  ...languageQuery,
}

const Query = z.strictObject(query)

const DESCRIBED: Operation = {
  id: 'recordEvents',
  tag: 'Recording',
  summary: 'Record events',
  description:
    'One command, or an array of them, which is one atomic append: all of it or nothing. A command names its type, when it occurred, and what it says.',
  params: negotiationParams,
  query,
  headers: ['Idempotency-Key', 'If-Match', 'If-None-Match'],
  body: [{ schema: z.union([Command, z.array(Command).max(MAX_REQUEST_EVENTS)]) }],
  replies: {
    200: {
      description: 'Recorded before, or a dry run',
      headers: ['ETag', 'Unwitnessed'],
      schema: ReceiptReplySchema,
    },
    201: {
      description: 'Recorded',
      headers: ['ETag', 'Location', 'Unwitnessed'],
      schema: ReceiptReplySchema,
    },
  },
  problems: DECIDED,
  examples: [
    {
      summary: 'Open a negotiation',
      params: { negotiation: 'water' },
      query: { dryRun: 'true' },
      headers: { 'Idempotency-Key': 'opening' },
      body: { type: 'negotiation.opened', occurred: '2026-03-01', title: 'Talks on the treaty' },
    },
    {
      summary: 'A party, and an issue',
      params: { negotiation: 'peace-plan' },
      body: [
        {
          ...{ type: 'party.listed', occurred: '2026-03-01', party: 'upstream' },
          ...{ name: 'Upstream', kind: 'state', role: 'observer' },
        },
        {
          ...{ type: 'issue.raised', occurred: '2026-03', issue: 'quota', title: 'Quota' },
          proposition: 'Upstream lets 500 cubic metres a second pass',
        },
      ],
    },
    {
      summary: 'A grouping, and a party that joins it',
      params: { negotiation: 'peace-plan' },
      query: { dryRun: 'true' },
      body: [
        {
          ...{ type: 'party.listed', occurred: '2025-11-01', party: 'guarantors' },
          ...{ name: 'Guarantor states', kind: 'grouping', role: 'guarantor' },
        },
        {
          ...{ type: 'grouping.joined', occurred: '2025-11-10~' },
          ...{ grouping: 'guarantors', party: 'usa', since: '../2025-11-01' },
        },
      ],
    },
    {
      summary: 'A meeting that is planned, of which nothing was recorded before',
      params: { negotiation: 'peace-plan' },
      query: { dryRun: 'true' },
      body: {
        ...{ type: 'meeting.announced', occurred: '2025-12-02', meeting: 'third-round' },
        opens: { title: 'Third round', kind: 'round' },
        ...{ scheduled: '2025-12-09/2025-12-10', certainty: 'planned', place: 'Geneva' },
        participants: [{ party: 'ukraine' }, { party: 'usa' }],
      },
    },
    {
      summary: 'What an unnamed source says of a party, with a number',
      params: { negotiation: 'peace-plan' },
      query: { dryRun: 'true' },
      body: {
        ...{ type: 'statement.recorded', occurred: '2025-12-02', statement: 'briefed-on-cap' },
        speaker: { kind: 'anonymous', describedAs: 'two people briefed on the talks' },
        text: 'Ukraine could live with an army of about 800,000.',
        ...{ language: 'en', rendering: 'unknown', wording: 'paraphrased' },
        attribution: { level: 'anonymous', phrase: 'two people briefed on the talks said' },
        about: [],
        positions: [
          {
            ...{ party: 'ukraine', subject: { kind: 'issue', id: 'army-cap' } },
            ...{ stance: 'no_objection', commitment: 'unspecified', redLine: 'unstated' },
            quantity: { value: '800000', unit: 'soldiers', comparator: 'about' },
          },
        ],
        evidence: [{ source: 'tasr-report' }],
      },
    },
  ],
}

/** The one way in: records what happened, all of a request or nothing. */
export function recordRoutes(app: FastifyInstance, service: Service): void {
  const path = '/v1/negotiations/:negotiation/events'
  app.post(path, operation(DESCRIBED), async (request, reply) => {
    const { negotiation } = request.params as NegotiationParams
    const { dryRun } = request.query as z.output<typeof Query>
    await noteCleared(service, request, negotiation)
    const answer = await service.ledgers.write(ledgerOf(negotiation), {
      commands: request.body,
      actor: request.principal.id,
      idempotencyKey: idempotencyKey(request),
      ifMatch: expectedRevision(request),
      dryRun,
      ...rightsOf(request, negotiation),
    })
    const { events, head, replayed } = answer.receipt
    const raised = await raisedWarnings(service, request, negotiation, answer).catch((error) => {
      // What is recorded is acknowledged, whether or not its warnings can be told.
      logFailure(request.log, error, problemOf(error))
      return { warnings: null, moreWarnings: null }
    })
    varyByLanguage(reply)
    const at = `/v1/negotiations/${negotiation}/events`
    if (!dryRun || replayed) reply.header('etag', `"${head}"`)
    if (!dryRun || replayed) await tellUnwitnessedHead(service, request, reply, negotiation)
    if (!dryRun) {
      const [first] = events
      const several = `?from=${first?.revision}&limit=${events.length}`
      reply.header('location', events.length === 1 ? `${at}/${first?.id}` : `${at}${several}`)
    }
    reply.code(dryRun || replayed ? 200 : 201).header('cache-control', 'no-store')
    return { negotiation, revision: head, events, ...raised, replayed, dryRun }
  })
}
