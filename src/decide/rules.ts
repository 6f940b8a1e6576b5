import type { UncertainDate } from '../../events/envelope.ts'
import type { LedgerEvent, Proposal, WithheldEvent } from '../../events/registry.ts'
import type { RoleProposal } from '../../events/role.ts'
import type { Clearance } from '../../projections/access/levels.ts'
import type { Refusal } from './refusal.ts'
import type { Trial } from './trial.ts'

/** A command of any kind of ledger, read and not decided. */
export type AnyProposal = Proposal | RoleProposal

/** A request as it was sent, read but not decided. */
export interface Commands<P extends AnyProposal = AnyProposal> {
  readonly proposals: readonly P[]
  /** Members that no schema knows, members that are missing or not what they must be. */
  readonly refusals: readonly Refusal[]
  /** The JSON Pointer of the command at that index. */
  readonly pointerTo: (index: number) => string
}

/** An event that is to be decided, or was. */
export interface Decidable {
  readonly id: string
  readonly type: string
  /** Undefined: when it is recorded. */
  readonly occurred?: UncertainDate
  /** The level of the entry, where that is above `public`. */
  readonly level?: string | undefined
  /** The time at which it is to be released, UTC ISO 8601. */
  readonly releaseAt?: string | undefined
  readonly body: object
}

export interface Verdict<E extends Decidable = Decidable> {
  /**
   * The faults of the request, the first of them where there are many; empty where all of it can be
   * recorded.
   */
  readonly refusals: readonly Refusal[]
  /** The request's events as they are to be recorded. */
  readonly events: readonly E[]
  /** The state has the request's events in it: for the caller to keep or to take back. */
  readonly trial: Trial
}

/** All that a decision rests on beside the ledger. */
export interface Circumstances {
  /** The JSON Pointer of the command at that index of the request. */
  readonly pointerTo: (index: number) => string
  /** UTC milliseconds. */
  readonly now: number
  /** The only parties that the recorder may record for; undefined for anything. */
  readonly parties?: ReadonlySet<string> | undefined
  /** The levels that the recorder is cleared for; by default all. */
  readonly clearance?: Clearance | undefined
  /** True if a second admin has confirmed the erasure that is recorded. */
  readonly erases?: boolean | undefined
}

/** The state that a ledger's next event is judged against, and the judging. */
export interface Decisions {
  /** Begins a trial: what evolves from now on can be taken back. */
  begin(): Trial
  /** Takes in an event that is stored. */
  evolve(event: LedgerEvent | WithheldEvent): void
  /** Tells if there is an event with that id, of those that a clearance reaches; by default of all. */
  holds(event: string, clearance?: Clearance): boolean
  /** Decides a request, all or nothing. */
  decide(events: readonly Decidable[], circumstances: Circumstances): Verdict
}

/** The rules of a kind of ledger: the commands that it takes, and how they are decided. */
export interface Rules {
  read(request: unknown): Commands
  /** The decisions of a ledger without events. */
  start(): Decisions
}
