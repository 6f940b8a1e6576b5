import type { SchemaFault } from '../../../events/schema-faults.ts'
import { REASONS } from '../../words/all-languages.ts'
import type { Language } from '../../words/language.ts'
import { renderReason } from '../../words/words.ts'

/** The first fault of what was typed, as the rest of a sentence. */
export function whatIsWrong([fault]: readonly SchemaFault[], language: Language = 'en'): string {
  return fault === undefined ? '' : renderReason(REASONS[language], fault.what)
}
