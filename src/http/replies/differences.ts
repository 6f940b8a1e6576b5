import { z } from 'zod'
import { Evidence, Id } from '../../../events/envelope.ts'
import { facts } from '../../../events/facts.ts'
import { Position } from '../../../events/statement.ts'
import type * as Shares from '../../../projections/differences/apart.ts'
import type * as Steps from '../../../projections/differences/convergence.ts'
import type * as Told from '../../../projections/differences/differences.ts'
import type * as Said from '../../../projections/differences/reported-differences.ts'
import type * as Stands from '../../../projections/differences/stand.ts'
import { Ids, RevisionNumber, ShownFact, Subject, ValidTime } from './common.ts'
import { Support } from './evidence.ts'
import { sameAs } from './same-as.ts'
import { LayerName, Stance } from './stances.ts'

const Parties = z.int().min(0)

const Share = z.number().min(0).max(1)

const Apart = sameAs<Shares.Apart>()(
  z.strictObject({
    for: Parties,
    against: Parties,
    neither: Parties.describe('Undecided, withdrawn or conflicting'),
    opposing: Parties.describe('Pairs of parties whose answers stand apart, in side or in number'),
    pairs: Parties.describe('All pairs of parties with a record'),
    apart: Share.describe('opposing / pairs; 0 where there is no pair'),
    surelyApart: Parties.describe('Pairs that stand apart whatever is uncertain'),
    possiblyApart: Parties.describe('Pairs that only may stand apart'),
    apartLeast: Share.describe('surelyApart / pairs'),
    apartMost: Share.describe('(surelyApart + possiblyApart) / pairs'),
  }),
)

const { commitment, redLine, quantity } = Position.shape

const Stand = sameAs<Stands.Stand>()(
  z
    .strictObject({
      party: Id,
      stance: Stance,
      basis: LayerName.nullable(),
      possibly: z.boolean(),
      disputed: z
        .literal(true)
        .exactOptional()
        .describe('There where a report contradicts it: it counts on its declared side'),
      ...{ commitment, redLine, quantity },
      support: Support,
    })
    .meta({ id: 'Stand' }),
)

const stands = z.array(Stand)

const Difference = sameAs<Told.Difference>()(
  z
    .strictObject({
      ...Apart.shape,
      subject: Subject,
      in: z.array(z.enum(['side', 'number'])).describe('In what the parties stand apart'),
      stands: z.strictObject({ for: stands, against: stands, neither: stands }),
      spread: z
        .array(z.strictObject({ unit: z.string(), least: z.string(), greatest: z.string() }))
        .describe(
          'The least and the greatest number that parties name, by unit, as exact decimals',
        ),
    })
    .meta({ id: 'Difference' }),
)

const { statement, speaker, attribution } = facts['statement.recorded'].body.shape

const ReportedDifferences = sameAs<Said.ReportedDifferences>()(
  z
    .strictObject({
      ...ShownFact.shape,
      statement,
      atLeast: z.int().exactOptional(),
      between: Ids.exactOptional(),
      issues: Ids,
      layer: LayerName,
      speaker,
      onBehalfOf: Id.nullable(),
      attribution,
      evidence: z.array(Evidence),
      support: Support,
    })
    .meta({ id: 'ReportedDifferences' }),
)

export const DifferencesReply = sameAs<Told.DifferencesReply>()(
  z.strictObject({
    computed: z.array(Difference).describe('From where the parties stand'),
    reported: z.array(ReportedDifferences).describe('What somebody says is open'),
  }),
)

const ValidTimeStep = sameAs<Steps.ValidTimeStep>()(
  z.strictObject({ ...Apart.shape, validTime: ValidTime.nullable() }),
)

const RevisionStep = sameAs<Steps.RevisionStep>()(
  z.strictObject({ ...Apart.shape, revision: RevisionNumber }),
)

export const ConvergenceReply = z.strictObject({
  subject: Subject,
  axis: z.enum(['validTime', 'revision']),
  steps: z.union([z.array(ValidTimeStep), z.array(RevisionStep)]),
})
