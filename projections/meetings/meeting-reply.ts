import type { UncertainDate } from '../../events/envelope.ts'
import type { FactBody, FactType } from '../../events/facts.ts'
import type { Renaming } from '../renamings.ts'
import type { ShownFact } from '../time/shown-fact.ts'
import type { StandingFact } from '../time/standing-fact.ts'

export type MeetingFact = StandingFact<
  Exclude<Extract<FactType, `meeting.${string}`>, 'meeting.renamed'>
>

export type MeetingState =
  | 'announced'
  | 'postponed'
  | 'cancelled'
  | 'denied'
  | 'convened'
  | 'suspended'
  | 'concluded'

export type MeetingCertainty = FactBody<'meeting.announced'>['certainty']
export type MeetingOrder = NonNullable<MeetingFact['body']['opens']>['kind']

export interface Participant {
  readonly party?: string
  readonly person?: string
}

/** One thing that was said of a meeting. */
export interface MeetingStep extends ShownFact {
  readonly certainty: MeetingCertainty | null
  readonly announcedBy?: string
  readonly place?: string
  readonly note?: string
  readonly scheduled?: UncertainDate
  /** The time at which it was planned for until then; given where this entry changed it. */
  readonly scheduledBefore: UncertainDate | null
}

/** A meeting as its facts make it. */
export interface MeetingFold {
  readonly state: MeetingState
  /** Present where no fact of the meeting is sure to have come about, or the state may be another. */
  readonly possibly?: true
  /** The other state that it may be in; absent where the state is sure, or nothing may have come about. */
  readonly orElse?: MeetingState
  /** The fact that brought it into that state. */
  readonly stateFact: ShownFact
  /** The certainty of the latest announcement was, where the state is `announced`. */
  readonly certainty: MeetingCertainty | null
  readonly announcedBy: readonly string[]
  /** The planned date; null where it was put off to no date, or none was ever given. */
  readonly scheduled: UncertainDate | null
  /** The fact that says so. */
  readonly scheduledFact: ShownFact | null
  /** The other plan that it may have, where dates leave the order open: for a date, or for none. */
  readonly scheduledOrElse?: { readonly scheduled: UncertainDate | null }
  readonly place: string | null
  /** The date of its convening or, where that is not recorded, the first sign that it took place. */
  readonly tookPlace: UncertainDate | null
  /** The fact that says so. */
  readonly tookPlaceFact: ShownFact | null
  readonly participants: readonly Participant[]
  /** In valid-time order. */
  readonly history: readonly MeetingStep[]
}

export interface MeetingReply extends MeetingFold {
  readonly meeting: string
  readonly title: string
  readonly kind: MeetingOrder
  /** The session or round that it belongs to. */
  readonly partOf: string | null
  /** The renamings that changed the title or kind by then, in valid-time order. */
  readonly renamings: readonly Renaming<'meeting.renamed'>[]
}

export interface MeetingWithParts extends MeetingReply {
  /** The meetings that belong to it, in the order of `Meetings.list`. */
  readonly parts: readonly MeetingWithParts[]
}
