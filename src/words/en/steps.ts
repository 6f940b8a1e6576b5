import type { StepReasonParams } from '../../../projections/drafts/step-reason.ts'
import type { Sentences } from '../words.ts'

/** The reasons why a step of a draft could not be taken, as clauses of a sentence. */
export const steps: Sentences<StepReasonParams> = {
  clause_absent: ({ clause }, names) => `there is no clause ${names.of('clause', clause)}`,
  clause_present: ({ clause }, names) => `there is a clause ${names.of('clause', clause)} already`,
  within_itself: () => 'a clause cannot stand within itself',
  stands_there: () => 'it stands there already',
  so_already: () => 'it is so already',
  merged_with_itself: () => 'a clause cannot be merged with itself alone',
  place_ends: () => 'its place is within a clause that it ends',
  nothing_to_stand_under: ({ clause }, names) =>
    `there is no clause ${names.of('clause', clause)} to stand under`,
  nothing_to_stand_after: ({ clause }, names) =>
    `there is no clause ${names.of('clause', clause)} in that place to stand after`,
  text_unknown: () => 'the text of this revision is not known',
}
