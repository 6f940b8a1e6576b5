import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { readAsOf } from '../as-of-read.ts'
import { boundCells } from '../cell-limit.ts'
import { SubjectParameter } from '../contract.ts'
import { BOUNDED_WORK } from '../openapi/problem-sets.ts'
import { ConvergenceReplySchema, DifferencesReplySchema } from '../replies/differences.ts'
import type { Service } from '../service.ts'

export function differencesRoutes(app: FastifyInstance, service: Service): void {
  readAsOf(app, service, {
    path: '/differences',
    id: 'getDifferences',
    tag: 'Stances',
    reply: DifferencesReplySchema,
    summary: 'On what the parties stand apart: by their stances and, apart from that, as is said',
    problems: BOUNDED_WORK,
    *answer({ projections: { differences, stances }, asOf }) {
      const cells = differences.compared(asOf).size * stances.subjects(asOf.revision).length
      boundCells(cells, 'ask for the stances on one subject (/stances?subject={kind}:{id})')
      return yield* differences.at(asOf)
    },
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
    problems: BOUNDED_WORK,
    *answer({ projections: { convergence }, asOf }, { subject, axis }) {
      const steps =
        axis === 'validTime'
          ? convergence.overValidTime(subject, asOf.revision, boundSteps)
          : convergence.overRevisions(subject, asOf, boundSteps)
      return { subject, axis, steps: yield* steps }
    },
  })
}

/** Refuses a series that compares too many cells, those of all parties again at each step. */
function boundSteps(cells: number): void {
  const at = 'the stances on the subject at single moments (/stances?subject={kind}:{id})'
  boundCells(cells, `ask for ${at}, or for the series up to an earlier revision (?revision=)`)
}
