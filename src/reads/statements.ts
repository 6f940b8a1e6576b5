import { z } from 'zod'
import { Id } from '../../events/envelope.ts'
import { facts } from '../../events/facts.ts'
import { Position } from '../../events/position.ts'
import type * as Told from '../../projections/statements/statement-reply.ts'
import { given, SubjectParameter } from '../http/contract.ts'
import { ShownFactSchema, ShownFactWithReasonSchema } from '../http/replies/common.ts'
import { EvidenceItemSchema, SupportSchema } from '../http/replies/evidence.ts'
import { sameAs } from '../http/replies/same-as.ts'
import { defineRead } from './read.ts'

const { positions: _, evidence: __, ...recorded } = facts['statement.recorded'].body.shape
const { statement: ___, evidence: ____, ...retracted } = facts['statement.retracted'].body.shape

const Retraction = sameAs<Told.Retraction>()(
  z
    .strictObject({
      ...ShownFactSchema.shape,
      ...retracted,
      withoutEffect: z
        .literal(true)
        .exactOptional()
        .describe(
          'Present if it takes nothing back: it is dated before all that the statement says',
        ),
    })
    .meta({ id: 'Retraction', description: 'How a statement was taken back' }),
)

const StatedPosition = sameAs<Told.StatedPosition>()(
  z
    .strictObject({
      ...Position.shape,
      ended: ShownFactWithReasonSchema.nullable().describe('The entry that ended it, if one did'),
    })
    .meta({ id: 'StatedPosition', description: 'A position that a statement takes' }),
)

const StatementSchema = sameAs<Told.StatementReply>()(
  z
    .strictObject({
      ...ShownFactSchema.shape,
      ...recorded,
      retraction: Retraction.nullable().describe(
        'The first fact that takes it back; null if none does',
      ),
      retractions: z
        .array(Retraction)
        .describe('Every retraction of it that counts by then, in valid-time order'),
      standsFor: z
        .array(Id)
        .describe('The parties in whose voice it speaks, but for those that surely took it back'),
      positions: z.array(StatedPosition).describe('Where parties stand, as the statement says'),
      support: SupportSchema,
      evidence: z
        .array(EvidenceItemSchema)
        .describe('The sources that report it, and if they stand'),
    })
    .meta({ id: 'Statement', description: 'A statement as it stands at that moment' }),
)

export const statementsRead = defineRead({
  path: '/statements',
  id: 'listStatements',
  tag: 'Story',
  summary: 'What was said, in valid-time order',
  list: 'statements',
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
  example: { query: { party: 'ukraine' } },
  reply: z.strictObject({
    statements: z
      .array(StatementSchema)
      .describe('Those that the conditions let through, in valid-time order'),
  }),
  answer: ({ projections, asOf, page }, { groupings, ...conditions }) => {
    const { party } = conditions
    const { statements, parties } = projections
    const via =
      party === undefined || groupings === 'false'
        ? undefined
        : parties.groupingsOf(party, asOf).map(({ id }) => id)
    const found = statements.matching(asOf, given({ ...conditions, via }))
    return { statements: page.of(found, (fact) => statements.shown(fact, asOf)) }
  },
})

export const statementRead = defineRead({
  path: '/statements/:statement',
  id: 'getStatement',
  tag: 'Story',
  summary: 'One statement, with its positions and what it rests on',
  params: { statement: Id },
  example: { params: { statement: 'umerov-confirms' } },
  reply: StatementSchema,
  answer: ({ projections, asOf }, { statement }) => projections.statements.one(statement, asOf),
})
