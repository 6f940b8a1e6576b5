import type { CodedMessage } from '../../events/coded-message.ts'
import type { StepReason, StepReasonParams } from '../../projections/drafts/step-reason.ts'
import {
  type Headline,
  type HeadlineParams,
  LONGEST_HEADLINE,
} from '../../projections/timeline/headline.ts'
import type { WarningParams } from '../../projections/warnings/warning-params.ts'
import { AS_RECORDED, type Names } from './names.ts'
import type { AnyReason, AnyReasonParams } from './reason.ts'

/** A sentence for each code, made of the parameters of the code. */
export type Sentences<Params> = {
  readonly [Code in keyof Params]: (params: Params[Code], names: Names) => string
}

/** All that is rendered of codes and parameters, in one language. */
export interface Words {
  readonly headlines: Sentences<HeadlineParams>
  readonly warnings: Sentences<WarningParams>
  readonly steps: Sentences<StepReasonParams>
}

/** A headline as one line of at most 140 characters. */
export function renderHeadline(words: Words, headline: Headline, names = AS_RECORDED): string {
  const line = rendered(words.headlines, headline, names)
  const characters = [...line.replace(/\s+/gu, ' ').trim()]
  if (characters.length <= LONGEST_HEADLINE) return characters.join('')
  return `${characters
    .slice(0, LONGEST_HEADLINE - 1)
    .join('')
    .trimEnd()}…`
}

/** A warning as a whole sentence. */
export function renderWarning(
  words: Words,
  warning: CodedMessage<WarningParams>,
  names = AS_RECORDED,
): string {
  return rendered(words.warnings, warning, names)
}

/** The reason why a step of a draft could not be taken, as a clause of a sentence. */
export function renderStep(
  { steps }: Pick<Words, 'steps'>,
  reason: StepReason,
  names = AS_RECORDED,
): string {
  return rendered(steps, reason, names)
}

/** A reason of a refusal: the rest of a sentence that begins with the name of the part at fault. */
export function renderReason(reasons: Sentences<AnyReasonParams>, said: AnyReason): string {
  return renderCoded(reasons, said)
}

/** A coded message by the sentences that there are for its codes. */
export function renderCoded<Params>(
  sentences: Sentences<Params>,
  message: CodedMessage<Params>,
): string {
  return rendered(sentences, message, AS_RECORDED)
}

function rendered<Params>(
  sentences: Sentences<Params>,
  { code, params }: CodedMessage<Params>,
  names: Names,
): string {
  return sentences[code](params, names)
}
