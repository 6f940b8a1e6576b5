import { z } from 'zod'
import { Evidence, Id } from '../../events/envelope.ts'
import type * as Told from '../../projections/blame/blame-reply.ts'
import { standingClause } from '../../projections/drafts/clause.ts'
import type * as Steps from '../../projections/redline/clause-history.ts'
import type { Projections } from '../../projections/registry.ts'
import type { AsOf } from '../../projections/time/standing-fact.ts'
import { BOUNDED_WORK } from '../http/openapi/problem-sets.ts'
import { ClauseInTextSchema } from '../http/replies/clause.ts'
import { IdsSchema, ShownFactSchema } from '../http/replies/common.ts'
import { ClauseChangeSchema, RunSchema } from '../http/replies/redline.ts'
import { sameAs } from '../http/replies/same-as.ts'
import { HeldPositionSchema } from '../http/replies/stance-history.ts'
import { StanceCellSchema } from '../http/replies/stances.ts'
import { defineRead, onceMade } from './read.ts'

const origin = {
  draft: Id,
  draftRevision: Id,
  title: z.string().nullable().describe('What the revision is called, if it has a name'),
  proposers: IdsSchema.describe('Of the operations, where they name any, else of the revision'),
  meeting: Id.nullable(),
  evidence: z.array(Evidence).describe('The sources of the revision'),
  fact: ShownFactSchema,
}

const BlameOrigin = sameAs<Told.BlameOrigin>()(
  z
    .strictObject(origin)
    .meta({ id: 'BlameOrigin', description: 'A revision that brought in words' }),
)

const BlameRun = z
  .strictObject({
    text: z.string().describe('The words of the run'),
    origin: z.int().min(0).describe('Its place in origins'),
  })
  .meta({ id: 'BlameRun', description: 'A run of words of one origin' })

export const blameRead = defineRead({
  path: '/drafts/:draft/revisions/:draftRevision/blame',
  id: 'getBlame',
  tag: 'Drafts',
  summary: 'What brought in each word of a draft revision',
  description:
    'For each run of words the revision, its proposers, meeting and evidence, and when; through moves, merges and splits.',
  params: { draft: Id, draftRevision: Id },
  example: { params: { draft: 'us-plan', draftRevision: 'us-plan-geneva' } },
  reply: sameAs<Told.DraftBlame>()(
    z.strictObject({
      draft: Id,
      draftRevision: Id,
      origins: z.array(BlameOrigin).describe('In the order in which they were recorded'),
      clauses: z
        .array(
          z.strictObject({
            clause: Id,
            depth: z.int().min(0).describe('How many clauses it stands within'),
            label: z.string().nullable().describe('Its printed number'),
            heading: z.array(BlameRun).describe('Its heading, run by run'),
            text: z.array(BlameRun).describe('Runs that together are the text exactly'),
          }),
        )
        .describe('In reading order'),
    }),
  ),
  problems: BOUNDED_WORK,
  answer: ({ projections, asOf, texts }, { draft, draftRevision }) => {
    const lineage = projections.drafts.lineage(draftRevision, asOf)
    if (lineage?.at(-1)?.opening.body.draft !== draft) return undefined
    return texts.blame(lineage, asOf)
  },
})

const { depth: _, ...members } = ClauseInTextSchema.shape

const ClauseStep = sameAs<Steps.ClauseStep>()(
  z
    .strictObject({
      ...origin,
      changes: z
        .array(ClauseChangeSchema)
        .describe('Beside the first text the revision was made from'),
      text: z
        .array(RunSchema)
        .describe('Its words beside those before; inserted are those blamed on the revision'),
      clause: z.strictObject(members).describe('As the revision left it'),
    })
    .meta({ id: 'ClauseStep', description: 'One revision in the history of a clause' }),
)

const ClauseHistory = z.strictObject({
  draft: Id,
  draftRevision: Id.describe('The draft revision whose clause it is'),
  clause: Id,
  steps: z.array(ClauseStep).describe('The latest first, through merges, splits and every parent'),
  support: z
    .array(
      z.strictObject({
        party: Id,
        history: z.array(HeldPositionSchema).describe('Its positions, in the order of their start'),
      }),
    )
    .describe(
      'Every position any party ever had on the clause, or one it was merged or split from',
    ),
})

export const clauseHistoryRead = defineRead({
  path: '/drafts/:draft/revisions/:draftRevision/clauses/:clause',
  id: 'getClauseHistory',
  tag: 'Drafts',
  summary: 'How a clause of a draft revision came to be, and who supported it when',
  params: { draft: Id, draftRevision: Id, clause: Id },
  example: {
    status: 404,
    params: { draft: 'us-plan', draftRevision: 'us-plan-geneva', clause: 'army-cap' },
  },
  reply: ClauseHistory,
  problems: BOUNDED_WORK,
  answer: ({ projections, asOf, texts }, { draft, draftRevision, clause }) => {
    const lineage = projections.drafts.lineage(draftRevision, asOf)
    if (lineage?.at(-1)?.opening.body.draft !== draft) return undefined
    if (projections.drafts.clause(draftRevision, clause, asOf) === undefined) return undefined
    return onceMade(texts.clauseHistory(clause, lineage, asOf), (steps) => {
      return { draft, draftRevision, clause, steps, support: supportOf(projections, steps, asOf) }
    })
  },
})

export const clauseRead = defineRead({
  path: '/clauses/:clause',
  id: 'getClause',
  tag: 'Drafts',
  summary: 'One clause at a moment: its words, who stands where on it, and how it came to be',
  description:
    'As the current text that has it says; where none has it, as the one from which it went.',
  params: { clause: Id },
  example: { status: 404, params: { clause: 'army-cap' } },
  reply: z.strictObject({
    draft: Id,
    draftRevision: Id.describe('The draft revision whose clause it is: the current text'),
    clause: z.strictObject(members).describe('As that revision has it'),
    stances: z
      .array(StanceCellSchema)
      .describe('Where each party stands on the clause and its wordings'),
    steps: ClauseHistory.shape.steps,
    support: ClauseHistory.shape.support,
  }),
  problems: BOUNDED_WORK,
  answer: ({ projections, asOf, texts }, { clause }) => {
    const { drafts, stances } = projections
    const found = drafts.wordings
      .currentTexts(asOf)
      .filter(({ content }) => content.clauses.get(clause))
    const text =
      found.find(({ content }) => standingClause(content, clause) !== undefined) ?? found[0]
    if (text === undefined) return undefined
    const { draft, revision: draftRevision } = text.opening.body
    const told = drafts.clause(draftRevision, clause, asOf)
    const lineage = drafts.lineage(draftRevision, asOf)
    if (told === undefined || lineage === undefined) return undefined
    return onceMade(texts.clauseHistory(clause, lineage, asOf), (steps) => ({
      ...{ draft, draftRevision, clause: told, steps },
      stances: stances.onSubject({ kind: 'clause', id: clause }, asOf),
      support: supportOf(projections, steps, asOf),
    }))
  },
})

/** The positions of parties on a clause, and on those that it was merged or split from. */
function supportOf({ stances }: Projections, steps: readonly Steps.ClauseStep[], asOf: AsOf) {
  const clauses = [...new Set(steps.map(({ clause }) => clause.id))]
  const subjects = clauses.map((id) => ({ kind: 'clause', id }) as const)
  return stances
    .parties(asOf.revision)
    .map((party) => ({ party, history: stances.history(party, subjects, asOf) }))
    .filter(({ history }) => history.length > 0)
}
