import type { FastifyInstance } from 'fastify'
import { Id } from '../../../events/envelope.ts'
import type { ClauseStep } from '../../../projections/redline/clause-history.ts'
import type { Projections } from '../../../projections/registry.ts'
import type { AsOf } from '../../../projections/time/standing-fact.ts'
import { TextWork } from '../../drafting/text-work.ts'
import { readAsOf } from '../as-of-read.ts'
import { TEXT_WORK } from '../openapi/problem-sets.ts'
import { BlameReply, ClauseHistoryReply } from '../replies/blame.ts'
import type { Service } from '../service.ts'

/** The place at which the words of a draft come from, and how a clause came to be. */
export function blame(app: FastifyInstance, service: Service): void {
  readAsOf(app, service, {
    path: '/drafts/:draft/revisions/:draftRevision/blame',
    id: 'getBlame',
    tag: 'Drafts',
    reply: BlameReply,
    example: { params: { draft: 'us-plan', draftRevision: 'us-plan-geneva' } },
    summary: 'What brought in each word of a draft revision',
    description:
      'For each run of words the revision, its proposers, meeting and evidence, and when; through moves, merges and splits.',
    params: { draft: Id, draftRevision: Id },
    problems: TEXT_WORK,
    read: ({ projections: { drafts }, asOf, negotiation }, { draft, draftRevision }) => {
      const lineage = drafts.lineage(draftRevision, asOf)
      if (lineage?.at(-1)?.opening.body.draft !== draft) return undefined
      return new TextWork(service.workers, negotiation).blame(lineage, asOf)
    },
  })

  readAsOf(app, service, {
    path: '/drafts/:draft/revisions/:draftRevision/clauses/:clause',
    id: 'getClauseHistory',
    tag: 'Drafts',
    reply: ClauseHistoryReply,
    summary: 'How a clause of a draft revision came to be, and who supported it when',
    params: { draft: Id, draftRevision: Id, clause: Id },
    example: {
      status: 404,
      params: { draft: 'us-plan', draftRevision: 'us-plan-geneva', clause: 'army-cap' },
    },
    problems: TEXT_WORK,
    read: async ({ projections, asOf, negotiation }, given) => {
      const { draft, draftRevision: revision, clause } = given
      const { drafts } = projections
      const lineage = drafts.lineage(revision, asOf)
      if (lineage?.at(-1)?.opening.body.draft !== draft) return undefined
      if (drafts.clause(revision, clause, asOf) === undefined) return undefined
      const work = new TextWork(service.workers, negotiation)
      const steps = await work.clauseHistory(clause, lineage, asOf)
      return { draft, revision, clause, steps, support: supportOf(projections, steps, asOf) }
    },
  })
}

/** The positions of parties on a clause, and on those that it was merged or split from. */
function supportOf({ stances }: Projections, steps: readonly ClauseStep[], asOf: AsOf) {
  const clauses = [...new Set(steps.map(({ clause }) => clause.id))]
  const subjects = clauses.map((id) => ({ kind: 'clause', id }) as const)
  return stances
    .parties(asOf.revision)
    .map((party) => ({ party, history: stances.history(party, subjects, asOf) }))
    .filter(({ history }) => history.length > 0)
}
