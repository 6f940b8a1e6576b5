import type { FastifyInstance } from 'fastify'
import { shownMoment } from '../as-of.ts'
import { readAsOf } from '../as-of-read.ts'
import { boundCells, matrixSize } from '../cell-limit.ts'
import { fromPoint, fromQuery } from '../from-point.ts'
import { BOUNDED_WORK } from '../openapi/problem-sets.ts'
import { ChangesReplySchema } from '../replies/changes.ts'
import type { Service } from '../service.ts'

/** The moves up to the moment of the read, since an earlier point on one axis or both. */
export function changesRoutes(app: FastifyInstance, service: Service): void {
  readAsOf(app, service, {
    path: '/changes',
    id: 'getChanges',
    tag: 'Story',
    reply: ChangesReplySchema,
    example: { query: { fromRevision: '20' } },
    summary: 'What moved between two points of either axis',
    query: fromQuery,
    problems: BOUNDED_WORK,
    *answer({ projections, asOf, ledger }, given) {
      const from = fromPoint(given, asOf, ledger, service.now())
      const { stances, changes } = projections
      const cells = matrixSize(stances, from.revision) + matrixSize(stances, asOf.revision)
      boundCells(cells, 'compare the replies on one party (/stances/{party}) at the two points')
      return { from: shownMoment(from), ...(yield* changes.between(from, asOf)) }
    },
  })
}
