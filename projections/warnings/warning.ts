import type { CodedMessage } from '../coded-message.ts'
import type { Area } from '../time/dispatch.ts'
import type { Change, StandingFact } from '../time/standing-fact.ts'
import type { TimeWindow } from '../time/window.ts'
import type { WarningParams } from './warning-params.ts'

/** The place of a warning: an entry that the ledger, as a whole, makes doubtful. */
export interface WarnedOf {
  /** Revision of the entry. */
  readonly entry: number
  /** Revision of the event whose words these are: `entry`, or that of a correction. */
  readonly revision: number
  /** Event id of the entry. */
  readonly id: string
  /** The entry that speaks against it; null without. */
  readonly against: {
    readonly entry: number
    readonly revision: number
    readonly id: string
  } | null
  /** Present if what it warns of may not have come about yet. */
  readonly possibly?: true
}

/** A warning as data; `src/words` has its sentence. */
export type WarningReply = WarnedOf & CodedMessage<WarningParams>

/** An objection of a rule to a fact. */
export type Finding = CodedMessage<WarningParams> & {
  readonly against?: StandingFact
  /** The window in which the contradiction comes about, if not that of the fact itself. */
  readonly window?: TimeWindow
}

/**
 * One kind of contradiction. Its findings on a fact are a function of the facts that stand, whatever
 * the order in which they came; of uncertain dates it takes only what they prove.
 */
export interface WarningRule {
  /** The areas of the facts that it folds: all where absent. */
  readonly folds?: readonly Area[]
  /** Folds a change; absent of a rule that reads what others have folded. */
  apply?(change: Change): void
  /**
   * The facts that stand after the revision `known`, at which this one came or went, and whose
   * findings may depend on it. There may be many: they are told one by one.
   */
  affectedBy(fact: StandingFact, known: number): Iterable<StandingFact>
  /** The findings on a fact, given the facts that stand after the revision `known`. */
  check(fact: StandingFact, known: number): readonly Finding[]
}
