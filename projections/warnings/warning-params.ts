import type { ClauseOperation } from '../../events/clause-operation.ts'
import type { NoParams } from '../../events/coded-message.ts'
import type { UncertainDate } from '../../events/envelope.ts'
import type { FactBody } from '../../events/facts.ts'
import type { Subject } from '../../events/position.ts'
import type { Quantity } from '../../events/quantity.ts'
import type { StepReason } from '../drafts/step-reason.ts'
import type { Deed, Referent } from './referent.ts'

interface OfParty {
  readonly party: string
  /** The fact in which the party acts. */
  readonly acts: Referent
}

interface OfStep {
  readonly op: ClauseOperation['op']
  readonly clause: string
  readonly revision: string
  readonly why: StepReason
  /** The number of further steps of the entry with the same code. */
  readonly more: number
}

interface OfAttested {
  readonly revision: string
  readonly attested: string
}

/** Parameters of the sentence of each code: ids, dates and numbers, never words of a language. */
export interface WarningParams {
  readonly speaker_not_accredited: {
    readonly person: string
    readonly party: string
    readonly statement: string
  }
  readonly meeting_not_convened: {
    readonly meeting: string
    readonly step: 'suspended' | 'resumed' | 'concluded'
    /** True if a convening is recorded, at a later date. */
    readonly isConvened: boolean
  }
  readonly party_not_listed: OfParty & {
    /** True if a listing is recorded, at a later date. */
    readonly isListed: boolean
  }
  readonly party_withdrawn: OfParty
  readonly numbers_disagree: {
    readonly of:
      | { readonly party: string; readonly subject: Subject; readonly unit: string }
      | { readonly draft: string }
    readonly reported: Quantity
    readonly other: Quantity
    /** Revision of the entry that reports the other. */
    readonly entry: number
  }
  readonly occurred_after_recording: { readonly entry: number; readonly occurred: UncertainDate }
  readonly negotiation_not_suspended: NoParams
  readonly negotiation_already_suspended: NoParams
  readonly quoted_source_corrected: { readonly source: string }
  readonly amendment_without_effect: {
    readonly source: string
    readonly amendment: FactBody<'source.amended'>['amendment']
    /** The reason: the source was killed before, or was not held. */
    readonly because: 'killed' | 'not_held'
  }
  readonly dates_contradict:
    | {
        readonly rule: 'before_meeting' | 'after_meeting'
        readonly deed: Deed
        readonly meeting: string
      }
    | {
        readonly rule: 'before_basis' | 'before_subject'
        readonly deed: Deed
        readonly of: Referent
      }
    | { readonly rule: 'after_report'; readonly deed: Deed; readonly source: string }
    | { readonly rule: 'before_repeated'; readonly source: string; readonly repeated: string }
    | { readonly rule: 'accreditation_ends'; readonly person: string; readonly party: string }
    | {
        readonly rule: 'position_ends'
        readonly party: string
        readonly subject: Subject
        readonly statement: string
      }
  readonly nothing_to_undo: { readonly deed: Deed; readonly of: Referent }
  readonly session_dates_changed: { readonly meeting: string; readonly statements: number }
  readonly retracted_by_other: { readonly party: string; readonly statement: string }
  readonly quote_ambiguous: {
    readonly source: string
    readonly places: number
    /** True if there may be more places than were counted. */
    readonly orMore: boolean
    /** The first words of the quote. */
    readonly quote: string
  }
  readonly operation_without_effect: OfStep
  readonly operation_displaced: OfStep
  readonly basis_unknown: {
    readonly revision: string
    readonly basis: string
    readonly why: 'not_told' | 'basis_unknown' | 'text_unknown'
  }
  readonly basis_circular: {
    readonly revision: string
    /** The revision that it is made from and attests, of a circle of two. */
    readonly attested?: string
    /** The other revisions of the circle, the first of them. */
    readonly through: readonly string[]
    /** The number of those that `through` leaves out. */
    readonly more: number
  }
  readonly attested_has_text: OfAttested
  readonly attested_in_other_draft: OfAttested & {
    readonly draft: string
    /** The draft of the attested revision. */
    readonly attestedDraft: string
  }
  readonly attested_twice: OfAttested & { readonly earlier: string }
  readonly revision_complete_already: {
    readonly revision: string
    readonly step: 'continued' | 'completed'
  }
  readonly entry_left_out: { readonly views: readonly string[] }
}
