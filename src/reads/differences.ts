import { z } from 'zod'
import { choice } from '../../events/choice.ts'
import { Evidence, Id } from '../../events/envelope.ts'
import { facts } from '../../events/facts.ts'
import { Position } from '../../events/position.ts'
import type * as Shares from '../../projections/differences/apart.ts'
import type * as Steps from '../../projections/differences/convergence.ts'
import type * as Told from '../../projections/differences/differences.ts'
import type * as Said from '../../projections/differences/reported-differences.ts'
import type * as Stands from '../../projections/differences/stand.ts'
import type { Pieces } from '../../projections/time/pieces.ts'
import { SubjectParameter } from '../http/contract.ts'
import { BOUNDED_WORK } from '../http/openapi/problem-sets.ts'
import {
  IdsSchema,
  PossiblySchema,
  RevisionNumberSchema,
  ShownFactSchema,
  SubjectSchema,
  ValidTimeSchema,
} from '../http/replies/common.ts'
import { SupportSchema } from '../http/replies/evidence.ts'
import { sameAs } from '../http/replies/same-as.ts'
import { LayerNameSchema, StanceSchema } from '../http/replies/stances.ts'
import { defineRead } from './read.ts'

const Parties = z.int().min(0)

const Share = z.number().min(0).max(1)

const Apart = sameAs<Shares.Apart>()(
  z.strictObject({
    for: Parties.describe('Parties that are for the subject'),
    against: Parties.describe('Parties that are against it'),
    neither: Parties.describe('Undecided, withdrawn or conflicting'),
    opposing: Parties.describe('Pairs of parties whose answers stand apart, in side or in number'),
    pairs: Parties.describe('All pairs of parties with a record'),
    apart: Share.describe('opposing / pairs; 0 where there is no pair'),
    surelyApart: Parties.describe('Pairs that stand apart whatever is uncertain'),
    possiblyApart: Parties.describe('Pairs that only may stand apart'),
    apartLeast: Share.describe(
      'The least share of pairs that stand apart, over all that is uncertain',
    ),
    apartMost: Share.describe(
      'The greatest share of pairs that stand apart, over all that is uncertain',
    ),
  }),
)

const { commitment, redLine, quantity } = Position.shape

const Stand = sameAs<Stands.Stand>()(
  z
    .strictObject({
      party: Id,
      stance: StanceSchema,
      basis: LayerNameSchema.nullable().describe('The layer that decides'),
      possibly: PossiblySchema,
      mayNotTakePart: z
        .literal(true)
        .exactOptional()
        .describe('Present if it may not take part then: its listing, end or role is uncertain'),
      disputed: z
        .literal(true)
        .exactOptional()
        .describe('Present if a report contradicts it: it counts on its declared side'),
      ...{ commitment, redLine, quantity },
      support: SupportSchema,
    })
    .meta({ id: 'Stand', description: 'Where one party stands in a difference' }),
)

const stands = z.array(Stand)

const Difference = sameAs<Told.Difference>()(
  z
    .strictObject({
      ...Apart.shape,
      subject: SubjectSchema,
      in: z
        .array(
          choice('In what parties stand apart', {
            side: 'One is for it and one against.',
            number: 'Both are for it, with numbers that exclude each other.',
          }),
        )
        .describe('In what the parties stand apart'),
      stands: z
        .strictObject({
          for: stands.describe('The parties for it, each with its answer'),
          against: stands.describe('The parties against it, each with its answer'),
          neither: stands.describe('The parties on neither side, each with its answer'),
        })
        .describe('The compared parties by side'),
      spread: z
        .array(
          z.strictObject({
            unit: z.string().describe('What is counted'),
            least: z.string().describe('The least number that a party names'),
            greatest: z.string().describe('The greatest number that a party names'),
          }),
        )
        .describe(
          'The least and the greatest number that parties name, by unit, as exact decimals',
        ),
    })
    .meta({ id: 'Difference', description: 'A subject on which parties stand apart' }),
)

const { statement, speaker, attribution } = facts['statement.recorded'].body.shape

const ReportedDifferences = sameAs<Said.ReportedDifferences>()(
  z
    .strictObject({
      ...ShownFactSchema.shape,
      statement,
      atLeast: z.int().exactOptional().describe('How many are said to be open at the least'),
      between: IdsSchema.exactOptional().describe(
        'The parties between whom they are said to be open',
      ),
      issues: IdsSchema,
      layer: LayerNameSchema,
      speaker,
      onBehalfOf: Id.nullable(),
      attribution,
      evidence: z.array(Evidence).describe('The sources of the statement'),
      support: SupportSchema,
    })
    .meta({ id: 'ReportedDifferences', description: 'Differences that a statement says are open' }),
)

const ValidTimeStep = sameAs<Steps.ValidTimeStep>()(
  z.strictObject({
    ...Apart.shape,
    validTime: ValidTimeSchema.nullable().describe(
      'From this time on; null for the beginning of time',
    ),
  }),
)

const RevisionStep = sameAs<Steps.RevisionStep>()(
  z.strictObject({ ...Apart.shape, revision: RevisionNumberSchema }),
)

export const differencesRead = defineRead({
  path: '/differences',
  id: 'getDifferences',
  tag: 'Stances',
  summary: 'On what the parties stand apart: by their stances and, apart from that, as is said',
  reply: sameAs<Told.DifferencesReply>()(
    z.strictObject({
      computed: z.array(Difference).describe('From where the parties stand'),
      reported: z.array(ReportedDifferences).describe('What somebody says is open'),
    }),
  ),
  problems: BOUNDED_WORK,
  *answer({ projections: { differences, stances }, asOf, bound }) {
    const cells = differences.compared(asOf).size * stances.subjects(asOf.revision).length
    bound(cells, 'ask for the stances on one subject (/stances?subject={kind}:{id})')
    return yield* differences.at(asOf)
  },
})

export const convergenceRead = defineRead({
  path: '/convergence',
  id: 'getConvergence',
  tag: 'Stances',
  summary: 'How far the parties stand apart on a subject, step by step along one axis',
  query: {
    subject: SubjectParameter,
    axis: z.enum(['validTime', 'revision']).default('validTime').describe('What the steps follow'),
  },
  example: { query: { subject: 'issue:nato' } },
  reply: z.strictObject({
    subject: SubjectSchema,
    axis: choice('The axis along which the steps go', {
      validTime: 'In the world, as known after one revision.',
      revision: 'In what was known, of one time in the world.',
    }),
    steps: z
      .union([z.array(ValidTimeStep), z.array(RevisionStep)])
      .describe('One for each point at which a share changes'),
  }),
  problems: BOUNDED_WORK,
  *answer({ projections: { convergence }, asOf, bound }, { subject, axis }) {
    // A series compares the cells of all parties again at each step.
    const at = 'the stances on the subject at single moments (/stances?subject={kind}:{id})'
    const remedy = `ask for ${at}, or for the series up to an earlier revision (?revision=)`
    const boundSteps = (cells: number) => bound(cells, remedy)
    const steps: Pieces<Steps.ValidTimeStep[] | Steps.RevisionStep[]> =
      axis === 'validTime'
        ? convergence.overValidTime(subject, asOf.revision, boundSteps)
        : convergence.overRevisions(subject, asOf, boundSteps)
    return { subject, axis, steps: yield* steps }
  },
})
