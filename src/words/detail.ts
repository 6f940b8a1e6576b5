import type { CodedMessage } from '../../events/coded-message.ts'
import type { details } from './en/details.ts'
import type { ParamsIn } from './reason.ts'

type DetailParams = ParamsIn<typeof details>

/** The detail of a problem that concerns no single part of the request: a whole sentence as data. */
export type Detail = CodedMessage<DetailParams>

/** Makes a detail. */
export function detail<Code extends keyof DetailParams>(
  code: Code,
  params: DetailParams[Code],
): Detail {
  return { code, params } as Detail
}
