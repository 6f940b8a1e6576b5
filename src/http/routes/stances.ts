import type { FastifyInstance } from 'fastify'
import { Id } from '../../../events/envelope.ts'
import type { Subject } from '../../../events/position.ts'
import { isKnownSubject } from '../../../projections/stances/known-subject.ts'
import type { StanceCell, StanceMatrix } from '../../../projections/stances/stance-cell.ts'
import type { Pieces } from '../../../projections/time/pieces.ts'
import type { Served } from '../../reads/read.ts'
import { readAsOf } from '../as-of-read.ts'
import { boundCells, matrixSize } from '../cell-limit.ts'
import { SubjectKind, SubjectParameter } from '../contract.ts'
import { BOUNDED_WORK } from '../openapi/problem-sets.ts'
import { StanceReplySchema } from '../replies/stance-history.ts'
import { StancesOfPartyReplySchema, StancesReplySchema } from '../replies/stances.ts'
import type { Service } from '../service.ts'
import { stancesTable } from '../tables/stances-table.ts'
import { formatQuery } from '../tables/table.ts'

const ASK_ONE = 'ask for one party on one subject (/stances/{party}/{kind}/{subject})'

export function stancesRoutes(app: FastifyInstance, service: Service): void {
  readAsOf(app, service, {
    path: '/stances',
    id: 'listStances',
    tag: 'Stances',
    reply: StancesReplySchema,
    example: { query: { subject: 'issue:army-cap' } },
    summary: 'Where each party stands on each subject, or on one',
    query: { subject: SubjectParameter.optional(), ...formatQuery },
    *table(reading, { subject }) {
      if (subject === undefined) {
        const { rows } = yield* matrixOf(reading)
        return stancesTable(rows.flatMap(({ cells }) => cells))
      }
      const cells = cellsOn(subject, reading)
      return cells && stancesTable(cells)
    },
    names: ['subject'],
    problems: BOUNDED_WORK,
    answer: (reading, { subject }) => {
      if (subject === undefined) return matrixOf(reading)
      const cells = cellsOn(subject, reading)
      return cells && { subject, cells }
    },
  })

  readAsOf(app, service, {
    path: '/stances/:party',
    id: 'listStancesOfParty',
    tag: 'Stances',
    reply: StancesOfPartyReplySchema,
    example: { params: { party: 'ukraine' } },
    summary: 'Where one party stands on each subject',
    params: { party: Id },
    problems: BOUNDED_WORK,
    answer: ({ projections: { stances }, asOf }, { party }) => {
      if (!stances.parties(asOf.revision).includes(party)) return undefined
      boundCells(stances.subjects(asOf.revision).length, ASK_ONE)
      return { party, cells: stances.ofParty(party, asOf) }
    },
  })

  readAsOf(app, service, {
    path: '/stances/:party/:kind/:subject',
    id: 'getStance',
    tag: 'Stances',
    reply: StanceReplySchema,
    example: { params: { party: 'ukraine', kind: 'issue', subject: 'army-cap' } },
    summary: 'Where one party stands on one subject, how it came to, and what that rests on',
    params: { party: Id, kind: SubjectKind, subject: Id },
    answer: ({ projections, asOf }, { party, kind, subject: id }) => {
      const { stances } = projections
      const subject = { kind, id }
      if (!stances.parties(asOf.revision).includes(party)) return undefined
      if (!isKnownSubject(subject, projections, asOf)) return undefined
      const history = stances.history(party, subject, asOf)
      return { ...stances.cell(party, subject, asOf), history }
    },
  })
}

/** The whole matrix. */
function matrixOf({ projections: { stances }, asOf }: Served): Pieces<StanceMatrix> {
  const remedy = 'ask for one subject (?subject={kind}:{id}) or for one party (/stances/{party})'
  boundCells(matrixSize(stances, asOf.revision), remedy)
  return stances.matrix(asOf)
}

/** Every party on one subject; undefined where nobody knew of it then. */
function cellsOn(subject: Subject, { projections, asOf }: Served): StanceCell[] | undefined {
  if (!isKnownSubject(subject, projections, asOf)) return undefined
  const { stances } = projections
  boundCells(stances.parties(asOf.revision).length, ASK_ONE)
  return stances.onSubject(subject, asOf)
}
