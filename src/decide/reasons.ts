import type { CodedMessage, NoParams } from '../../events/coded-message.ts'
import type { SchemaReasonParams } from '../../events/schema-reasons.ts'
import type { Kind } from './claim.ts'

interface OfTarget {
  readonly target: string
}

interface OfParty {
  readonly party: string
}

/** The parties for which a recorder may record. */
interface OfOwn {
  readonly own: readonly string[]
}

/** The ledger of which a role is. */
type Place = 'negotiation' | 'service'

/** Something whose number has a limit. */
export type LimitedCount =
  | { readonly kind: 'acts_of_entry' | 'positions_of_voices' }
  | { readonly kind: 'acts_of_revision'; readonly revision: string }
  | { readonly kind: 'retractions' | 'ends_of_position'; readonly statement: string }

/** The reasons against recording something, each with what its sentence names. */
export interface ReasonParams extends SchemaReasonParams {
  readonly no_negotiation: NoParams
  readonly no_command: NoParams
  readonly faults_not_read: NoParams
  readonly more_faults: { readonly count: number }
  readonly opening_taken: NoParams
  readonly id_taken: { readonly kind: Kind; readonly id: string }
  readonly id_unknown: { readonly kind: Kind; readonly id: string }
  readonly id_above_level: { readonly kind: Kind; readonly id: string }
  readonly target_above_level: OfTarget
  readonly target_unknown: OfTarget & { readonly to: 'correct' | 'release' | 'erase' }
  readonly target_not_correctable: OfTarget
  readonly target_public: OfTarget
  readonly target_erased: OfTarget
  readonly target_not_erasable: OfTarget
  readonly no_grouping: OfParty
  readonly is_grouping: OfParty
  readonly stays_grouping: OfParty
  readonly too_many: {
    readonly counted: LimitedCount
    readonly total: number
    readonly most: number
  }
  readonly session_undated: { readonly meeting: string }
  readonly quote_absent: { readonly source: string; readonly nearest?: string }
  readonly quote_misplaced: {
    readonly source: string
    readonly missed: 'prefix' | 'suffix' | 'start'
    readonly places: number
    /** True if there may be more places than were counted. */
    readonly orMore: boolean
    readonly nearest?: string
    /** The offsets that were given, and the words there: of `start` alone. */
    readonly given?: { readonly start: number; readonly end: number; readonly says: string }
  }
  readonly opening_voided: NoParams
  readonly opening_replaced: NoParams
  readonly opening_with_level: NoParams
  readonly levels_changed: { readonly levels: readonly string[] }
  readonly default_level_changed: { readonly level: string }
  readonly release_of_public: NoParams
  readonly release_with_level: NoParams
  readonly time_past: { readonly time: string }
  readonly level_unknown: { readonly level: string; readonly levels: readonly string[] }
  readonly level_beyond_clearance: { readonly level: string; readonly clearance: string }
  readonly rests_on_hidden: { readonly places: readonly string[] }
  readonly erasure_by_command: NoParams
  readonly not_own_statement: OfOwn
  readonly not_own_type: OfOwn & { readonly type: string }
  readonly no_own_party: OfOwn
  readonly not_own_party: OfOwn & OfParty
  readonly role_unknown: {
    readonly role: string
    readonly place: Place
    readonly roles: readonly string[]
  }
  readonly role_not_held: {
    readonly role: string
    readonly place: Place
    readonly principal: string
  }
  readonly last_lead: { readonly role: string; readonly place: Place }
  readonly clearance_in_service: NoParams
  readonly parties_of_no_recorder: NoParams
}

/** A fault and its remedy: the rest of a sentence that begins with the name of the part. */
export type Reason = CodedMessage<ReasonParams>
