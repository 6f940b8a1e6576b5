import type { CodedMessage } from '../../events/coded-message.ts'
import type { StepReason } from '../../projections/drafts/step-reason.ts'
import type { WarningParams } from '../../projections/warnings/warning-params.ts'
import { allReasons } from '../../src/words/en/all-reasons.ts'
import { english } from '../../src/words/en/english.ts'
import type { AnyReason } from '../../src/words/reason.ts'
import { renderReason, renderStep, renderWarning } from '../../src/words/words.ts'

/** The sentence of a warning, as the API gives it. */
export function messageOf(warning: CodedMessage<WarningParams>): string {
  return renderWarning(english, warning)
}

/** The reason why a step could not be taken, as the API gives it. */
export function reasonOf(step: StepReason): string {
  return renderStep(english, step)
}

/** What is wrong with a part of a request, as the API says it. */
export function whatOf(said: AnyReason): string {
  return renderReason(allReasons, said)
}
