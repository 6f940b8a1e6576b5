import type { CodedMessage, NoParams } from '../../events/coded-message.ts'

interface OfClause {
  readonly clause: string
}

/** The reasons why an operation cannot be taken in a text, each with what its sentence names. */
export interface StepReasonParams {
  readonly clause_absent: OfClause
  readonly clause_present: OfClause
  readonly within_itself: NoParams
  readonly stands_there: NoParams
  readonly so_already: NoParams
  readonly merged_with_itself: NoParams
  /** The place is within a clause that the operation ends. */
  readonly place_ends: NoParams
  readonly nothing_to_stand_under: OfClause
  readonly nothing_to_stand_after: OfClause
  /** The text that the operation was to change is not known. */
  readonly text_unknown: NoParams
}

export type StepReason = CodedMessage<StepReasonParams>
