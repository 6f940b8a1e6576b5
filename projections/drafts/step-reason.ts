import type { Message } from '../message.ts'

type None = Readonly<Record<never, never>>

interface OfClause {
  readonly clause: string
}

/** The reasons why an operation cannot be taken in a text, each with what its sentence names. */
export interface StepReasonParams {
  readonly clause_absent: OfClause
  readonly clause_present: OfClause
  readonly within_itself: None
  readonly stands_there: None
  readonly so_already: None
  readonly merged_with_itself: None
  /** The place is within a clause that the operation ends. */
  readonly place_ends: None
  readonly nothing_to_stand_under: OfClause
  readonly nothing_to_stand_after: OfClause
  /** The text that the operation was to change is not known. */
  readonly text_unknown: None
}

export type StepReason = Message<StepReasonParams>
