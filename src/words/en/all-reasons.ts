import type { AnyReasonParams } from '../reason.ts'
import type { Sentences } from '../words.ts'
import { bodyReasons } from './body-reasons.ts'
import { ledgerReasons } from './ledger-reasons.ts'
import { parameterReasons } from './parameter-reasons.ts'
import { reasons } from './reasons.ts'
import { requestReasons } from './request-reasons.ts'

/** Every reason against a part of a request, in English. */
export const allReasons: Sentences<AnyReasonParams> = {
  ...reasons,
  ...parameterReasons,
  ...requestReasons,
  ...bodyReasons,
  ...ledgerReasons,
}
