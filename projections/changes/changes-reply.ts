import type { EventMeta, EventType } from '../../events/registry.ts'
import type { Differing } from '../differences/differing.ts'
import type { DraftStatus } from '../drafts/draft-reply.ts'
import type { SourceStatus } from '../evidence/source-standing.ts'
import type { MeetingReply } from '../meetings/meeting-reply.ts'
import type { NegotiationState } from '../negotiation.ts'
import type { PartyStatus } from '../parties/parties.ts'
import type { NamedIds } from '../time/named-ids.ts'
import type { CorrectedEntry } from './corrected-entries.ts'
import type { IssueChange } from './issue-changes.ts'
import type { ReleasedEntry } from './released-entries.ts'
import type { StanceChange } from './stance-changes.ts'

export type MeetingThen = Pick<
  MeetingReply,
  'state' | 'certainty' | 'place' | 'scheduled' | 'tookPlace'
>

export interface DraftThen {
  readonly status: DraftStatus
  /** The current revision, and all of them in valid-time order. */
  readonly draftRevision: string | null
  readonly revisions: readonly string[]
}

/** The differences between two points. Lists are empty where nothing differs. */
export interface ChangesReply {
  readonly negotiation: Differing<NegotiationState> | null
  readonly stances: readonly StanceChange[]
  readonly issues: readonly IssueChange[]
  readonly drafts: readonly (Differing<DraftThen> & {
    readonly draft: string
    readonly title: string
    /** Those that do not count at the earlier point. */
    readonly newRevisions: readonly string[]
  })[]
  readonly meetings: readonly (Differing<MeetingThen> & {
    readonly meeting: string
    readonly title: string
  })[]
  readonly parties: readonly (Differing<PartyStatus> & {
    readonly party: string
    readonly name: string
  })[]
  /** Sources whose outlets amended them. */
  readonly sources: readonly (Differing<SourceStatus> & { readonly source: string })[]
  readonly entries: {
    /** The number of entries recorded, corrections included, and the latest of them, the last first. */
    readonly recorded: number
    readonly latest: readonly (Omit<EventMeta, 'level'> & NamedIds & { readonly type: EventType })[]
    /** A fact that a correction, or the undoing of one, put in the place of an earlier entry. */
    readonly corrected: readonly CorrectedEntry[]
    /** Earlier entries that were made public: new to whoever could not read them. */
    readonly released: readonly ReleasedEntry[]
  }
}
