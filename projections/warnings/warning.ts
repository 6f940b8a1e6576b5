import type { CodedMessage } from '../../events/coded-message.ts'
import type { FactType } from '../../events/facts.ts'
import type { Area, Concern } from '../time/dispatch.ts'
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
 * the order in which they came; of uncertain dates it takes only what they prove. It says which facts
 * concern it, and is given no others.
 */
export interface WarningRule<
  Warned extends FactType = FactType,
  Affecting extends FactType = FactType,
> {
  /** The facts on which it may have findings: all where absent. */
  readonly warnsOf?: readonly Warned[]
  /** The findings on a fact, given the facts that stand after the revision `known`. */
  check(fact: StandingFact<Warned>, known: number): readonly Finding[]
  /** The facts on which its findings on others depend: none where absent. */
  readonly dependsOn?: readonly (Affecting | Area)[]
  /**
   * The facts that stand after the revision `known`, at which this one came or went, and whose
   * findings may depend on it. There may be many: they are told one by one.
   */
  affectedBy?(fact: StandingFact<Affecting>, known: number): Iterable<StandingFact>
  /** The facts that it folds: none where absent, since it reads what others have folded. */
  readonly folds?: readonly Concern[]
  apply?(change: Change): void
}
