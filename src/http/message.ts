import { packReason } from '../../events/schema-reasons.ts'
import { type AnyReasonParams, reason } from '../words/reason.ts'

/** The message of a check of a schema: a reason, to which the value that was given is added. */
export function message<Code extends keyof AnyReasonParams>(
  code: Code,
  params: AnyReasonParams[Code],
): string {
  return packReason(reason(code, params))
}
