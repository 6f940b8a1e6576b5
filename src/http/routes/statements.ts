import type { FastifyInstance } from 'fastify'
import { Id } from '../../../events/envelope.ts'
import { readAsOf } from '../as-of-read.ts'
import { given, SubjectParameter } from '../contract.ts'
import { Statement, StatementsReply } from '../replies/statements.ts'
import type { Service } from '../service.ts'

export function statements(app: FastifyInstance, service: Service): void {
  readAsOf(app, service, {
    path: '/statements',
    id: 'listStatements',
    tag: 'Story',
    reply: StatementsReply,
    example: { query: { party: 'ukraine' } },
    summary: 'What was said, in valid-time order',
    query: {
      party: Id.optional().describe('It speaks, is spoken for, or has a position in it'),
      person: Id.optional().describe('Who speaks'),
      source: Id.optional().describe('A source that it rests on, directly or as a relay'),
      subject: SubjectParameter.optional().describe('What it is about or takes a position on'),
    },
    read: ({ projections, asOf }, { party, person, source, subject }) => ({
      statements: projections.statements.list(asOf, given({ party, person, source, subject })),
    }),
  })

  readAsOf(app, service, {
    path: '/statements/:statement',
    id: 'getStatement',
    tag: 'Story',
    reply: Statement,
    example: { params: { statement: 'umerov-confirms' } },
    summary: 'One statement, with its positions and what it rests on',
    params: { statement: Id },
    read: ({ projections, asOf }, { statement }) => projections.statements.one(statement, asOf),
  })
}
