import type { FastifyInstance } from 'fastify'
import { Id } from '../../../events/envelope.ts'
import { standingClause } from '../../../projections/drafts/clause.ts'
import type { ClauseStep } from '../../../projections/redline/clause-history.ts'
import type { Projections } from '../../../projections/registry.ts'
import { wordingWithStances } from '../../../projections/stances/on-wording.ts'
import type { AsOf } from '../../../projections/time/standing-fact.ts'
import { TextWork } from '../../drafting/text-work.ts'
import { readAsOf } from '../as-of-read.ts'
import { BOUNDED_WORK } from '../openapi/problem-sets.ts'
import { BlameReplySchema, ClauseHistoryReplySchema, ClauseReplySchema } from '../replies/blame.ts'
import { WordingReplySchema } from '../replies/wordings.ts'
import type { Service } from '../service.ts'

/** The origin of the words of a draft, and the history of a clause and of a wording. */
export function blameRoutes(app: FastifyInstance, service: Service): void {
  readAsOf(app, service, {
    path: '/drafts/:draft/revisions/:draftRevision/blame',
    id: 'getBlame',
    tag: 'Drafts',
    reply: BlameReplySchema,
    example: { params: { draft: 'us-plan', draftRevision: 'us-plan-geneva' } },
    summary: 'What brought in each word of a draft revision',
    description:
      'For each run of words the revision, its proposers, meeting and evidence, and when; through moves, merges and splits.',
    params: { draft: Id, draftRevision: Id },
    problems: BOUNDED_WORK,
    answer: (reading, { draft, draftRevision }) => {
      const { asOf, negotiation, leaving } = reading
      const { drafts } = reading.projections
      const lineage = drafts.lineage(draftRevision, asOf)
      if (lineage?.at(-1)?.opening.body.draft !== draft) return undefined
      return new TextWork(service.workers, negotiation, leaving).blame(lineage, asOf)
    },
  })

  readAsOf(app, service, {
    path: '/drafts/:draft/revisions/:draftRevision/clauses/:clause',
    id: 'getClauseHistory',
    tag: 'Drafts',
    reply: ClauseHistoryReplySchema,
    summary: 'How a clause of a draft revision came to be, and who supported it when',
    params: { draft: Id, draftRevision: Id, clause: Id },
    example: {
      status: 404,
      params: { draft: 'us-plan', draftRevision: 'us-plan-geneva', clause: 'army-cap' },
    },
    problems: BOUNDED_WORK,
    answer: async ({ projections, asOf, negotiation, leaving }, given) => {
      const { draft, draftRevision: revision, clause } = given
      const { drafts } = projections
      const lineage = drafts.lineage(revision, asOf)
      if (lineage?.at(-1)?.opening.body.draft !== draft) return undefined
      if (drafts.clause(revision, clause, asOf) === undefined) return undefined
      const work = new TextWork(service.workers, negotiation, leaving)
      const steps = await work.clauseHistory(clause, lineage, asOf)
      return { draft, revision, clause, steps, support: supportOf(projections, steps, asOf) }
    },
  })

  readAsOf(app, service, {
    path: '/clauses/:clause',
    id: 'getClause',
    tag: 'Drafts',
    reply: ClauseReplySchema,
    summary: 'One clause at a moment: its words, who stands where on it, and how it came to be',
    description:
      'As the current text that has it says; where none has it, as the one from which it went.',
    params: { clause: Id },
    example: { status: 404, params: { clause: 'army-cap' } },
    problems: BOUNDED_WORK,
    answer: async ({ projections, asOf, negotiation, leaving }, { clause }) => {
      const { drafts, stances } = projections
      const texts = drafts.wordings
        .currentTexts(asOf)
        .filter((one) => one.content.clauses.get(clause))
      const text =
        texts.find(({ content }) => standingClause(content, clause) !== undefined) ?? texts[0]
      if (text === undefined) return undefined
      const { draft, revision } = text.opening.body
      const found = drafts.clause(revision, clause, asOf)
      const lineage = drafts.lineage(revision, asOf)
      if (found === undefined || lineage === undefined) return undefined
      const work = new TextWork(service.workers, negotiation, leaving)
      const steps = await work.clauseHistory(clause, lineage, asOf)
      return {
        ...{ draft, revision, clause: found, steps },
        stances: stances.onSubject({ kind: 'clause', id: clause }, asOf),
        support: supportOf(projections, steps, asOf),
      }
    },
  })

  readAsOf(app, service, {
    path: '/wordings/:wording',
    id: 'getWording',
    tag: 'Drafts',
    reply: WordingReplySchema,
    summary: 'Words in brackets at a moment: where they stand, who is for them, and since when',
    params: { wording: Id },
    example: { status: 404, params: { wording: 'or-twice' } },
    answer: ({ projections, asOf }, { wording }) => wordingWithStances(projections, wording, asOf),
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
