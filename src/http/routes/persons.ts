import type { FastifyInstance } from 'fastify'
import { Id } from '../../../events/envelope.ts'
import { readAsOf } from '../as-of-read.ts'
import { PersonSchema, PersonsReplySchema } from '../replies/parties.ts'
import type { Service } from '../service.ts'

export function personsRoutes(app: FastifyInstance, service: Service): void {
  readAsOf(app, service, {
    path: '/persons',
    id: 'listPersons',
    pageSize: 1000,
    tag: 'Registers',
    reply: PersonsReplySchema,
    summary: 'Everyone named, and for whom they speak',
    read: ({ projections, asOf, page }) => ({ persons: page.of(projections.persons.list(asOf)) }),
  })

  readAsOf(app, service, {
    path: '/persons/:person',
    id: 'getPerson',
    tag: 'Registers',
    reply: PersonSchema,
    example: { params: { person: 'umerov' } },
    summary: 'One person, with accreditations',
    params: { person: Id },
    read: ({ projections, asOf }, { person }) => projections.persons.one(person, asOf),
  })
}
