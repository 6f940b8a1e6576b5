import type { UncertainDate } from '../../events/envelope.ts'
import type { FactBody } from '../../events/facts.ts'
import type { Renaming } from '../renamings.ts'
import type { ShownFact } from '../time/shown-fact.ts'
import type { Clause } from './clause.ts'
import type { UntakenSteps } from './text-parts.ts'

/** The way in which a draft stands; `withdrawn` where its proposers took it off the table. */
export type DraftStatus = FactBody<'draft.statusChanged'>['status'] | 'withdrawn'

/** `unknown`: we only heard of it; `incomplete`: more of it is to be recorded. */
export type Contents = 'known' | 'unknown' | 'incomplete'

/** One state of a draft, without its text. */
export interface DraftRevision {
  readonly draft: string
  readonly draftRevision: string
  readonly title: string | null
  /** True if we have its text, or were told of it. */
  readonly kind: 'attested' | 'reported'
  readonly contents: Contents
  /** The revisions that it was made from; the first gives the text that its operations change. */
  readonly basis: readonly string[]
  /** Present if the text that it was made from is not known. */
  readonly basisUnknown?: true
  /** Of an attested revision, the reported one whose text it is. */
  readonly attests: string | null
  /** Of a reported revision, the attested one whose text it turned out to have. */
  readonly attestedBy: string | null
  readonly proposers: readonly string[]
  readonly meeting: string | null
  /** Of a reported revision: how many points it is said to have, and what was said of it. */
  readonly points: number | null
  readonly description: string | null
  /** The digest of the file from which its text was read, `sha-256:…`; null without one. */
  readonly digest: string | null
  /** A status given to this revision in particular. */
  readonly status: DraftStatus | null
  /** The other status that this revision may have, where dates leave it open. */
  readonly statusOrElse?: DraftStatus
  /** The one that it is made from and counts from, where that is later than it; else null. */
  readonly countsFrom: { readonly draftRevision: string; readonly occurred: UncertainDate } | null
  readonly fact: ShownFact
}

/** The name of a draft as a whole and is. */
export interface DraftNaming {
  readonly title: string
  /** BCP 47 tag of its texts; null where nobody said. */
  readonly language: string | null
  readonly proposers: readonly string[]
  /** All that opened it; null where that was voided. */
  readonly opened: ShownFact | null
}

/** That a party signed or initialled a draft: who for it, when, and which revision, where known. */
export interface Signature {
  readonly manner: 'signed' | 'initialled'
  readonly party: string
  readonly person: string | null
  readonly signedRevision: string | null
  readonly meeting: string | null
  readonly fact: ShownFact
}

/** A draft at a glance. */
export interface DraftSummary {
  readonly draft: string
  readonly title: string
  /** The renamings that changed its title by then, in valid-time order. */
  readonly renamings: readonly Renaming<'draft.renamed'>[]
  /** Of its texts, as a BCP 47 tag; null where nobody said. */
  readonly language: string | null
  readonly proposers: readonly string[]
  /** The latest status given to the draft as a whole; one that only possibly ends it left out. */
  readonly status: DraftStatus
  /** Present where no fact of the draft is sure to have come about, or the status may be another. */
  readonly possibly?: true
  /** The other status that it may have; absent where that is sure, or nothing may have come about. */
  readonly orElse?: DraftStatus
  /** The fact that gave it; null where the fact that opened the draft does not count yet. */
  readonly statusFact: ShownFact | null
  /** The signatures by then, in valid-time order, each by itself. */
  readonly signatures: readonly Signature[]
  /** The latest revision, whether we have its text or heard of it. */
  readonly current: DraftRevision | null
  /** The latest revision whose text we have: attested, or reported and attested by another. */
  readonly latestAttested: DraftRevision | null
}

export interface DraftWithText extends DraftSummary {
  /** The text of its current revision; if nobody has that, of the latest one that we have. */
  readonly content: DraftContent | null
}

export interface Draft extends DraftWithText {
  /** In valid-time order. */
  readonly revisions: readonly DraftRevision[]
}

/** A clause in its place in the text. */
export interface ClauseInText extends Clause {
  /** 0 at the top level. */
  readonly depth: number
}

/** The text of a draft revision. */
export interface DraftContent extends UntakenSteps {
  readonly draft: string
  readonly draftRevision: string
  readonly contents: Contents
  readonly basisUnknown?: true
  /** In reading order. */
  readonly clauses: readonly ClauseInText[]
}

/** The draft on the table: the one whose current revision is the latest, and those it competes with. */
export interface DraftsOnTable {
  readonly onTable: DraftWithText | null
  readonly competing: readonly DraftSummary[]
}
