import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { Id } from '../../../events/envelope.ts'
import { readAsOf } from '../as-of-read.ts'
import { given, SubjectParameter } from '../contract.ts'
import { StatementSchema, StatementsReplySchema } from '../replies/statements.ts'
import type { Service } from '../service.ts'

export function statementsRoutes(app: FastifyInstance, service: Service): void {
  readAsOf(app, service, {
    path: '/statements',
    id: 'listStatements',
    pageSize: 1000,
    tag: 'Story',
    reply: StatementsReplySchema,
    example: { query: { party: 'ukraine' } },
    summary: 'What was said, in valid-time order',
    query: {
      party: Id.optional().describe('It speaks, is spoken for, or has a position in it'),
      groupings: z
        .enum(['true', 'false'])
        .default('false')
        .describe('With party: also what the groupings say of which it is a member then'),
      person: Id.optional().describe('Who speaks'),
      source: Id.optional().describe('A source that it rests on, directly or as a relay'),
      subject: SubjectParameter.optional().describe('What it is about or takes a position on'),
    },
    answer: ({ projections, asOf, page }, { party, groupings, person, source, subject }) => {
      const via =
        party === undefined || groupings === 'false'
          ? undefined
          : projections.parties.groupingsOf(party, asOf).map(({ id }) => id)
      const filter = given({ party, via, person, source, subject })
      const { statements } = projections
      const found = statements.matching(asOf, filter)
      return { statements: page.of(found, (fact) => statements.shown(fact, asOf)) }
    },
  })

  readAsOf(app, service, {
    path: '/statements/:statement',
    id: 'getStatement',
    tag: 'Story',
    reply: StatementSchema,
    example: { params: { statement: 'umerov-confirms' } },
    summary: 'One statement, with its positions and what it rests on',
    params: { statement: Id },
    answer: ({ projections, asOf }, { statement }) => projections.statements.one(statement, asOf),
  })
}
