import type { SchemaFault } from '../../../events/schema-faults.ts'
import { allReasons } from '../../words/en/all-reasons.ts'
import { renderReason } from '../../words/words.ts'

/** The first fault of what was typed, as the rest of a sentence. */
export function whatIsWrong([fault]: readonly SchemaFault[]): string {
  return fault === undefined ? '' : renderReason(allReasons, fault.what)
}
