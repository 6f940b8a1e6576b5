import type { StepReasonParams } from '../../../projections/drafts/step-reason.ts'
import type { Sentences } from '../words.ts'

/** The reasons why a step of a draft could not be taken, as clauses of a sentence. */
export const steps: Sentences<StepReasonParams> = {
  clause_absent: ({ clause }, names) => `пункту ${names.of('clause', clause)} немає`,
  clause_present: ({ clause }, names) => `пункт ${names.of('clause', clause)} уже є`,
  within_itself: () => 'пункт не може міститися сам у собі',
  stands_there: () => 'пункт уже стоїть на цьому місці',
  so_already: () => 'так уже є',
  merged_with_itself: () => 'пункт не можна об’єднати лише із самим собою',
  place_ends: () => 'місце нового пункту — у пункті, який ця дія скасовує',
  nothing_to_stand_under: ({ clause }, names) =>
    `немає пункту ${names.of('clause', clause)}, у якому він мав би стояти`,
  nothing_to_stand_after: ({ clause }, names) =>
    `на цьому місці немає пункту ${names.of('clause', clause)}, після якого він мав би стояти`,
  text_unknown: () => 'текст цієї редакції невідомий',
}
