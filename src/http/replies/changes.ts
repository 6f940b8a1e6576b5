import { z } from 'zod'
import { EventId, Evidence, Id, UncertainDate } from '../../../events/envelope.ts'
import { Quantity } from '../../../events/quantity.ts'
import { Speaker } from '../../../events/statement.ts'
import type * as Told from '../../../projections/changes/changes-reply.ts'
import type * as IssueMoves from '../../../projections/changes/issue-changes.ts'
import type * as Causes from '../../../projections/changes/stance-causes.ts'
import type * as Moves from '../../../projections/changes/stance-changes.ts'
import {
  differing,
  EventTypeName,
  FactTypeName,
  Ids,
  RevisionNumber,
  StartingMoment,
  Subject,
  Time,
} from './common.ts'
import { DraftStatus } from './drafts.ts'
import { SourceStatus, Support } from './evidence.ts'
import { Issue } from './issues.ts'
import { Certainty, MeetingState } from './meetings.ts'
import { NegotiationState } from './negotiation.ts'
import { PartyStatus } from './parties.ts'
import { sameAs } from './same-as.ts'
import { LayerName, PositionView, Stance } from './stances.ts'

const { stance, layer, via, carriedBy, revision } = PositionView.shape

const Standing = z.strictObject({ stance, layer, via, carriedBy, revision })

const Conflict = z.tuple([Standing, Standing])

const StanceThen = sameAs<Moves.StanceThen>()(
  z
    .strictObject({
      stance: Stance,
      basis: LayerName.nullable(),
      commitment: z.string().nullable(),
      redLine: z.string().nullable(),
      number: Quantity.nullable(),
      condition: z.string().nullable(),
      support: Support.nullable(),
      conflict: Conflict.nullable(),
    })
    .meta({ id: 'StanceThen' }),
)

const Cause = sameAs<Causes.Cause>()(
  z
    .strictObject({
      type: EventTypeName,
      id: EventId,
      revision: RevisionNumber,
      statement: Id.nullable().describe('The statement that it records or takes back'),
      speaker: Speaker.nullable(),
      onBehalfOf: Id.nullable(),
      outlets: z.array(z.string()).describe('The publishers of the sources that it rests on'),
      occurred: UncertainDate,
      recordedAt: Time,
      evidence: z.array(Evidence),
    })
    .meta({ id: 'Cause' }),
)

const causes = z.array(Cause).describe('The entries that caused it')

const partValue = z.union([z.string(), Quantity, Conflict]).nullable()

const PartMove = sameAs<Moves.PartMove>()(
  z
    .strictObject({
      part: z.enum([
        ...([
          'stance',
          'number',
          'condition',
          'commitment',
          'redLine',
          'conflict',
          'support',
        ] as const),
      ]),
      before: partValue,
      after: partValue,
      causes,
    })
    .meta({ id: 'PartMove' }),
)

const StanceMove = z.enum([
  'moved',
  'firstRecorded',
  'noLongerRecorded',
  'basisChanged',
  'firmnessChanged',
])

const { state, title, proposition } = Issue.shape
const IssueThen = z.strictObject({ state, title, proposition })

const IssueChange = sameAs<IssueMoves.IssueChange>()(
  z.strictObject({
    ...differing(IssueThen),
    issue: Id,
    changes: z.array(z.enum(['raised', 'settled', 'reopened', 'reframed', 'noLongerRaised'])),
  }),
)

const MeetingThen = z.strictObject({
  state: MeetingState,
  certainty: Certainty.nullable(),
  place: z.string().nullable(),
  scheduled: z.string().nullable(),
  tookPlace: z.string().nullable(),
})

const DraftThen = z.strictObject({ status: DraftStatus, current: Id.nullable(), revisions: Ids })

const Recorded = z.strictObject({
  revision: RevisionNumber,
  id: EventId,
  actor: z.string(),
  recordedAt: Time,
  occurred: UncertainDate,
  type: EventTypeName,
})

const Changes = sameAs<Told.ChangesReply>()(
  z.strictObject({
    negotiation: z.strictObject(differing(NegotiationState)).nullable(),
    stances: z.array(
      z.strictObject({
        party: Id,
        subject: Subject,
        change: StanceMove,
        before: StanceThen,
        after: StanceThen,
        moves: z.array(PartMove).describe('Each part of the answer that moved'),
        causes,
      }),
    ),
    issues: z.array(IssueChange),
    drafts: z.array(
      z.strictObject({
        ...differing(DraftThen),
        draft: Id,
        title: z.string(),
        newRevisions: Ids,
      }),
    ),
    meetings: z.array(
      z.strictObject({ ...differing(MeetingThen), meeting: Id, title: z.string() }),
    ),
    parties: z.array(z.strictObject({ ...differing(PartyStatus), party: Id, name: z.string() })),
    sources: z.array(z.strictObject({ ...differing(SourceStatus), source: Id })),
    entries: z.strictObject({
      recorded: z.int().min(0),
      latest: z.array(Recorded),
      corrected: z.array(
        z.strictObject({
          change: z.enum(['corrected', 'voided', 'restored']),
          entry: RevisionNumber,
          id: EventId,
          type: FactTypeName,
          at: RevisionNumber.describe('The revision from which that is so'),
        }),
      ),
    }),
  }),
)

export const ChangesReply = z.strictObject({ from: StartingMoment, ...Changes.shape })
