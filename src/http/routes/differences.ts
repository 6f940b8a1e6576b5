import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { readAsOf } from '../as-of-read.ts'
import { SubjectParameter } from '../contract.ts'
import { ConvergenceReplySchema, DifferencesReplySchema } from '../replies/differences.ts'
import type { Service } from '../service.ts'

export function differencesRoutes(app: FastifyInstance, service: Service): void {
  readAsOf(app, service, {
    path: '/differences',
    id: 'getDifferences',
    tag: 'Stances',
    reply: DifferencesReplySchema,
    summary: 'On what the parties stand apart: by their stances and, apart from that, as is said',
    read: ({ projections, asOf }) => projections.differences.at(asOf),
  })

  readAsOf(app, service, {
    path: '/convergence',
    id: 'getConvergence',
    tag: 'Stances',
    reply: ConvergenceReplySchema,
    example: { query: { subject: 'issue:nato' } },
    summary: 'How far the parties stand apart on a subject, step by step along one axis',
    query: {
      subject: SubjectParameter,
      axis: z
        .enum(['validTime', 'revision'])
        .default('validTime')
        .describe('What the steps follow'),
    },
    read: ({ projections: { convergence }, asOf }, { subject, axis }) => ({
      subject,
      axis,
      steps:
        axis === 'validTime'
          ? convergence.overValidTime(subject, asOf.revision)
          : convergence.overRevisions(subject, asOf),
    }),
  })
}
