import { z } from 'zod'
import { choice } from '../../events/choice.ts'
import { EventId, Evidence, Id, UncertainDate } from '../../events/envelope.ts'
import { Quantity } from '../../events/quantity.ts'
import { Speaker } from '../../events/speaker.ts'
import type * as Told from '../../projections/changes/changes-reply.ts'
import type * as IssueMoves from '../../projections/changes/issue-changes.ts'
import type * as Released from '../../projections/changes/released-entries.ts'
import type * as Causes from '../../projections/changes/stance-causes.ts'
import * as Moves from '../../projections/changes/stance-changes.ts'
import { fromQuery } from '../http/as-of/from-point.ts'
import { BOUNDED_WORK } from '../http/openapi/problem-sets.ts'
import {
  EventTypeNameSchema,
  FactTypeNameSchema,
  IdsSchema,
  ImportedAtSchema,
  namedIdMembers,
  ParamsSchema,
  RevisionNumberSchema,
  StartingMomentSchema,
  SubjectSchema,
  TimeSchema,
  withDifferences,
} from '../http/replies/common.ts'
import { DraftStatusSchema } from '../http/replies/drafts.ts'
import { SourceStatusSchema, SupportSchema } from '../http/replies/evidence.ts'
import { sameAs } from '../http/replies/same-as.ts'
import { LayerNameSchema, PositionViewSchema, StanceSchema } from '../http/replies/stances.ts'
import { IssueSchema } from './issues.ts'
import { CertaintySchema, MeetingStateSchema } from './meetings.ts'
import { shownMoment } from './moment.ts'
import { NegotiationStateSchema } from './negotiation.ts'
import { PartyStatusSchema } from './parties.ts'
import { defineRead } from './read.ts'
import { HeadlineCodeSchema } from './timeline.ts'

const { stance, layer, via, carriedBy, revision } = PositionViewSchema.shape

const Standing = z.strictObject({ stance, layer, via, carriedBy, revision })

const Conflict = z.tuple([Standing, Standing])

const StanceThen = sameAs<Moves.StanceThen>()(
  z
    .strictObject({
      stance: StanceSchema,
      basis: LayerNameSchema.nullable().describe('The layer that decides; null without a record'),
      commitment: z.string().nullable().describe('How far the party binds itself'),
      redLine: z.string().nullable().describe('Says if the party calls it a limit'),
      number: Quantity.nullable().describe('The number that the party names'),
      condition: z.string().nullable().describe('On what the position depends'),
      fit: PositionViewSchema.shape.fit.unwrap().nullable(),
      support: SupportSchema.nullable(),
      conflict: Conflict.nullable().describe('Both sides, if they stand against each other'),
    })
    .meta({ id: 'StanceThen', description: 'All parts of a stance at one of the two points' }),
)

const Cause = sameAs<Causes.Cause>()(
  z
    .strictObject({
      type: EventTypeNameSchema,
      id: EventId,
      revision: RevisionNumberSchema,
      ...namedIdMembers,
      statement: Id.nullable().describe(
        'The statement that it records, takes back, or ends the position of',
      ),
      speaker: Speaker.nullable().describe('Whose words they are; null for an act in a draft'),
      onBehalfOf: Id.nullable().describe('The party for which it was said'),
      outlets: z.array(z.string()).describe('The publishers of the sources that it rests on'),
      occurred: UncertainDate,
      recordedAt: TimeSchema,
      evidence: z.array(Evidence).describe('The sources that report it'),
    })
    .meta({ id: 'Cause', description: 'An entry that caused a change' }),
)

const causes = z.array(Cause).describe('The entries that caused it')

const partValue = z.union([z.string(), Quantity, Conflict]).nullable()

const PartMove = sameAs<Moves.PartMove>()(
  z
    .strictObject({
      part: choice('The part of the answer that moved', Moves.PARTS),
      before: partValue.describe(
        'The part at the earlier point; of a position first recorded since, as it was first',
      ),
      after: partValue.describe('The part at the later point'),
      causes,
    })
    .meta({ id: 'PartMove', description: 'One part of a stance that moved' }),
)

const StanceMove = choice('What became of the stance between the points', {
  moved: 'The stance, its number, condition, fit, conflict or support is another.',
  firstRecorded: 'There was no record before; this is no move.',
  noLongerRecorded: 'There is no record any more.',
  basisChanged: 'Only the layer that decides is another.',
  firmnessChanged: 'Only commitment or red line is another.',
})

const { state, title, proposition } = IssueSchema.shape
const IssueThen = z.strictObject({ state, title, proposition })

const IssueChange = sameAs<IssueMoves.IssueChange>()(
  z.strictObject({
    ...withDifferences(IssueThen),
    issue: Id,
    changes: z
      .array(
        choice('What became of the issue', {
          raised: 'It is there for the first time.',
          settled: 'It was agreed or dropped.',
          reopened: 'It is contested again.',
          reframed: 'Its title or proposition is another.',
          noLongerRaised: 'It is there no longer.',
        }),
      )
      .describe('All that became of the issue between the points'),
  }),
)

const MeetingThen = z.strictObject({
  state: MeetingStateSchema,
  certainty: CertaintySchema.nullable().describe('How firmly it is announced'),
  place: z.string().nullable().describe('Where it is held'),
  scheduled: UncertainDate.nullable().describe('When it is planned for'),
  tookPlace: UncertainDate.nullable().describe('When it began'),
})

const DraftThen = z.strictObject({
  status: DraftStatusSchema,
  draftRevision: Id.nullable().describe('Its latest revision'),
  revisions: IdsSchema,
})

const Recorded = z.strictObject({
  ...namedIdMembers,
  revision: RevisionNumberSchema,
  id: EventId,
  actor: z.string().describe('The principal that recorded it'),
  recordedAt: TimeSchema,
  importedAt: ImportedAtSchema.exactOptional(),
  occurred: UncertainDate,
  type: EventTypeNameSchema,
})

const ReleasedEntry = sameAs<Released.ReleasedEntry>()(
  z
    .strictObject({
      entry: RevisionNumberSchema,
      id: EventId,
      ...namedIdMembers,
      type: EventTypeNameSchema,
      at: RevisionNumberSchema.describe('The revision from which it is public'),
      headline: z
        .strictObject({
          code: HeadlineCodeSchema.describe('The type of the fact that the entry states'),
          params: ParamsSchema,
        })
        .nullable()
        .describe('The entry in one line, as data; null if it takes another entry out'),
    })
    .meta({ id: 'ReleasedEntry', description: 'An entry that was made public' }),
)

const Changes = sameAs<Told.ChangesReply>()(
  z.strictObject({
    negotiation: z
      .strictObject(withDifferences(NegotiationStateSchema))
      .nullable()
      .describe('The change of the state of the talks; null if there is none'),
    stances: z
      .array(
        z.strictObject({
          party: Id,
          subject: SubjectSchema,
          change: StanceMove,
          before: StanceThen,
          after: StanceThen,
          moves: z.array(PartMove).describe('Each part of the answer that moved'),
          causes,
        }),
      )
      .describe('The stances that changed, by party and subject'),
    issues: z.array(IssueChange).describe('The issues that changed'),
    drafts: z
      .array(
        z.strictObject({
          ...withDifferences(DraftThen),
          draft: Id,
          title: z.string().describe('What the draft is called'),
          newRevisions: IdsSchema,
        }),
      )
      .describe('The drafts that changed'),
    meetings: z
      .array(
        z.strictObject({
          ...withDifferences(MeetingThen),
          meeting: Id,
          title: z.string().describe('What the meeting is called'),
        }),
      )
      .describe('The meetings that changed'),
    parties: z
      .array(
        z.strictObject({
          ...withDifferences(PartyStatusSchema),
          party: Id,
          name: z.string().describe('The name of the party'),
        }),
      )
      .describe('The parties that came or went'),
    sources: z
      .array(z.strictObject({ ...withDifferences(SourceStatusSchema), source: Id }))
      .describe('The sources that came, or that their outlets amended'),
    entries: z
      .strictObject({
        recorded: z.int().min(0).describe('How many events were recorded between the points'),
        latest: z.array(Recorded).describe('The last of those events, the latest first'),
        corrected: z
          .array(
            z.strictObject({
              change: choice('What a correction did to the entry', {
                corrected: 'Another fact was put in its place.',
                voided: 'It was taken out.',
                restored: 'A correction of it was undone.',
              }),
              entry: RevisionNumberSchema,
              id: EventId,
              ...namedIdMembers,
              type: FactTypeNameSchema,
              at: RevisionNumberSchema.describe('The revision from which that is so'),
            }),
          )
          .describe('The entries that were put right'),
        released: z
          .array(ReleasedEntry)
          .describe('Earlier entries that were made public: new to whoever could not read them'),
      })
      .describe('What was recorded between the points'),
  }),
)

export const changesRead = defineRead({
  path: '/changes',
  id: 'getChanges',
  tag: 'Story',
  summary: 'What moved between two points of either axis',
  query: fromQuery,
  example: { query: { fromRevision: '20' } },
  reply: z.strictObject({ from: StartingMomentSchema, ...Changes.shape }),
  problems: BOUNDED_WORK,
  *answer({ projections: { changes }, asOf, start, bound }, given) {
    const from = start(given)
    const boundCells = (cells: number) =>
      bound(cells, 'compare the replies on one party (/stances/{party}) at the two points')
    return { from: shownMoment(from), ...(yield* changes.between(from, asOf, boundCells)) }
  },
})
