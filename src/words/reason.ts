import type { CodedMessage, NoParams } from '../../events/coded-message.ts'
import type { ReasonParams } from '../decide/reasons.ts'
import type { bodyReasons } from './en/body-reasons.ts'
import type { ledgerReasons } from './en/ledger-reasons.ts'
import type { parameterReasons } from './en/parameter-reasons.ts'
import type { requestReasons } from './en/request-reasons.ts'

/** The parameters of each sentence of an object of them, by code. */
export type ParamsIn<S extends object> = {
  readonly [Code in keyof S]: S[Code] extends () => string
    ? NoParams
    : S[Code] extends (params: infer Params) => string
      ? Params
      : never
}

/** The reasons why a part of a request is refused: those of rules and schemas, and of the service. */
export type AnyReasonParams = ReasonParams &
  ParamsIn<typeof parameterReasons> &
  ParamsIn<typeof requestReasons> &
  ParamsIn<typeof bodyReasons> &
  ParamsIn<typeof ledgerReasons>

/** A fault of a part of a request: the rest of a sentence that begins with its name. */
export type AnyReason = CodedMessage<AnyReasonParams>

/** Makes a reason. */
export function reason<Code extends keyof AnyReasonParams>(
  code: Code,
  params: AnyReasonParams[Code],
): AnyReason {
  return { code, params } as AnyReason
}
