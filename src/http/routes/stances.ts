import type { FastifyInstance } from 'fastify'
import { Id } from '../../../events/envelope.ts'
import { isKnownSubject } from '../../../projections/stances/known-subject.ts'
import { readAsOf } from '../as-of-read.ts'
import { SubjectKind, SubjectParameter } from '../contract.ts'
import { StanceReplySchema } from '../replies/stance-history.ts'
import { StancesOfPartyReplySchema, StancesReplySchema } from '../replies/stances.ts'
import type { Service } from '../service.ts'
import { stancesTable } from '../tables/stances-table.ts'
import { formatQuery } from '../tables/table.ts'

export function stancesRoutes(app: FastifyInstance, service: Service): void {
  readAsOf(app, service, {
    path: '/stances',
    id: 'listStances',
    tag: 'Stances',
    reply: StancesReplySchema,
    example: { query: { subject: 'issue:army-cap' } },
    summary: 'Where each party stands on each subject, or on one',
    query: { subject: SubjectParameter.optional(), ...formatQuery },
    table: ({ projections, asOf }, { subject }) => {
      const { stances } = projections
      if (subject === undefined) {
        return stancesTable(stances.matrix(asOf).rows.flatMap(({ cells }) => cells))
      }
      return isKnownSubject(subject, projections, asOf)
        ? stancesTable(stances.onSubject(subject, asOf))
        : undefined
    },
    names: ['subject'],
    read: ({ projections, asOf }, { subject }) => {
      const { stances } = projections
      if (subject === undefined) return stances.matrix(asOf)
      return isKnownSubject(subject, projections, asOf)
        ? { subject, cells: stances.onSubject(subject, asOf) }
        : undefined
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
    read: ({ projections: { stances }, asOf }, { party }) =>
      stances.parties(asOf.revision).includes(party)
        ? { party, cells: stances.ofParty(party, asOf) }
        : undefined,
  })

  readAsOf(app, service, {
    path: '/stances/:party/:kind/:subject',
    id: 'getStance',
    tag: 'Stances',
    reply: StanceReplySchema,
    example: { params: { party: 'ukraine', kind: 'issue', subject: 'army-cap' } },
    summary: 'Where one party stands on one subject, how it came to, and what that rests on',
    params: { party: Id, kind: SubjectKind, subject: Id },
    read: ({ projections, asOf }, { party, kind, subject: id }) => {
      const { stances } = projections
      const subject = { kind, id }
      if (!stances.parties(asOf.revision).includes(party)) return undefined
      if (!isKnownSubject(subject, projections, asOf)) return undefined
      const history = stances.history(party, subject, asOf)
      return { ...stances.cell(party, subject, asOf), history }
    },
  })
}
